// Package vettool makes authlint a tool for go vet:
//
//	go vet -vettool=$(which authlint) ./...
//
// go vet runs its tool once for each package and each of its dependencies, so
// what counts is to have done quickly with the many that say nothing of
// credentials.
package vettool

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/authlint/authlint/analyzer"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/rules"
)

// Asked reports whether the arguments are those by which the go command talks
// to a vet tool.
func Asked(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == "-V=full" || args[0] == "-flags" || strings.HasSuffix(args[len(args)-1], ".cfg")
}

// Main answers the go command where args, those after the program's name, are
// from it. It does not return then, but for a package that was done with at
// once; it returns false where they are not.
func Main(args []string) (handled bool) {
	if !Asked(args) {
		return false
	}
	if file := args[len(args)-1]; strings.HasSuffix(file, ".cfg") {
		cfg, err := readConfig(file)
		if err != nil {
			fmt.Fprintf(os.Stderr, "authlint: %v\n", err)
			os.Exit(1)
		}
		if plain(args) && cfg.saysNothing(declaring(args)) {
			if err := writeStub(cfg.VetxOutput); err != nil {
				fmt.Fprintf(os.Stderr, "authlint: %v\n", err)
				os.Exit(1)
			}
			return true
		}
		file, err = cfg.complete(file)
		if err != nil {
			fmt.Fprintf(os.Stderr, "authlint: %v\n", err)
			os.Exit(1)
		}
		args = append(args[:len(args)-1:len(args)-1], file)
	}
	os.Args = append(os.Args[:1:1], args...)
	unitchecker.Main(analyzers()...)
	return true
}

// plain reports whether the go command wants nothing printed for a package
// without findings.
func plain(args []string) bool {
	for _, a := range args {
		if name := strings.TrimLeft(a, "-"); strings.HasPrefix(name, "json") || strings.HasPrefix(name, "fix") || strings.HasPrefix(name, "diff") {
			return false
		}
	}
	return true
}

// declaring returns the packages of which a flag says that they have clients. A
// flag that is wrong is told by whoever parses all of them.
func declaring(args []string) []string {
	for _, a := range args {
		if value, ok := strings.CutPrefix(strings.TrimLeft(a, "-"), gohttp.Name+".clients="); ok {
			clients, _ := gohttp.ParseClients(strings.Split(value, ","))
			return clients.Packages()
		}
	}
	return nil
}

// analyzers are the one that reads, whose flags say what the code does not show,
// and those of all rules, with the rule's ID at the end of each
// message: go vet prints neither name nor category.
func analyzers() []*analysis.Analyzer {
	var out []*analysis.Analyzer
	for _, a := range analyzer.Rules {
		out = append(out, named(a))
	}
	return append(out, named(gopass.Suppression(out)), gohttp.Analyzer)
}

func named(a *analysis.Analyzer) *analysis.Analyzer {
	id := a.Name
	if r, ok := rules.Lookup(a.Name); ok {
		id = r.ID
	}
	b := *a
	b.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Report = func(d analysis.Diagnostic) {
			d.Message += " [" + id + "]"
			pass.Report(d)
		}
		return a.Run(&p)
	}
	return &b
}

// A config is what is read here of the file that describes a package; the rest
// is kept as it is.
type config struct {
	ImportPath    string
	Dir           string
	GoFiles       []string
	ModulePath    string
	ModuleVersion string
	ImportMap     map[string]string
	PackageFile   map[string]string
	PackageVetx   map[string]string
	VetxOnly      bool
	VetxOutput    string

	raw map[string]json.RawMessage
}

func readConfig(file string) (*config, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading what go vet asks: %w", err)
	}
	c := new(config)
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("reading what go vet asks in %s: %w", file, err)
	}
	if err := json.Unmarshal(data, &c.raw); err != nil {
		return nil, fmt.Errorf("reading what go vet asks in %s: %w", file, err)
	}
	return c, nil
}

// saysNothing reports whether a package can have neither findings nor facts:
// it is somebody else's, or mentions nothing that matters and imports neither a
// package that has facts nor one that declares a client.
func (c *config) saysNothing(declaring []string) bool {
	if !c.importsHaveTypes() {
		return false // whoever imports this one would have to load it from its source
	}
	if c.VetxOnly && (c.ModuleVersion != "" || strings.Contains(filepath.ToSlash(c.Dir), "/vendor/") || c.standard()) {
		return true
	}
	var m gohttp.Mention
	for _, f := range c.GoFiles {
		src, err := os.ReadFile(f)
		if err != nil {
			return false // the driver says it
		}
		m |= gohttp.Mentions(src)
	}
	if m.Matters() {
		return false
	}
	for _, path := range c.ImportMap {
		if slices.Contains(declaring, path) {
			return false
		}
	}
	for _, vetx := range c.PackageVetx {
		if facts, err := hasFacts(vetx); err != nil || facts {
			return false
		}
	}
	return true
}

// importsHaveTypes reports whether the go command compiles what it vets, and
// hands out the types.
func (c *config) importsHaveTypes() bool {
	some := false
	for _, path := range c.ImportMap {
		if path == "unsafe" {
			continue
		}
		some = true
		if c.PackageFile[path] == "" {
			return false
		}
	}
	return some
}

// standard reports whether the package is of the standard library.
func (c *config) standard() bool {
	dir := filepath.ToSlash(c.Dir)
	root, ok := strings.CutSuffix(dir, "/src/"+c.ImportPath)
	if !ok || c.ModulePath != "" {
		return false
	}
	_, err := os.Stat(filepath.Join(filepath.FromSlash(root), "VERSION"))
	return err == nil
}

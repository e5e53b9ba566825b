// Package config reads .authlint.yaml: which rules run where and how much they
// weigh, and what the project knows of itself that its code does not show.
package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/authlint/authlint/internal/rule"
)

// Name is the file that is looked for.
const Name = ".authlint.yaml"

// A Config is what a file says. Its types are also where the JSON Schema comes
// from: doc describes a key to whoever completes it in an editor.
type Config struct {
	Preset        Preset             `yaml:"preset" doc:"which rules run: recommended (the default) or strict"`
	Rules         map[ID]Severity    `yaml:"rules" doc:"how much the findings of a rule weigh; off turns it off, any other turns it on"`
	Exclude       []Glob             `yaml:"exclude" doc:"files and directories in which nothing is reported and no evidence is sought"`
	Tests         bool               `yaml:"tests" doc:"report findings in test files too"`
	Overrides     []Override         `yaml:"overrides" doc:"other weights for some files; of several that match, the last one counts"`
	Clients       map[Module]Library `yaml:"clients" doc:"modules that are a client of a library: \"@/lib/http\" is the default export, \"@/lib/http#api\" the export api, ./src/http is relative to this file; in Go types and functions of other modules: example.com/acme/web.Client is like *http.Client, example.com/acme/web.NewRequest like http.NewRequest"`
	Schemes       []Scheme           `yaml:"schemes" doc:"authentication schemes of the project beside those in use anywhere, the usual one first: missing-bearer proposes that one"`
	RawTokenHosts []Host             `yaml:"raw-token-hosts" doc:"hosts that take a token without a scheme in front: api.example.com, *.example.com"`
	Public        []Path             `yaml:"public" doc:"paths that need no login, as globs: /health, /shop/**; they hold for the end of a longer path too"`

	// base is the directory that globs are relative to.
	base string
}

// An Override gives rules another weight in some files.
type Override struct {
	Files []Glob          `yaml:"files" doc:"the files and directories that are meant" required:"true"`
	Rules map[ID]Severity `yaml:"rules" doc:"how much the findings of a rule weigh there" required:"true"`
}

// Upwards are the directories in which what holds for dir is looked for: itself
// and those above, as far as the root of the work tree, the home directory or the
// file system goes.
func Upwards(dir, home string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for at := filepath.Clean(dir); yield(at); at = filepath.Dir(at) {
			if at == home || at == filepath.Dir(at) || exists(filepath.Join(at, ".git")) {
				return
			}
		}
	}
}

// Find returns the path of the configuration for a directory, empty where there
// is none.
func Find(dir, home string) (string, error) {
	for at := range Upwards(dir, home) {
		name := filepath.Join(at, Name)
		if _, err := os.Lstat(name); err == nil || !errors.Is(err, fs.ErrNotExist) {
			return name, nil // what is wrong with it shows when it is read
		}
		if short := filepath.Join(at, ".authlint.yml"); exists(short) {
			return "", fmt.Errorf("%s: authlint reads %s; rename the file", short, Name)
		}
	}
	return "", nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// maxBytes bounds a file. No configuration that people write comes near it.
const maxBytes = 1 << 20

// Load reads a file. shown is how messages name it, base the directory that its
// globs are relative to.
func Load(file, shown, base string) (*Config, error) {
	text, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	c, err := Parse(text, shown)
	if err != nil {
		return nil, err
	}
	c.base = base
	return c, nil
}

func read(file string) (string, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", errors.New("there is no such file")
	case err != nil:
		return "", fmt.Errorf("the configuration cannot be read: %w", bare(err))
	case info.IsDir():
		return "", errors.New("it is a directory; the configuration is a file")
	case !info.Mode().IsRegular():
		return "", errors.New("it is no regular file") // opening a pipe would wait for a writer
	case info.Size() > maxBytes:
		return "", fmt.Errorf("%d bytes are more than a configuration may have, %d", info.Size(), maxBytes)
	}
	f, err := os.Open(file)
	if err != nil {
		return "", fmt.Errorf("the configuration cannot be read: %w; allow it", bare(err))
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, maxBytes))
	if err != nil {
		return "", fmt.Errorf("the configuration cannot be read: %w", bare(err))
	}
	return string(src), nil
}

// bare is an error without the path, which the message names anyway.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// Excluded reports whether a file, absolute, is left out.
func (c *Config) Excluded(file string) bool { return c.matches(c.Exclude, file) }

// Matches reports whether an override is about a file.
func (c *Config) Matches(o *Override, file string) bool { return c.matches(o.Files, file) }

// matches reports whether a glob matches a file or a directory that it lies in.
func (c *Config) matches(globs []Glob, file string) bool {
	rel, err := filepath.Rel(c.base, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return false
	}
	for at := filepath.ToSlash(rel); at != "."; at = path.Dir(at) {
		for _, g := range globs {
			if doublestar.MatchUnvalidated(string(g), at) {
				return true
			}
		}
	}
	return false
}

// Weights turns what a file says of rules into severities.
func Weights(rules map[ID]Severity) map[string]rule.Severity {
	out := map[string]rule.Severity{}
	for id, s := range rules {
		out[string(id)], _ = rule.ParseSeverity(string(s))
	}
	return out
}

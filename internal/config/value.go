package config

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/nearest"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/internal/tshttp"
	"github.com/authlint/authlint/rules"
)

// A scalar is a value that is written as one word: how it is read, and what a
// schema says of it.
type scalar interface {
	read(text string) error
	schema() map[string]any
}

// A keyed scalar is right under some keys only.
type keyed interface {
	scalar
	fits(key string) error
	// keyed is what a schema says of the keys that match a pattern.
	keyed() map[string]any
}

// Preset is which rules run.
type Preset string

// Severity is how much findings weigh.
type Severity string

// ID is that of a rule.
type ID string

// Glob matches files and directories, relative to the directory of the
// configuration.
type Glob string

// Path matches the paths of URLs.
type Path string

// Module is an import specifier, with the name of an export behind a #; in Go
// an import path with the name of a type or function behind a dot.
type Module string

// Library is one that a module can be a client of.
type Library string

// Scheme is an authentication scheme.
type Scheme string

// Host is a host name, *.example.com for all below one.
type Host string

var (
	presets    = []string{rule.Recommended, rule.Strict}
	severities = []string{"off", "advice", "warning", "error"}
)

func (p *Preset) read(text string) error {
	*p = Preset(text)
	return oneOf("preset", text, presets)
}

func (p *Preset) schema() map[string]any { return map[string]any{"enum": presets} }

func (s *Severity) read(text string) error {
	*s = Severity(text)
	return oneOf("severity", text, severities)
}

func (s *Severity) schema() map[string]any { return map[string]any{"enum": severities} }

func oneOf(kind, text string, names []string) error {
	for _, n := range names {
		if text == n {
			return nil
		}
	}
	if near, ok := nearest.Of(text, names); ok {
		return fmt.Errorf("there is no %s %q; did you mean %s?", kind, text, near)
	}
	return fmt.Errorf("there is no %s %q; it is one of %s", kind, text, strings.Join(names, ", "))
}

func (i *ID) read(text string) error {
	if suppress.SameRule(text, suppress.RuleID) {
		*i = suppress.RuleID
		return nil
	}
	if r, ok := rules.Lookup(text); ok {
		*i = ID(r.ID)
		return nil
	}
	if id, ok := rules.Nearest(text); ok {
		return fmt.Errorf("there is no rule %q; did you mean %s?", text, id)
	}
	return fmt.Errorf("there is no rule %q; `authlint rules` lists them", text)
}

func (i *ID) schema() map[string]any {
	ids := []string{suppress.RuleID}
	for _, r := range rules.All {
		ids = append(ids, r.ID)
	}
	return map[string]any{"enum": ids}
}

func (g *Glob) read(text string) error {
	switch {
	case text == "":
		return errors.New("an empty glob matches nothing; leave it out")
	case strings.HasPrefix(text, "/"), strings.HasPrefix(text, "../"), strings.HasPrefix(text, "!"):
		return fmt.Errorf("glob %q: write it relative to the directory of the configuration, such as src/legacy or **/*.gen.ts", text)
	case !doublestar.ValidatePattern(text):
		return fmt.Errorf("%q is not a valid glob: a bracket or brace is not closed", text)
	}
	*g = Glob(path.Clean(text)) // ./legacy/ is legacy
	return nil
}

func (g *Glob) schema() map[string]any {
	return map[string]any{"type": "string", "minLength": 1, "pattern": `^([^/!.]|\.($|[^.]|\.($|[^/])))`}
}

func (h *Host) read(text string) error {
	host, err := authflow.ParseHost(text)
	*h = Host(host)
	return err
}

func (h *Host) schema() map[string]any {
	return map[string]any{"type": "string", "pattern": authflow.HostPattern}
}

// schemePattern is that of a token (RFC 9110 section 5.6.2).
const schemePattern = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"

func (s *Scheme) read(text string) error {
	*s = Scheme(text)
	return credential.CheckScheme(text)
}

func (s *Scheme) schema() map[string]any {
	return map[string]any{"type": "string", "pattern": schemePattern}
}

func (p *Path) read(text string) error {
	switch {
	case !strings.HasPrefix(text, "/"):
		return fmt.Errorf("%q is not a path; write it from the slash on, such as /health or /shop/**", text)
	case !doublestar.ValidatePattern(text):
		return fmt.Errorf("%q is not a valid glob: a bracket or brace is not closed", text)
	}
	*p = Path(text)
	return nil
}

func (p *Path) schema() map[string]any { return map[string]any{"type": "string", "pattern": "^/"} }

const modulePattern = `^[^#\s]+(#[\w$]+)?$`

var moduleName = regexp.MustCompile(modulePattern)

func (m *Module) read(text string) error {
	if !moduleName.MatchString(text) {
		return fmt.Errorf("%q is not a module; write it as imports do, such as @/lib/http, with #name behind it for an export that is not the default, or in Go as the import path and the name of a type or function, such as example.com/acme/web.Client", text)
	}
	*m = Module(text)
	return nil
}

func (m *Module) schema() map[string]any {
	return map[string]any{"type": "string", "pattern": modulePattern}
}

func (l *Library) read(text string) error {
	*l = Library(text)
	return oneOf("library", text, slices.Concat(tshttp.Libraries, gohttp.Libraries))
}

func (l *Library) schema() map[string]any {
	return map[string]any{"enum": slices.Concat(tshttp.Libraries, gohttp.Libraries)}
}

// Go reports whether the library is one of Go.
func (l Library) Go() bool { return slices.Contains(gohttp.Libraries, string(l)) }

// noGoName is the pattern of all that a library of Go is not named by; it is
// named by a type or function: gohttp.ClientPattern.
const noGoName = `^[^.]*$|\.([0-9][^.]*|[^.]*[^\w.][^.]*)?$`

// fits reports what is wrong with a library of that key.
func (l *Library) fits(key string) error {
	if !l.Go() {
		return nil // any module can be one
	}
	return gohttp.CheckClient(key, string(*l))
}

func (l *Library) keyed() map[string]any {
	return map[string]any{noGoName: map[string]any{"enum": tshttp.Libraries}}
}

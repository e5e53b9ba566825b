// Package golangci makes authlint a module plugin of golangci-lint, under the
// name authlint.
//
// The linter's settings are those of .authlint.yaml that say which findings
// there are; what they weigh and where they count is golangci-lint's to say:
//
//	linters:
//	  enable: [authlint]
//	  settings:
//	    custom:
//	      "authlint":
//	        type: module
//	        settings:
//	          preset: strict
//	          off: [cleartext-auth]
//	          tests: true
//	          schemes: [Token]
//	          raw-token-hosts: [api.example.com]
//	          clients: [example.com/acme/web.Client=net/http]
package golangci

import (
	"fmt"
	"slices"
	"strings"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/analyzer"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/rules"
)

func init() { register.Plugin("authlint", New) }

// Settings are what a project says of authlint in its .golangci.yml.
type Settings struct {
	// Preset is recommended, which is the default, or strict.
	Preset string `json:"preset"`
	// Off are the ids of rules that are not to run.
	Off []string `json:"off"`
	// Tests asks for findings in tests too.
	Tests bool `json:"tests"`
	// Schemes are authentication schemes of the project's own, the usual one first.
	Schemes []string `json:"schemes"`
	// RawTokenHosts take a token without a scheme.
	RawTokenHosts []string `json:"raw-token-hosts"`
	// Clients are types and functions of other modules, each with the library that
	// it is a client of: a list, since golangci-lint lowers the keys of maps.
	Clients []string `json:"clients"`
}

// New returns the plugin with the settings that golangci-lint read.
func New(conf any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[Settings](conf)
	if err != nil {
		return nil, err
	}
	if s.Preset != "" && s.Preset != "recommended" && s.Preset != "strict" {
		return nil, fmt.Errorf("authlint: preset %q: it is recommended or strict", s.Preset)
	}
	for _, id := range s.Off {
		if err := known(id); err != nil {
			return nil, err
		}
	}
	for flag, items := range map[string][]string{"schemes": s.Schemes, "raw-token-hosts": s.RawTokenHosts, "clients": s.Clients} {
		if err := gohttp.Analyzer.Flags.Set(flag, strings.Join(items, ",")); err != nil {
			return nil, fmt.Errorf("authlint: %s: %w", flag, err)
		}
	}
	return &plugin{s}, nil
}

func known(id string) error {
	if rules.Known(id) {
		return nil
	}
	if near, ok := rules.Nearest(id); ok {
		return fmt.Errorf("authlint: off: there is no rule %s; did you mean %s?", id, near)
	}
	return fmt.Errorf("authlint: off: there is no rule %s; authlint rules lists them", id)
}

type plugin struct{ settings Settings }

// BuildAnalyzers returns the analyzers of the rules that are not off, and the
// one that reports misuse of authlint:ignore comments.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	adapted := map[*analysis.Analyzer]*analysis.Analyzer{}
	var out []*analysis.Analyzer
	for _, a := range analyzer.All {
		for flag, on := range map[string]bool{"strict": p.settings.Preset == "strict", "tests": p.settings.Tests} {
			if a.Flags.Lookup(flag) == nil {
				continue // it is no rule
			}
			if err := a.Flags.Set(flag, fmt.Sprint(on)); err != nil {
				return nil, fmt.Errorf("%s: %w", a.Name, err)
			}
		}
		adapted[a] = adapt(a, adapted)
		if !slices.ContainsFunc(p.settings.Off, func(id string) bool { return isOf(a, id) }) {
			out = append(out, adapted[a])
		}
	}
	return out, nil
}

func isOf(a *analysis.Analyzer, id string) bool {
	r, ok := rules.Lookup(id)
	return ok && r.Name() == a.Name
}

// GetLoadMode asks for types: authlint knows a client by its type.
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

package gohttp

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// Analyzer reads the auth facts of a package. Its flags tell it what
// .authlint.yaml tells the command: drivers of go/analysis read no such file,
// and go vet would go on with what it kept from before the file changed.
var Analyzer = flagged()

func flagged() *analysis.Analyzer {
	var own Clients
	var declared authflow.Declared
	a := New(nil)
	a.Run = func(pass *analysis.Pass) (any, error) {
		facts, err := run(pass, own)
		if err != nil {
			return nil, err
		}
		facts.Evidence.Declared = declared
		return facts, nil
	}
	a.Flags.Var(&listFlag{take: func(items []string) (err error) { own, err = ParseClients(items); return err }}, "clients",
		"types and functions of other modules that are `clients`: example.com/acme/web.Client=net/http,…; or resty, req")
	a.Flags.Var(&listFlag{take: func(items []string) error {
		declared.Schemes = nil
		for _, s := range items {
			if err := credential.CheckScheme(s); err != nil {
				return err
			}
			declared.Schemes = append(declared.Schemes, s)
		}
		return nil
	}}, "schemes", "authentication `schemes` of the project's own, the usual one first: Token,…")
	a.Flags.Var(&listFlag{take: func(items []string) error {
		declared.RawTokenHosts = nil
		for _, h := range items {
			host, err := authflow.ParseHost(h)
			if err != nil {
				return err
			}
			declared.RawTokenHosts = append(declared.RawTokenHosts, host)
		}
		return nil
	}}, "raw-token-hosts", "`hosts` that take a token without a scheme: api.example.com,*.example.org")
	return a
}

// A listFlag is one with several values, separated by commas: go vet hands on
// only the last of a flag that is given again.
type listFlag struct {
	text string
	take func(items []string) error
}

func (l *listFlag) String() string { return l.text }

func (l *listFlag) Set(text string) error {
	var items []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	l.text = text
	return l.take(items)
}

// ParseClients reads clients that are written as name=library.
func ParseClients(items []string) (Clients, error) {
	out := Clients{}
	for _, item := range items {
		name, library, ok := strings.Cut(item, "=")
		if !ok {
			return nil, fmt.Errorf("%q names no library; write example.com/acme/web.Client=net/http", item)
		}
		if err := CheckClient(name, library); err != nil {
			return nil, err
		}
		out[name] = library
	}
	return out, nil
}

// Package insecurestorage flags tokens in web storage whose encryption protects
// nothing, since its key ships with the code; in the strict preset, all tokens
// in web storage.
package insecurestorage

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

//go:embed doc.md
var page string

// Rule is insecure-storage.
var Rule = &rule.Rule{ID: "insecure-storage", Page: page, Run: run}

func run(p *rule.Pass) {
	ciphers, keys := map[source.Span]bool{}, map[string]bool{}
	for _, a := range p.Facts.Storage {
		if a.Op != authflow.Write && a.Op != authflow.Hold || a.Test || a.NoMethod != "" || !a.IsWebStorage() || !holdsToken(a) {
			continue
		}
		if c := a.Cipher; c != nil {
			where := c.Shipped()
			if where == "" || ciphers[c.At] {
				continue // a password that the user types, a key of the server
			}
			ciphers[c.At] = true
			p.Report(rule.Finding{
				At:      c.At,
				Message: fmt.Sprintf("`%s` is encrypted with a key that %s, so whoever reads %s decrypts it", a.Token(), where, a.Store),
				Help:    "keep the token in memory or in an HttpOnly cookie; encryption helps only with a key that is not in the browser",
				Related: []rule.Related{{At: a.At, Message: "it is stored here"}},
			})
			continue
		}
		if at := a.Store + " " + a.Token(); p.Strict && !keys[at] && !isMark(a) {
			keys[at] = true
			p.Report(rule.Finding{
				At:      a.At,
				Message: fmt.Sprintf("`%s` lies in %s, where every script of the page reads it", a.Token(), a.Store),
				Help:    "keep the token in memory or in an HttpOnly cookie",
			})
		}
	}
}

// holdsToken: the key or what is stored is named like a token, and not like one
// that is encrypted already.
func holdsToken(a *authflow.StorageAccess) bool {
	return a.Token() != "" && !slices.Contains(credential.Words(a.Key), "encrypted")
}

// isMark: what is written stands in the source, so it is no token: 'true' for a
// login that once was, the version of a format.
func isMark(a *authflow.StorageAccess) bool {
	if a.Op != authflow.Write || len(a.Value) == 0 {
		return false
	}
	for _, v := range a.Value {
		if _, fixed := v.Constant(); !fixed {
			return false
		}
	}
	return true
}

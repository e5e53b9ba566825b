package tshttp

import (
	"bytes"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// A page that is loaded anew after a login runs its modules again, and what
// they read at load is fresh.

// navigations are how a page is left or loaded again.
var navigations = wordList("location.reload(", "location.href", "location.assign(", "location.replace(", "window.location =", "window.location=",
	"document.location", "window.open(", "router.go(0)", "navigate(0)", "history.go(0)", "reloadNuxtApp(", "external: true")

// findReloads looks for them in all files: the form that logs in seldom speaks
// of a client.
func (l *linker) findReloads() {
	for _, path := range l.files {
		leads := l.reader.eval.Project.Mentions(path, func(src []byte) bool {
			for _, w := range navigations {
				if bytes.Contains(src, w) {
					return speaksOfLogin(src)
				}
			}
			return false
		})
		if !leads {
			continue
		}
		if f := l.reader.eval.Project.File(path); f != nil {
			l.readReloads(f)
		}
	}
}

func (l *linker) readReloads(f *module.File) {
	e := &l.facts.Evidence
	for n := range f.Tree.Root().Descendants() {
		if navigates(n) && l.followsLogin(n) {
			e.Reloads = append(e.Reloads, f.Span(n))
		}
	}
}

// navigates reports whether n loads a page.
func navigates(n syntax.Node) bool {
	switch n.Kind() {
	case syntax.CallExpression:
		switch fn := n.Child(syntax.FieldFunction).Text(); {
		case strings.HasSuffix(fn, "location.reload"), strings.HasSuffix(fn, "location.assign"), strings.HasSuffix(fn, "location.replace"), fn == "reloadNuxtApp":
			return true
		case fn == "navigate" || strings.HasSuffix(fn, ".go"):
			return firstOf(n.Child(syntax.FieldArguments)).Text() == "0"
		case fn == "navigateTo":
			return strings.Contains(n.Child(syntax.FieldArguments).Text(), "external")
		}
	case syntax.AssignmentExpression:
		switch n.Child(syntax.FieldLeft).Text() {
		case "window.location", "window.location.href", "location.href", "document.location", "document.location.href", "location",
			"globalThis.location.href", "top.location.href", "window.location.pathname":
			return true
		}
	}
	return false
}

// followsLogin reports whether the functions around n log in: by their name, by
// what they call, or because they store a token. The first that logs out
// instead decides too.
func (l *linker) followsLogin(n syntax.Node) bool {
	for fn := functionOf(n); fn.OK(); fn = functionOf(fn) {
		name := calledAs(fn)
		if isComponent(fn, name) {
			return false
		}
		for _, prefix := range []string{"use", "handle", "on", "do"} {
			if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z' {
				name = rest
				break
			}
		}
		switch authflow.PurposeOfName(name) {
		case authflow.Logout:
			return false
		case authflow.Login, authflow.Exchange:
			return true
		}
		for c := range fn.Descendants() {
			if c.Kind() != syntax.CallExpression {
				continue
			}
			if name := calleeName(c); name == "removeItem" || authflow.PurposeOfName(name) == authflow.Logout {
				return false
			}
			if l.logsIn(c) {
				return true
			}
		}
	}
	return false
}

// logsIn reports whether a call is a login or stores a token, as far as its text
// tells.
func (l *linker) logsIn(call syntax.Node) bool {
	name := calleeName(call)
	if p := authflow.PurposeOfName(name); p == authflow.Login || p == authflow.Exchange {
		return true
	}
	arg := firstOf(call.Child(syntax.FieldArguments))
	switch arg.Kind() {
	case syntax.String, syntax.TemplateString:
		text := strings.Trim(arg.Text(), "`'\"")
		if name == "setItem" || name == "set" {
			return credential.IsCredentialName(text) || l.keeps(text)
		}
		return strings.Contains(text, "/") && authflow.PurposeOfURL("POST", credential.Text(text, source.Span{}, false)) == authflow.Login
	case syntax.Identifier, syntax.MemberExpression:
		if name == "setItem" || name == "set" {
			return speaksOfToken(arg.Text()) || speaksOfToken(arg.Next().Text())
		}
		return strings.HasPrefix(name, "set") && (credential.IsCredentialName(name[3:]) || credential.IsCredentialName(name))
	}
	return strings.HasPrefix(name, "set") && credential.IsCredentialName(name[3:])
}

func speaksOfToken(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "token") || strings.Contains(s, "jwt") || strings.Contains(s, "auth")
}

// keeps reports whether a snapshot was read under a key.
func (l *linker) keeps(key string) bool {
	return slices.ContainsFunc(l.facts.Snapshots, func(s *authflow.Snapshot) bool {
		return strings.Contains(s.Token, "'"+key+"'") || strings.Contains(s.Token, `"`+key+`"`)
	})
}

// loadsPage reports whether a node loads the page anew, which ends all state of
// its scripts: location.href = …, location.reload().
func loadsPage(n syntax.Node) bool {
	target := n.Child(syntax.FieldLeft)
	if n.Kind() == syntax.CallExpression {
		fn := n.Child(syntax.FieldFunction)
		if !slices.Contains([]string{"assign", "replace", "reload"}, fn.Child(syntax.FieldProperty).Text()) {
			return false
		}
		target = fn.Child(syntax.FieldObject)
	} else if n.Kind() != syntax.AssignmentExpression {
		return false
	}
	for ; target.Kind() == syntax.MemberExpression; target = target.Child(syntax.FieldObject) {
		if target.Child(syntax.FieldProperty).Text() == "location" {
			return true
		}
	}
	return target.Text() == "location"
}

package tshttp

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readLog reads console.log(…) and its siblings. Loggers of packages are left
// out: they can be told to redact, and where is not seen.
func (r *reader) readLog(n syntax.Node, callee value.Value) {
	if callee.Kind != value.Member || !callee.Base.IsGlobal("console") {
		return
	}
	var text []string
	for m := range n.Child(syntax.FieldArguments).Descendants() {
		if m.Is(syntax.StringFragment, syntax.TemplateString) {
			text = append(text, m.Text())
		}
	}
	l := authflow.LogWrite{
		Call: value.Spell(n.Child(syntax.FieldFunction)), Text: strings.Join(text, " "), Tool: isTool(r.file.Path) || r.eval.Project.Mentions(r.file.Path, runsOnServer),
	}
	for _, c := range flow.Conditions(n, functionOf(n)) {
		l.Guarded = l.Guarded || forDevelopment(c.Expr.Text())
	}
	if s := n.Parent(); s.Kind() == syntax.ExpressionStatement && s.Parent().Is(syntax.StatementBlock, syntax.Program) {
		l.Remove = &authflow.Edit{At: r.wholeLine(s)}
	}
	for a := range n.Child(syntax.FieldArguments).Elements() {
		r.logged(l, a)
	}
}

// logged notes the values in one argument.
func (r *reader) logged(l authflow.LogWrite, a syntax.Node) {
	switch a.Kind() {
	case syntax.Object:
		for m := range a.Elements() {
			switch m.Kind() {
			case syntax.Pair:
				r.logged(l, m.Child(syntax.FieldValue))
			case syntax.ShorthandPropertyIdentifier:
				r.logged(l, m)
			}
		}
		return
	case syntax.TemplateString:
		for m := range a.Elements() {
			if m.Kind() == syntax.TemplateSubstitution {
				r.logged(l, firstOf(m))
			}
		}
		return
	case syntax.BinaryExpression:
		if a.Operator() == "+" {
			r.logged(l, a.Child(syntax.FieldLeft))
			r.logged(l, a.Child(syntax.FieldRight))
		}
		return
	case syntax.ParenthesizedExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.AwaitExpression:
		r.logged(l, firstOf(a))
		return
	case syntax.CallExpression:
		if callee := r.value(a.Child(syntax.FieldFunction)); callee.Kind == value.Member && callee.Name == "stringify" && callee.Base.IsGlobal("JSON") {
			r.logged(l, firstOf(a.Child(syntax.FieldArguments)))
			return
		}
	case syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression, syntax.ShorthandPropertyIdentifier:
	default:
		return // !!token, a condition, a literal
	}
	if r.loggedHeaders(a) {
		l.At, l.Value = r.span(a), credential.Hole{Name: value.Spell(a), Origin: credential.Header, Key: "Authorization"}
		r.out.logs = append(r.out.logs, logged{fact: &l})
		return
	}
	if r.isObject(a) {
		return // the token of a parser, of a filter
	}
	for _, s := range r.eval.Shapes(r.operand(a)) {
		// Have: `Bearer ${token}` in a variable, or the token itself.
		if len(s) == 0 || s[len(s)-1].Hole == nil || len(s) > 1 && !credential.HasScheme(s) {
			continue
		}
		l.At, l.Value = r.span(a), *s[len(s)-1].Hole
		if name := r.tokenGetter(a); name != "" && l.Value.Origin == credential.Call {
			l.Value.Origin, l.Value.Key = credential.Variable, name
		}
		w := l
		r.out.logs = append(r.out.logs, logged{&w, r.missingPart(a)})
		return
	}
}

// tokenGetter names the method that hands out the token that a value is:
// session.getAccessToken().getJwtToken().
func (r *reader) tokenGetter(n syntax.Node) string {
	v := r.value(n)
	if v.Kind != value.Call || v.Base == nil || v.Base.Kind != value.Member || len(v.Arguments()) > 0 {
		return ""
	}
	words := credential.Words(v.Base.Name)
	if len(words) < 2 || words[0] != "get" || !credential.IsCredentialName(v.Base.Name) {
		return ""
	}
	return v.Base.Name
}

// textMethods are the methods of a string that code calls on tokens.
var textMethods = []string{"slice", "substring", "substr", "split", "trim", "replace", "replaceAll", "startsWith", "endsWith", "includes",
	"toString", "indexOf", "match", "charAt", "concat", "padEnd", "then", "catch"}

// isObject reports whether a name is declared or used as something else than a
// string: token: UrlToken, token.isStatic().
func (r *reader) isObject(n syntax.Node) bool {
	b := r.file.Scopes.Lookup(n)
	if !n.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) || b == nil {
		return false
	}
	if t := b.Decl.Child(syntax.FieldType); t.OK() && len(b.Path) == 0 && !strings.Contains(t.Text(), "string") && !strings.Contains(t.Text(), "any") {
		return true
	}
	return slices.ContainsFunc(b.Refs, func(ref syntax.Node) bool {
		m := ref.Parent()
		return m.Kind() == syntax.MemberExpression && m.Child(syntax.FieldObject) == ref && m.Parent().Child(syntax.FieldFunction) == m &&
			!slices.Contains(textMethods, m.Child(syntax.FieldProperty).Text())
	})
}

// forDevelopment: the condition asks for the mode of the build or for a flag of
// debugging.
func forDevelopment(cond string) bool {
	return slices.ContainsFunc(credential.Words(cond), func(w string) bool {
		return w == "dev" || w == "development" || w == "debug" || w == "production" || w == "verbose"
	})
}

// isTool reports whether a file is run by hand, by the folder it lies in.
func isTool(path string) bool {
	for _, dir := range strings.Split(filepath.ToSlash(filepath.Dir(path)), "/") {
		if slices.Contains([]string{"scripts", "script", "bin", "cli", "tools", "tool", "commands", "e2e", "cypress", "playwright"}, dir) {
			return true
		}
	}
	return false
}

// wholeLine is the place of a statement, with its line where nothing else
// stands on that.
func (r *reader) wholeLine(s syntax.Node) source.Span {
	at, src := r.span(s), r.file.Tree.Source()
	start := strings.LastIndexByte(src[:at.Start], '\n') + 1
	end := strings.IndexByte(src[at.End:], '\n')
	if end < 0 || strings.TrimSpace(src[start:at.Start]+src[at.End:at.End+end]) != "" {
		return at
	}
	at.Start, at.End = start, at.End+end+1
	return at
}

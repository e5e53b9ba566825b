package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// In which form values are stored, and taken out again.

// encoding says how a value that is stored as text was made text, and whether
// it was a string before. What may be one or the other is unknown.
func (r *reader) encoding(v value.Value) (authflow.Encoding, authflow.Truth) {
	var form authflow.Encoding
	var text authflow.Truth
	for i, a := range v.Alternatives() {
		e, t := r.encodingOf(a)
		if i > 0 && e != form {
			e = authflow.EncodingUnknown
		}
		if i > 0 && t != text {
			t = authflow.Unknown
		}
		form, text = e, t
	}
	return form, text
}

func (r *reader) encodingOf(v value.Value) (authflow.Encoding, authflow.Truth) {
	if v.Kind == value.Call && v.Base.Kind == value.Member && v.Base.Name == "stringify" && v.Base.Base.IsGlobal("JSON") {
		_, text := r.encoding(r.eval.Value(v.Arg(0)))
		return authflow.JSON, text
	}
	switch v.Kind {
	case value.Text:
		if slices.ContainsFunc(v.Shapes, isQuoted) {
			return authflow.JSON, authflow.Yes // `"${token}"`, as JSON.stringify would write it
		}
		return authflow.Raw, authflow.Yes
	case value.Object, value.Array:
		return authflow.Raw, authflow.No
	case value.Member, value.Param, value.Unknown:
		if isTokenString(v) {
			return authflow.Raw, authflow.Yes
		}
	}
	return authflow.EncodingUnknown, authflow.Unknown
}

// isQuoted: the quotes of JSON are part of the text.
func isQuoted(s credential.Shape) bool { return strings.HasPrefix(s.Prefix(), `"`) }

// isTokenString: the value is called as tokens are called, and nothing of it is
// read.
func isTokenString(v value.Value) bool {
	name := v.Name
	if v.Binding != nil && v.Kind != value.Member {
		name = v.Binding.Name
		if t := v.Binding.Decl.Child(syntax.FieldType); t.OK() && len(v.Binding.Path) == 0 && t.Text() != ": string" {
			return false
		}
		if slices.ContainsFunc(v.Binding.Refs, isTakenApart) {
			return false
		}
	}
	return credential.IsCredentialName(name)
}

// isTakenApart: token.access, which no string has.
func isTakenApart(ref syntax.Node) bool {
	m := ref.Parent()
	return m.Kind() == syntax.MemberExpression && m.Child(syntax.FieldObject) == ref && !slices.Contains(textMethods, m.Child(syntax.FieldProperty).Text())
}

// decoding says how the code around a read takes what was stored: it parses it,
// or uses it as the text that it is. It is unknown where the value goes
// elsewhere, and where failing to parse is provided for.
func (r *reader) decoding(f *module.File, n syntax.Node) authflow.Encoding {
	form := decodedAt(n)
	if form != authflow.EncodingUnknown {
		return form
	}
	p := enclosingUse(n).Parent()
	if p.Kind() != syntax.VariableDeclarator || p.Child(syntax.FieldName).Kind() != syntax.Identifier {
		return authflow.EncodingUnknown
	}
	b := f.Scopes.Lookup(p.Child(syntax.FieldName))
	if b == nil {
		return authflow.EncodingUnknown
	}
	for i, ref := range b.Refs {
		switch at := decodedAt(ref); {
		case at == authflow.EncodingUnknown:
		case form != authflow.EncodingUnknown && form != at && i > 0:
			return authflow.EncodingUnknown // it is looked at first
		default:
			form = at
		}
	}
	return form
}

// enclosingUse returns the outermost expression that is worth what n is.
func enclosingUse(n syntax.Node) syntax.Node {
	for p := n.Parent(); ; n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.ParenthesizedExpression, syntax.AwaitExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.SatisfiesExpression:
			continue
		case syntax.BinaryExpression:
			if op := p.Operator(); (op == "||" || op == "??") && p.Child(syntax.FieldLeft) == n || op == "&&" && p.Child(syntax.FieldRight) == n {
				continue
			}
		}
		return n
	}
}

// decodedAt says what the expression around n does with it.
func decodedAt(n syntax.Node) authflow.Encoding {
	n = enclosingUse(n)
	switch p := n.Parent(); p.Kind() {
	case syntax.TemplateSubstitution:
		return authflow.Raw
	case syntax.BinaryExpression:
		if p.Operator() == "+" {
			return authflow.Raw
		}
	case syntax.Arguments:
		call := p.Parent()
		switch fn := call.Child(syntax.FieldFunction).Text(); {
		case fn == "JSON.parse" && firstOf(p) == n:
			if isProvided(call) {
				return authflow.EncodingUnknown
			}
			return authflow.JSON
		case fn == "jwtDecode" || fn == "jwt_decode" || fn == "jwtDecode.default":
			return authflow.Raw
		}
	}
	return authflow.EncodingUnknown
}

// isProvided: the code around a JSON.parse expects that it may throw.
func isProvided(n syntax.Node) bool {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		if p.Kind() == syntax.TryStatement && p.Child(syntax.FieldBody) == n && p.Child(syntax.FieldHandler).OK() {
			return true
		}
		if scope.IsFunction(p) {
			return false
		}
	}
	return false
}

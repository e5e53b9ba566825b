package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// What shows that tokens of the project carry their scheme, or get it from
// somewhere else than the header's own expression.

// maxJoin bounds the code of a join, in bytes. Whoever joins a scheme to a token
// writes less.
const maxJoin = 400

// readSchemeJoin reads a scheme that is kept apart and joined to a token:
// `${tokenType} ${accessToken}`, tokenHead + token.
func (r *reader) readSchemeJoin(n syntax.Node) {
	if n.Kind() == syntax.SwitchStatement || n.Kind() == syntax.BinaryExpression && n.Operator() != "+" || n.End()-n.Start() > maxJoin {
		return
	}
	scheme := false
	for m := range n.Descendants() {
		switch m.Kind() {
		case syntax.Identifier, syntax.PropertyIdentifier, syntax.String:
			scheme = scheme || credential.NameOf(m.Text()) == credential.NameScheme
		case syntax.StatementBlock, syntax.Object:
			return // a template of code, not a value
		}
	}
	if scheme && slices.ContainsFunc(r.joined(n), joinsScheme) {
		r.out.evidence.SchemeJoins = append(r.out.evidence.SchemeJoins, r.span(n))
	}
}

// joined returns the shapes of a template or a sum. Two names with a + between
// may be numbers to the evaluator; here their names say that they are not.
func (r *reader) joined(n syntax.Node) []credential.Shape {
	if n.Kind() != syntax.BinaryExpression {
		return r.eval.Shapes(r.operand(n))
	}
	var out []credential.Shape
	for _, left := range r.eval.Shapes(r.operand(n.Child(syntax.FieldLeft))) {
		for _, right := range r.eval.Shapes(r.operand(n.Child(syntax.FieldRight))) {
			out = append(out, credential.Join(left, right))
		}
	}
	return out
}

// joinsScheme: a scheme and a token with at most a blank between, and nothing
// else: not `${scheme}://${host}/${token}`, not prefix + 'token'.
func joinsScheme(s credential.Shape) bool {
	if len(s) < 2 || nameKind(s[0].Hole) != credential.NameScheme {
		return false
	}
	last := nameKind(s[len(s)-1].Hole)
	between, literal := s[1 : len(s)-1].Constant()
	return literal && strings.TrimSpace(between) == "" && (last == credential.NameToken || last == credential.NameRefresh)
}

func nameKind(h *credential.Hole) credential.NameKind {
	if h == nil {
		return credential.NameUnknown
	}
	if h.Key != "" {
		return credential.NameOf(h.Key)
	}
	return credential.NameOf(h.Name)
}

// keepsScheme notes a place that stores, returns or assigns a token together
// with its scheme: whoever sends that token later sends it as it is.
func (r *reader) keepsScheme(n syntax.Node, name string, val value.Operand) {
	if credential.IsCredentialName(name) && slices.ContainsFunc(r.eval.Shapes(val), r.isSchemed) {
		r.out.evidence.SchemeJoins = append(r.out.evidence.SchemeJoins, r.span(n))
	}
}

// isSchemed: a scheme in use, or of the project, and a value behind it; not the
// text 'Access Token'.
func (r *reader) isSchemed(s credential.Shape) bool {
	_, constant := s.Constant()
	return !constant && credential.HasScheme(s) && r.schemes.Known(credential.SchemeOf(s))
}

// keepers begin the names of functions that keep a value under a name.
var keepers = []string{"set", "put", "save", "store", "write", "persist"}

// readKeeping reads setStorageSync('token', 'Bearer ' + t) and whatever else
// keeps a value under a name. Web storage is read as such.
func (r *reader) readKeeping(n syntax.Node) {
	words := credential.Words(calleeName(n))
	if len(words) == 0 || !slices.Contains(keepers, words[0]) {
		return
	}
	var args []syntax.Node
	for a := range n.Child(syntax.FieldArguments).Elements() {
		args = append(args, a)
	}
	if len(args) < 2 {
		return
	}
	if name, ok := r.value(args[0]).Constant(); ok {
		r.keepsScheme(n, name, r.operand(args[1]))
	}
}

package tshttp

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// How a header's value is mended where it is wrong, and what the code around it
// says of that. Each edit is made only where the mistake is one that it mends.

// mend completes a header's fact.
func (r *reader) mend(w *authflow.HeaderWrite, val syntax.Node) {
	for _, s := range w.Values {
		if _, wrong := r.schemes.Schemed(s); wrong {
			w.TakeScheme = r.takeScheme(val)
			w.TestsScheme = testsScheme(val)
		}
		if _, wrong := credential.PlainBasic(s); wrong {
			w.Encode = r.encode(val)
		}
		if p, wrong := credential.Unawaited(s); wrong {
			w.Await = r.await(p, val)
		}
		for _, p := range credential.Placeholders(s) {
			root, _, _ := strings.Cut(p.Name, ".")
			sc := r.file.Scopes.At(val)
			if sc != nil && sc.Lookup(root) != nil && !slices.Contains(w.InScope, p.Name) {
				w.InScope = append(w.InScope, p.Name)
				w.Fill = r.fill(val, p)
				w.Configures = r.configures(val.Parent())
			}
		}
	}
}

// configures: the headers stand beside the command or the URL of a server (MCP,
// HTTP checks), or in a file that is called a configuration.
func (r *reader) configures(pair syntax.Node) bool {
	if strings.Contains(filepath.Base(r.file.Path), ".config.") {
		return true
	}
	headers := pair.Parent().Parent()
	if pair.Kind() != syntax.Pair || headers.Kind() != syntax.Pair {
		return false
	}
	var names []string
	for m := range headers.Parent().Elements() {
		names = append(names, scope.PropertyName(m.Child(syntax.FieldKey)))
	}
	has := func(name string) bool { return slices.Contains(names, name) }
	return has("command") || has("args") || has("type") && has("url")
}

// unparen sees through parentheses and type assertions.
func unparen(n syntax.Node) syntax.Node {
	for n.Is(syntax.ParenthesizedExpression, syntax.AsExpression, syntax.SatisfiesExpression) {
		n = firstOf(n)
	}
	return n
}

// operands returns the operands of a chain of an operator, in order.
func operands(n syntax.Node, op string) []syntax.Node {
	var out []syntax.Node
	for n.Kind() == syntax.BinaryExpression && n.Operator() == op {
		out = append(out, n.Child(syntax.FieldRight))
		n = n.Child(syntax.FieldLeft)
	}
	out = append(out, n)
	slices.Reverse(out)
	return out
}

// literalScheme returns the length of the scheme and the blank that begin a
// text, 0 where there is none.
func literalScheme(text string) int {
	scheme, _, ok := strings.Cut(text, " ")
	if !ok || !credential.IsScheme(scheme) {
		return 0
	}
	return len(scheme) + 1
}

func (r *reader) takeScheme(val syntax.Node) []authflow.Edit {
	val = unparen(val)
	switch parts := operands(val, "+"); {
	case val.Kind() == syntax.TemplateString:
		at := r.span(val)
		if n := literalScheme(val.Text()[1:]); n > 0 {
			return []authflow.Edit{{At: source.Span{File: at.File, Start: at.Start + 1, End: at.Start + 1 + n}}}
		}
	case len(parts) == 2 && parts[0].Kind() == syntax.String:
		if text := scope.Unquote(parts[0]); literalScheme(text) == len(text) {
			return []authflow.Edit{{At: source.Span{File: r.file.Path, Start: parts[0].Start(), End: parts[1].Start()}}}
		}
	}
	return nil
}

// encode puts btoa around what follows the scheme.
func (r *reader) encode(val syntax.Node) []authflow.Edit {
	val = unparen(val)
	at := r.span(val)
	point := func(offset int, text string) authflow.Edit {
		return authflow.Edit{At: source.Span{File: at.File, Start: offset, End: offset}, Text: text}
	}
	switch parts := operands(val, "+"); {
	case val.Kind() == syntax.TemplateString:
		if n := literalScheme(val.Text()[1:]); n > 0 && !strings.Contains(val.Text()[1:], "btoa(") {
			return []authflow.Edit{point(at.Start+1+n, "${btoa(`"), point(at.End-1, "`)}")}
		}
	case len(parts) > 2 && parts[0].Kind() == syntax.String:
		if text := scope.Unquote(parts[0]); literalScheme(text) == len(text) && !strings.Contains(val.Text(), "btoa(") {
			return []authflow.Edit{point(parts[1].Start(), "btoa("), point(at.End, ")")}
		}
	}
	return nil
}

// await puts await before a promise, where the function around it is async.
func (r *reader) await(p credential.Part, val syntax.Node) []authflow.Edit {
	if !r.span(val).Contains(p.At) || !functionOf(val).Has(syntax.Async) {
		return nil
	}
	return []authflow.Edit{{At: before(p.At), Text: "await "}}
}

// fill makes a template literal of a string with a placeholder.
func (r *reader) fill(val syntax.Node, p credential.Fault) []authflow.Edit {
	val = unparen(val)
	at := r.span(val)
	i := strings.Index(val.Text(), p.Text)
	if i < 0 || !val.Is(syntax.String, syntax.TemplateString) {
		return nil
	}
	place := source.Span{File: at.File, Start: at.Start + i, End: at.Start + i + len(p.Text)}
	edits := []authflow.Edit{{At: place, Text: "${" + p.Name + "}"}}
	if val.Kind() == syntax.String {
		edits = append([]authflow.Edit{{At: source.Span{File: at.File, Start: at.Start, End: at.Start + 1}, Text: "`"}}, edits...)
		edits = append(edits, authflow.Edit{At: source.Span{File: at.File, Start: at.End - 1, End: at.End}, Text: "`"})
	}
	return edits
}

// testsScheme: the function around the value asks startsWith('Bearer') or the
// like.
func testsScheme(val syntax.Node) bool {
	fn := functionOf(val)
	if !fn.OK() {
		fn = val.Tree().Root()
	}
	for n := range fn.Descendants() {
		if n.Kind() == syntax.CallExpression {
			switch calleeName(n) {
			case "startsWith", "includes", "indexOf", "test", "match", "replace", "split":
				if strings.Contains(strings.ToLower(n.Text()), "earer") {
					return true
				}
			}
		}
	}
	return false
}

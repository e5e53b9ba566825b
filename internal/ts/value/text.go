package value

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// literal returns the shapes of a string or template literal.
func (e *Evaluator) literal(f *module.File, n syntax.Node, env *Env) []credential.Shape {
	shapes := []credential.Shape{nil}
	pos, end := n.Start()+1, n.End()-1
	src := n.Tree().Source()
	text := func(to int) {
		if pos < to {
			at := source.Span{File: f.Path, Start: pos, End: to}
			shapes = credential.Product(shapes, []credential.Shape{credential.Text(src[pos:to], at, true)})
		}
	}
	for c := range n.Children() {
		switch c.Kind() {
		case syntax.EscapeSequence:
			text(c.Start())
			shapes = credential.Product(shapes, []credential.Shape{credential.Text(unescape(c.Text()), f.Span(c), false)})
			pos = c.End()
		case syntax.TemplateSubstitution:
			text(c.Start())
			shapes = credential.Product(shapes, e.Shapes(Operand{File: f, Node: elementOf(c), Env: env}))
			pos = c.End()
		}
	}
	text(end)
	return shapes
}

// unescape evaluates an escape sequence (ECMAScript "String Literals"). What is
// malformed stays as it is written.
func unescape(s string) string {
	if len(s) < 2 {
		return s
	}
	switch c, rest := s[1], s[2:]; c {
	case 'x', 'u':
		digits := strings.TrimSuffix(strings.TrimPrefix(rest, "{"), "}")
		if r, err := strconv.ParseUint(digits, 16, 32); err == nil && r <= unicode.MaxRune {
			return string(rune(r))
		}
		return s
	case '\r', '\n':
		return "" // the line goes on
	default:
		if i := strings.IndexByte("0bfnrtv", c); i >= 0 {
			return string("\x00\b\f\n\r\t\v"[i]) + rest
		}
	}
	return s[1:]
}

// Shapes returns what is known of an operand as a string: one shape for each
// alternative. What is not known is a hole.
func (e *Evaluator) Shapes(o Operand) []credential.Shape {
	v := e.Value(o)
	var out []credential.Shape
	for _, a := range v.Alternatives() {
		a.Promise = a.Promise || v.Promise
		if a.Promise && a.Kind != Null && a.Kind != Undefined {
			// Whatever it will be, as a string it reads "[object Promise]".
			part := o.part(v, a)
			out = append(out, credential.Of(e.Describe(a, part.spelling(a)), part.span(a)))
			continue
		}
		switch a.Kind {
		case Text:
			out = append(out, a.Shapes...)
		case Number:
			out = append(out, credential.Text(a.Node.Text(), source.Span{}, false))
		case Null, Undefined:
			// As part of a string it would read "null"; what the code means is that
			// there is nothing. The rules that care look at MayBeNull.
			if v.Kind != Union {
				out = append(out, nil)
			}
		default:
			part := o.part(v, a)
			out = append(out, credential.Of(e.Describe(a, part.spelling(a)), part.span(a)))
		}
	}
	if len(out) > maxAlternatives {
		out = out[:maxAlternatives]
	}
	return out
}

// part returns the piece of the operand that alone is worth one alternative of
// v: token, of token || ”.
func (o Operand) part(v, alternative Value) Operand {
	if n := alternative.Node; v.Kind == Union && alternative.File == o.File && o.Node.OK() && n.OK() && o.Node.Contains(n) {
		o.Node = n
	}
	return o
}

// spelling is how the code writes an operand, shortened for messages.
func (o Operand) spelling(v Value) string {
	n := o.Node
	if !n.OK() {
		n = v.Node
	}
	return Spell(n)
}

func (o Operand) span(v Value) source.Span {
	if o.File != nil && o.Node.OK() {
		return o.File.Span(o.Node)
	}
	return v.Span()
}

// maxSpelling is as much of an expression as Spell looks at, in bytes.
const maxSpelling = 400

// Spell returns the text of an expression on one line, cut where it is long.
func Spell(n syntax.Node) string {
	for n.Is(syntax.ParenthesizedExpression, syntax.AwaitExpression, syntax.NonNullExpression, syntax.AsExpression) {
		in := elementOf(n)
		if !in.OK() {
			break
		}
		n = in
	}
	text := n.Text()
	if len(text) > maxSpelling {
		text = strings.ToValidUTF8(text[:maxSpelling], "")
	}
	s := strings.Join(strings.Fields(text), " ")
	s = lineBreak.Replace(s)
	if r := []rune(s); len(r) > 40 {
		s = string(r[:39]) + "…"
	}
	return s
}

// lineBreak joins a chain that stands on several lines.
var lineBreak = strings.NewReplacer(" ...", " ...", " ?.", "?.", " .", ".")

// summands returns the operands of a chain of +, which the tree nests to the
// left.
func summands(f *module.File, n syntax.Node, env *Env) []Operand {
	var out []Operand
	for n.Kind() == syntax.BinaryExpression && n.Operator() == "+" {
		out = append(out, Operand{File: f, Node: n.Child(syntax.FieldRight), Env: env})
		n = n.Child(syntax.FieldLeft)
	}
	out = append(out, Operand{File: f, Node: n, Env: env})
	slices.Reverse(out)
	return out
}

// concat joins operands to a string, as + and concat do. Two operands of which
// neither is a string are no string: + may add numbers.
func (e *Evaluator) concat(f *module.File, n syntax.Node, env *Env, parts ...Operand) Value {
	shapes := []credential.Shape{nil}
	isText := false
	for _, p := range parts {
		for _, a := range e.Value(p).Alternatives() {
			isText = isText || a.Kind == Text
		}
		shapes = credential.Product(shapes, e.Shapes(p))
	}
	if !isText {
		return Value{File: f, Node: n, Env: env}
	}
	return Value{Kind: Text, File: f, Node: n, Env: env, Shapes: shapes}
}

// join evaluates [a, b].join(separator).
func (e *Evaluator) join(array Value, sep Operand, site Operand) (Value, bool) {
	between := ","
	if sep.Node.OK() {
		s, ok := e.Value(sep).Constant()
		if !ok {
			return Value{}, false
		}
		between = s
	}
	shapes := []credential.Shape{nil}
	first := true
	for c := range array.Node.Elements() {
		if c.Kind() == syntax.SpreadElement {
			return Value{}, false
		}
		if !first {
			shapes = credential.Product(shapes, []credential.Shape{credential.Text(between, source.Span{}, false)})
		}
		first = false
		shapes = credential.Product(shapes, e.Shapes(Operand{File: array.File, Node: c, Env: array.Env}))
	}
	return Value{Kind: Text, File: site.File, Node: site.Node, Env: site.Env, Shapes: shapes}, true
}

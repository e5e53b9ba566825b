package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/parse"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// directives returns the comments of the files that speak to authlint.
func directives(p *module.Project) map[string][]suppress.Comment {
	out := map[string][]suppress.Comment{}
	for _, path := range p.Marked() {
		if f := p.File(path); f != nil {
			out[path] = comments(f)
		}
	}
	return out
}

func comments(f *module.File) (out []suppress.Comment) {
	for n := range f.Tree.Root().Descendants() {
		if n.Kind() == syntax.Comment || n.Kind() == syntax.HTMLComment {
			out = append(out, suppress.Comment{At: f.Span(n), Text: n.Text(), Until: elementBelow(n)})
		}
	}
	for _, c := range parse.MarkupComments(f.Path, []byte(f.Tree.Source())) {
		out = append(out, suppress.Comment{At: source.Span{File: f.Path, Start: c.Start, End: c.End}, Text: c.Text, Until: c.Until})
	}
	return out
}

// elementBelow returns the end of the element of JSX that a comment in braces
// stands above, 0 where it stands above none.
func elementBelow(comment syntax.Node) int {
	braces := comment.Parent()
	if !braces.Is(syntax.JSXExpression) {
		return 0
	}
	for n := braces.Next(); n.OK(); n = n.Next() {
		switch {
		case n.Is(syntax.JSXElement, syntax.JSXSelfClosingElement):
			return n.End()
		case n.Kind() != syntax.JSXText || strings.TrimSpace(n.Text()) != "":
			return 0
		}
	}
	return 0
}

package markdown

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// HTML is a page of a rule as a part of a document: its headings are one level
// deeper, its examples say whether they are wrong or right. HTML within the page
// is left out.
func HTML(page string) template.HTML {
	src := []byte(page)
	doc := converter.Parser().Parse(text.NewReader(src))
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			h.Level++
		}
		return ast.WalkContinue, nil
	})
	var b bytes.Buffer
	if err := converter.Renderer().Render(&b, src, doc); err != nil {
		return template.HTML(template.HTMLEscapeString(page)) // a buffer takes all
	}
	return template.HTML(b.String())
}

var converter = goldmark.New(goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(examples{}, 1))))

// examples renders blocks of code.
type examples struct{}

func (examples) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, func(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		n := node.(*ast.FencedCodeBlock)
		language, kind := "", ""
		if n.Info != nil {
			language, kind, _ = strings.Cut(string(n.Info.Value(src)), " ")
		}
		switch kind {
		case "bad":
			w.WriteString(`<figure class="bad"><figcaption>wrong (` + template.HTMLEscapeString(language) + `)</figcaption>`)
		case "good":
			w.WriteString(`<figure class="good"><figcaption>right (` + template.HTMLEscapeString(language) + `)</figcaption>`)
		default:
			w.WriteString("<figure>")
		}
		w.WriteString(`<pre tabindex="0"><code>`)
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			w.Write(util.EscapeHTML(line.Value(src)))
		}
		w.WriteString("</code></pre></figure>\n")
		return ast.WalkSkipChildren, nil
	})
}

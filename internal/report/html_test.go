package report

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

func (r *Run) html(t *testing.T) (text string, elements []*html.Node) {
	t.Helper()
	var b bytes.Buffer
	if err := r.HTML(&b); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			elements = append(elements, n)
		}
	}
	return b.String(), elements
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func TestHTML(t *testing.T) {
	r, span := newRun(t, map[string]string{
		"web/api.ts": "import x\n\nget(u, { headers: { Authorization: token } })\nlast()\n",
		"web/b.ts":   "send(`Bearer ${token}`)\n",
	})
	at := span("web/api.ts", "token")
	r.Findings = []rule.Finding{
		{
			Rule: "missing-bearer", Severity: rule.Error, At: at, Message: "`token` is sent without a scheme", Help: "write `Bearer` first",
			Related: []rule.Related{{At: span("web/b.ts", "send"), Message: "the same API gets `Bearer` here"}},
			Fixes:   []rule.Fix{{Message: "Put Bearer before it", Edits: []authflow.Edit{{At: source.Span{File: at.File, Start: at.Start, End: at.Start}, Text: "'Bearer ' + "}}}},
		},
		{Rule: "suppression", Severity: rule.Warning, At: span("web/b.ts", "token"), Message: "unused"},
	}
	r.Problems = []source.Problem{{Kind: source.Parse, File: span("web/b.ts", "send").File, Message: "syntax error"}}
	text, elements := r.html(t)
	for _, want := range []string{
		`<h3><span class="badge">error</span> <code>token</code> is sent without a scheme</h3>`,
		"<span class=\"line hit\"><i>3</i>get(u, { headers: { Authorization: <mark>token</mark> } })\n</span>",
		"<i>1</i>import x\n</span>", "<i>4</i>last()\n</span></code>",
		`web/b.ts:1:1</span> the same API gets <code>Bearer</code> here`,
		`<span class="removed">-get(u, { headers: { Authorization: token } })</span><span class="added">&#43;get(u, { headers: { Authorization: &#39;Bearer &#39; &#43; token } })</span>`,
		"Put Bearer before it <span>--fix=all</span>", "<li>web/b.ts: syntax error</li>", "Token sent without its scheme", "<bdi>web/<wbr>api.ts</bdi>",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in the page", want)
		}
	}
	ids := map[string]bool{}
	for _, n := range elements {
		if id := attribute(n, "id"); id != "" && ids[id] {
			t.Errorf("%s is there twice", id)
		} else {
			ids[id] = true
		}
	}
	for _, n := range elements {
		target, here := strings.CutPrefix(attribute(n, "href"), "#")
		if here && !ids[target] {
			t.Errorf("a link leads to #%s, which is not there", target)
		}
		if n.Data != "a" && attribute(n, "href") != "" || attribute(n, "src") != "" || n.Data == "link" {
			t.Errorf("<%s %v> loads something", n.Data, n.Attr)
		}
	}
}

// A long list of problems does not push the findings out of view.
func TestHTMLOfManyProblems(t *testing.T) {
	for n, want := range map[int]string{5: `<details class="problems" open>`, 6: `<details class="problems">`} {
		r, _ := newRun(t, nil)
		for range n {
			r.Problems = append(r.Problems, source.Problem{Kind: source.Types, File: "go.mod", Message: "run `go mod download`"})
		}
		if text, _ := r.html(t); !strings.Contains(text, want) {
			t.Errorf("with %d problems %s is not in the page", n, want)
		} else if command := "<code>go mod download</code>"; !strings.Contains(text, command) {
			t.Errorf("%s is not in the page", command)
		}
	}
}

// Whatever is in the files under analysis, it is shown and does nothing.
func TestHTMLHostile(t *testing.T) {
	evil := `</code></pre><script>alert(1)</script><img src=x onerror=alert(1)>"'`
	name := "a&<b>\u202e.ts"
	r, span := newRun(t, map[string]string{name: evil + "\u202e\x1b\xff\n" + strings.Repeat("x", 3<<20)})
	f := rule.Finding{Rule: "missing-bearer", Severity: rule.Error, At: span(name, evil), Message: "`" + evil, Help: evil,
		Fixes: []rule.Fix{{Message: evil, Edits: []authflow.Edit{{At: span(name, "alert"), Text: evil}}}}}
	long := span(name, "xxx")
	f.Fixes = append(f.Fixes, rule.Fix{Message: "long", Edits: []authflow.Edit{{At: long}}},
		rule.Fix{Message: "gone", Edits: []authflow.Edit{{At: source.Span{File: "gone", Start: 9, End: 10}}}})
	r.Findings = []rule.Finding{f, {Rule: "no-such-rule", Severity: rule.Advice, At: source.Span{File: "gone", Start: 7, End: 9}, Message: evil}}
	r.Problems = []source.Problem{{Message: evil}}
	text, elements := r.html(t)
	scripts := 0
	for _, n := range elements {
		switch n.Data {
		case "script":
			scripts++
		case "img", "b-evil":
			t.Errorf("<%s> comes from what was shown", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s=%q", a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts, want the page's own", scripts)
	}
	if strings.ContainsAny(text, "\u202e\x1b") {
		t.Error("what reorders text is in the page")
	}
	if len(text) > 1<<20 {
		t.Errorf("a long line makes a page of %d bytes", len(text))
	}
}

func TestHTMLOfNothing(t *testing.T) {
	r, _ := newRun(t, nil)
	text, _ := r.html(t)
	if !strings.Contains(text, "No findings.") || strings.Contains(text, "<nav") || strings.Contains(text, "<script>") {
		t.Errorf("got %s", text)
	}
}

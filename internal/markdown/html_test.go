package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHTML(t *testing.T) {
	want := `<h2>Token without a scheme (missing-bearer)</h2>
<h3>What it does</h3>
<p>Flags a <strong>bare</strong> token where <code>Bearer &lt;token&gt;</code> belongs (see <a href="https://example.com/6750">RFC
6750</a>), and more of it.</p>
<ul>
<li>One that is long enough to need a second line.</li>
<li>Two</li>
</ul>
<h3>Example</h3>
<figure class="bad"><figcaption>wrong (ts)</figcaption><pre tabindex="0"><code>send({ headers: { Authorization: token } }); // a line of code is never broken

done();
</code></pre></figure>
<figure class="good"><figcaption>right (ts)</figcaption><pre tabindex="0"><code>ok();
</code></pre></figure>
`
	if diff := cmp.Diff(want, string(HTML(page))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestHTMLIsInert(t *testing.T) {
	got := string(HTML("<script>alert(1)</script>\n\n[x](javascript:alert)\n\n```\"><script> bad\n</code><script>\n```\n"))
	if strings.Contains(got, "<script") || strings.Contains(got, "javascript:") {
		t.Errorf("something could run: %s", got)
	}
}

package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/rules"
)

const page = `# Token without a scheme (missing-bearer)

## What it does

Flags a **bare** token where ` + "`Bearer <token>`" + ` belongs (see [RFC
6750](https://example.com/6750)), and more of it.

- One that is long enough to need a second line.
- Two

## Example

` + "```ts bad" + `
send({ headers: { Authorization: token } }); // a line of code is never broken

done();
` + "```" + `

` + "```ts good" + `
ok();
` + "```" + `
`

func TestTerminal(t *testing.T) {
	want := `Token without a scheme (missing-bearer)

What it does

  Flags a bare token where ` + "`Bearer" + `
  <token>` + "`" + ` belongs (see RFC 6750
  <https://example.com/6750>), and more
  of it.

  - One that is long enough to need a
    second line.
  - Two

Example

    wrong (ts)
    send({ headers: { Authorization: token } }); // a line of code is never broken

    done();

    right (ts)
    ok();
`
	if diff := cmp.Diff(want, Terminal(page, 40, false)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTerminalColors(t *testing.T) {
	got := Terminal("## Head\n\nSee `x`.\n", 40, true)
	if want := "\x1b[1mHead\x1b[22m\n\n  See \x1b[36mx\x1b[0m.\n"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A word of a page that is lost in the terminal is a fault of the layout.
func TestTerminalLosesNothing(t *testing.T) {
	said := strings.NewReplacer("```ts bad", "", "```ts good", "", "```go bad", "", "```go good", "")
	for _, r := range rules.All {
		got := Terminal(r.Doc().Body, 60, false)
		for _, word := range strings.FieldsFunc(said.Replace(r.Doc().Body), func(c rune) bool { return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') }) {
			if !strings.Contains(got, word) {
				t.Errorf("%s: %q is lost", r.ID, word)
			}
		}
		for line := range strings.Lines(got) {
			if strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "    ") && utf8.RuneCountInString(line) > 61 && strings.Contains(strings.TrimSpace(line), " ") {
				t.Errorf("%s: the line is too long: %s", r.ID, line)
			}
		}
	}
}

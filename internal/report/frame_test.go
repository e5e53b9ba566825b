package report

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/authlint/authlint/internal/source"
)

// Whatever a file holds, a frame fits its width, has no line end, and its marks
// lie within.
func FuzzFrame(f *testing.F) {
	f.Add("\tsend(token)\r\n", 6, 11)
	f.Add("日本 = '\x1b[31m'\n\xff\xfe", 3, 90)
	f.Add(strings.Repeat("é\t", 300)+"\n", 599, 700)
	f.Add("", 0, 0)
	f.Fuzz(func(t *testing.T, src string, start, end int) {
		rows, _ := frame(&text{src, source.NewLines(src)}, source.Span{File: "f", Start: start, End: end}, frameWidth)
		if len(rows) > frameLines {
			t.Fatalf("%d rows", len(rows))
		}
		for _, r := range rows {
			width := runewidth.StringWidth(r.code)
			if width > 2*frameWidth || strings.ContainsAny(r.code, "\n\r\t\x1b") {
				t.Errorf("%q, %d wide", r.code, width)
			}
			if r.before < 0 || r.marked < 1 || r.before+r.marked > 2*frameWidth {
				t.Errorf("marks at %d, %d wide", r.before, r.marked)
			}
		}
	})
}

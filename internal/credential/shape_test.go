package credential

import (
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/source"
)

// shape builds a shape from its rendering: literal text with ‹holes›. A "|" ends
// a part; a part that begins with "~" is not verbatim in the source. Parts stand
// in the file "f" one after another with a byte between them, a hole taking the
// bytes of its name.
func shape(s string) Shape {
	var out Shape
	pos := 0
	at := func(n int) source.Span {
		span := source.Span{File: "f", Start: pos, End: pos + n}
		pos += n + 1
		return span
	}
	for s != "" {
		if rest, ok := strings.CutPrefix(s, "‹"); ok {
			name, after, _ := strings.Cut(rest, "›")
			out = append(out, Part{Hole: &Hole{Name: name}, At: at(len(name))})
			s = strings.TrimPrefix(after, "|")
			continue
		}
		end := strings.IndexAny(s, "|‹")
		if end < 0 {
			end = len(s)
		}
		text, escaped := strings.CutPrefix(s[:end], "~")
		out = append(out, Part{Text: text, At: at(len(text)), Verbatim: !escaped})
		s = strings.TrimPrefix(s[end:], "|")
	}
	return out
}

func TestShape(t *testing.T) {
	tests := []struct {
		shape    string
		constant string
		known    bool
		prefix   string
		sole     string
	}{
		{"", "", true, "", ""},
		{"a", "a", true, "a", ""},
		{"a|b", "ab", true, "ab", ""},
		{"a‹x›", "", false, "a", ""},
		{"a|b‹x›c", "", false, "ab", ""},
		{"‹x›", "", false, "", "x"},
		{"‹x›‹y›", "", false, "", ""},
	}
	for _, tt := range tests {
		s := shape(tt.shape)
		if got, ok := s.Constant(); got != tt.constant || ok != tt.known {
			t.Errorf("%q: Constant = %q, %v", tt.shape, got, ok)
		}
		if got := s.Prefix(); got != tt.prefix {
			t.Errorf("%q: Prefix = %q", tt.shape, got)
		}
		sole := ""
		if h := s.Sole(); h != nil {
			sole = h.Name
		}
		if sole != tt.sole {
			t.Errorf("%q: Sole = %q", tt.shape, sole)
		}
		if got, want := s.String(), strings.ReplaceAll(tt.shape, "|", ""); got != want {
			t.Errorf("String = %q, want %q", got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	got := Join(shape("Bearer"), Text("", source.Span{}, false), nil, shape(" "), shape("‹t›"))
	if got.String() != "Bearer ‹t›" || len(got) != 3 {
		t.Errorf("Join = %q in %d parts", got, len(got))
	}
	if got := Join(); got != nil {
		t.Errorf("Join() = %v", got)
	}
}

func TestTrimPrefix(t *testing.T) {
	tests := []struct {
		shape string
		n     int
		want  string
		start int // of the first part
	}{
		{"/users", 1, "users", 1},
		{"/users", 0, "/users", 0},
		{"/|users", 2, "sers", 3},
		{"/|/‹id›", 2, "‹id›", 4},
		{"‹base›/x", 1, "‹base›/x", 0},
		{"~/users", 1, "users", 0}, // escaped in the source: the place stays that of the whole
		{"ab", 5, "", 0},
	}
	for _, tt := range tests {
		s := shape(tt.shape)
		got := s.TrimPrefix(tt.n)
		if got.String() != tt.want {
			t.Errorf("%q.TrimPrefix(%d) = %q, want %q", tt.shape, tt.n, got, tt.want)
		}
		if len(got) > 0 && got[0].At.Start != tt.start {
			t.Errorf("%q.TrimPrefix(%d) begins at %d, want %d", tt.shape, tt.n, got[0].At.Start, tt.start)
		}
		if before := strings.NewReplacer("|", "", "~", "").Replace(tt.shape); s.String() != before {
			t.Errorf("TrimPrefix changed its receiver to %q", s)
		}
	}
}

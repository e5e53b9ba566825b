package credential

import (
	"strings"
	"testing"
)

func TestSpacing(t *testing.T) {
	type want struct {
		kind ProblemKind
		// start and end place the edit; none where there is no single place.
		start, end int
		with       string
	}
	none := -1
	tests := []struct {
		shape string
		want  []want
	}{
		// Right.
		{"Bearer ‹t›", nil},
		{"Bearer| |‹t›", nil},
		{"bearer ‹t›", nil}, // the case of a scheme does not matter
		{"Basic ‹b›", nil},
		{"‹t›", nil},            // missing-bearer's matter
		{"‹type› ‹t›", nil},     // the scheme is not known here
		{"Bearer‹sep›‹t›", nil}, // the first hole may be the blank
		{"Bearer", nil},         // no credentials
		{"Bearer  ", nil},
		{"BearerAuth", nil}, // a word of its own
		{"Bearer|Auth", nil},
		{"token‹id›", nil},  // "token" is an everyday word
		{"Token: ‹t›", nil}, // some APIs have it so
		{"Acme  ‹t›", nil},  // whatever Acme wants
		{"key=‹k›", nil},
		{"", nil},

		{"Bearer‹t›", []want{{NoSpace, 6, 6, " "}}},
		{"bearer‹t›", []want{{NoSpace, 6, 6, " "}}},
		{"Basic‹b›", []want{{NoSpace, 5, 5, " "}}},
		{"~Bearer‹t›", []want{{NoSpace, none, none, " "}}},
		{"Bearer  ‹t›", []want{{ManySpaces, 6, 8, " "}}},
		{"Bearer |  ‹t›", []want{{ManySpaces, none, none, " "}}},
		{"Token  ‹t›", []want{{ManySpaces, 5, 7, " "}}},
		{"Bearer\t‹t›", []want{{WrongBlank, 6, 7, " "}}},
		{"Bearer|~\t‹t›", []want{{WrongBlank, none, none, " "}}},
		{"Bearer\u00a0‹t›", []want{{WrongBlank, 6, 8, " "}}},
		{"Bearer \u200b‹t›", []want{{WrongBlank, 6, 10, " "}}},
		{"Bearer: ‹t›", []want{{Colon, 6, 8, " "}}},
		{"Bearer:‹t›", []want{{Colon, 6, 7, " "}}},
		{"Bearer : ‹t›", []want{{Colon, 6, 9, " "}}},
		{" Bearer ‹t›", []want{{LeadingBlank, 0, 1, ""}}},
		{"Bearer ‹t› ", []want{{TrailingBlank, 10, 11, ""}}},
		{"Bearer ‹t›\n", []want{{TrailingBlank, 10, 11, ""}}},
		{"Bearer ‹t›.‹sig› ", []want{{TrailingBlank, 16, 17, ""}}},
		{" Bearer  ‹t› ", []want{{ManySpaces, 7, 9, " "}, {LeadingBlank, 0, 1, ""}, {TrailingBlank, 12, 13, ""}}},
	}
	for _, tt := range tests {
		got := Schemes(nil).Spacing(shape(tt.shape))
		if len(got) != len(tt.want) {
			t.Errorf("Spacing(%q) = %+v, want %d problems", tt.shape, got, len(tt.want))
			continue
		}
		for i, w := range tt.want {
			p := got[i]
			if p.Kind != w.kind || p.Replacement != w.with {
				t.Errorf("Spacing(%q)[%d] = %+v, want kind %d, %q", tt.shape, i, p, w.kind, w.with)
			}
			if w.start == none && p.At.Valid() || w.start != none && (p.At.Start != w.start || p.At.End != w.end) {
				t.Errorf("Spacing(%q)[%d] is at %+v, want %d to %d", tt.shape, i, p.At, w.start, w.end)
			}
		}
	}
}

func TestSpacingOfFile(t *testing.T) {
	s := shape("Bearer ‹content›")
	s[1].Hole.EndsInNewline = true
	got := Schemes(nil).Spacing(s)
	if len(got) != 1 || got[0].Kind != EndingNewline || got[0].At.Valid() {
		t.Errorf("Spacing = %+v", got)
	}
	if len(Schemes(nil).Spacing(append(s, shape("x")...))) != 0 {
		t.Error("a newline in the middle is not at the end")
	}
}

func TestSpacingOfReshaped(t *testing.T) {
	s := shape("Bearer‹token.replace()›")
	s[1].Hole.Reshaped = true
	if got := Schemes(nil).Spacing(s); len(got) != 0 {
		t.Errorf("Spacing = %+v, although the value may begin with the blank", got)
	}
}

// An edit that mends one fault leaves none of its kind.
func TestReplacementMends(t *testing.T) {
	for _, src := range []string{"Bearer‹t›", "Bearer  ‹t›", "Bearer\t‹t›", "Bearer: ‹t›", " Bearer ‹t›", "Bearer ‹t› "} {
		for _, p := range Schemes(nil).Spacing(shape(src)) {
			// Places count the file's bytes: the hole's name without its quotes.
			file := strings.NewReplacer("‹", "\x01", "›", "\x02").Replace(src)
			start, end := p.At.Start, p.At.End
			if p.Kind == TrailingBlank {
				start, end = len(file)-1, len(file)
			}
			file = file[:start] + p.Replacement + file[end:]
			file = strings.NewReplacer("\x01", "‹", "\x02", "›").Replace(file)
			if left := Schemes(nil).Spacing(shape(file)); len(left) > 0 {
				t.Errorf("%q becomes %q: %s", src, file, left[0].Message())
			}
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct {
		shape, message, help, fix string
	}{
		{"Bearer‹token›", "no space between `Bearer` and `token`, so the server sees one unknown word and answers 401",
			"write `Bearer`, one space, then the credentials (RFC 6750 section 2.1)", "Put one space after Bearer"},
		{"Bearer  ‹token›", "2 spaces between `Bearer` and `token`; servers that split at one space read an empty token",
			"write `Bearer`, one space, then the credentials (RFC 6750 section 2.1)", "Put one space after Bearer"},
		{"Bearer  abc", "2 spaces between `Bearer` and the credentials; servers that split at one space read an empty token",
			"write `Bearer`, one space, then the credentials (RFC 6750 section 2.1)", "Put one space after Bearer"},
		{"Bearer\t‹token›", "a tab between `Bearer` and `token` where one space belongs; servers that split at a space find no token",
			"write `Bearer`, one space, then the credentials (RFC 6750 section 2.1)", "Put one space after Bearer"},
		{"Bearer\u00a0‹token›", "a no-break space between `Bearer` and `token` where one space belongs; servers that split at a space find no token",
			"write `Bearer`, one space, then the credentials (RFC 6750 section 2.1)", "Put one space after Bearer"},
		{"Bearer\n‹token›", "a line break between `Bearer` and `token` where one space belongs; servers that split at a space find no token",
			"write `Bearer`, one space, then the credentials (RFC 6750 section 2.1)", "Put one space after Bearer"},
		{"Bearer\u2009‹token›", "a blank other than a space between `Bearer` and `token` where one space belongs; servers that split at a space find no token",
			"write `Bearer`, one space, then the credentials (RFC 6750 section 2.1)", "Put one space after Bearer"},
		{"bearer: ‹token›", "a colon after `bearer`; the scheme is sent as `bearer:`, which no server recognises",
			"write `bearer` and one space, without the colon", "Put one space after bearer"},
		{" Bearer ‹token›", "a blank before `Bearer`; where neither client nor server trims the value, no scheme is found",
			"remove the blank", "Remove the blank before Bearer"},
		{"Bearer ‹token›\n", "a line break after `token`; where nothing trims the value, it counts as part of the credentials",
			"remove the blank", "Remove the blank at the end"},
	}
	for _, tt := range tests {
		got := Schemes(nil).Spacing(shape(tt.shape))
		if len(got) != 1 {
			t.Fatalf("Spacing(%q) = %+v", tt.shape, got)
		}
		if p := got[0]; p.Message() != tt.message || p.Help() != tt.help || p.FixTitle() != tt.fix {
			t.Errorf("%q:\n%s\n%s\n%s", tt.shape, p.Message(), p.Help(), p.FixTitle())
		}
	}
}

func TestBare(t *testing.T) {
	const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"
	for s, want := range map[string]bool{
		"‹token›": true, jwt: true,
		"": false, "abc": false, "eyJhbGciOiJIUzI1NiJ9": false, "eyJ.x": false,
		"Bearer ‹token›": false, "‹type› ‹token›": false, "‹a›‹b›": false, "Bearer " + jwt: false,
	} {
		if _, got := Bare(shape(s)); got != want {
			t.Errorf("Bare(%q) = %v", s, got)
		}
	}
	whole := Shape{{Hole: &Hole{Name: "h", MayHaveScheme: true}}}
	if _, bare := Bare(whole); bare {
		t.Error("a value that may have its scheme is no bare token")
	}
}

func TestHasScheme(t *testing.T) {
	for s, want := range map[string]string{
		"Bearer ‹t›": "Bearer", "Bearer‹t›": "Bearer", " Basic ‹t›": "Basic", "Acme ‹t›": "Acme", "Bearer: ‹t›": "Bearer",
		"‹t›": "", "": "", "key=‹t›": "", "‹a› ‹b›": "",
	} {
		if got := SchemeOf(shape(s)); got != want || HasScheme(shape(s)) != (want != "") {
			t.Errorf("%q: SchemeOf = %q, HasScheme = %v", s, got, HasScheme(shape(s)))
		}
	}
	if HasScheme(shape("Bearer ")) {
		t.Error("a scheme without credentials says nothing of the value that follows")
	}
}

package credential

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct {
		shape                                          string
		leading, scheme, separator, credentials, trail string
	}{
		{shape: ""},
		{shape: "Bearer ‹t›", scheme: "Bearer", separator: " ", credentials: "‹t›"},
		{shape: "Bea|rer| ‹t›", scheme: "Bearer", separator: " ", credentials: "‹t›"},
		{shape: "Bearer‹t›", scheme: "Bearer", credentials: "‹t›"},
		{shape: "Bearer: ‹t›", scheme: "Bearer", separator: ": ", credentials: "‹t›"},
		{shape: "Bearer:‹t›", scheme: "Bearer", separator: ":", credentials: "‹t›"},
		{shape: "Bearer\t‹t›", scheme: "Bearer", separator: "\t", credentials: "‹t›"},
		{shape: "Bearer | ‹t›", scheme: "Bearer", separator: "  ", credentials: "‹t›"},
		{shape: "Bearer\u00a0‹t›", scheme: "Bearer", separator: "\u00a0", credentials: "‹t›"},
		{shape: "  Bearer ‹t› |\n", leading: "  ", scheme: "Bearer", separator: " ", credentials: "‹t› \n", trail: " \n"},
		{shape: "Bearer ab|c ", scheme: "Bearer", separator: " ", credentials: "abc ", trail: " "},
		{shape: "Bearer", scheme: "Bearer"},
		{shape: "Bearer ", scheme: "Bearer", separator: " "},
		{shape: "‹t›", credentials: "‹t›"},
		{shape: " ‹t›", leading: " ", credentials: "‹t›"},
		{shape: "‹t› ", credentials: "‹t› ", trail: " "},
		{shape: "‹type› ‹t›", credentials: "‹type› ‹t›"},
		// A first word before a blank is a scheme, known or not.
		{shape: "Acme ‹t›", scheme: "Acme", separator: " ", credentials: "‹t›"},
		{shape: "AWS4-HMAC-SHA256 Credential=‹c›", scheme: "AWS4-HMAC-SHA256", separator: " ", credentials: "Credential=‹c›"},
		// Without one it is credentials, unless it is a known scheme.
		{shape: "key=‹k›", credentials: "key=‹k›"},
		{shape: "BearerAuth", credentials: "BearerAuth"},
		{shape: "Bearer|Auth", credentials: "BearerAuth"},
		{shape: "abc.def‹t›", credentials: "abc.def‹t›"},
		{shape: "token‹id›", scheme: "token", credentials: "‹id›"},
		{shape: "Bearer/‹t›", scheme: "Bearer", credentials: "/‹t›"},
	}
	for _, tt := range tests {
		v := Parse(shape(tt.shape))
		got := []string{v.Leading.text, v.Scheme.text, v.Separator.text, v.Credentials.String(), v.Trailing.text}
		want := []string{tt.leading, tt.scheme, tt.separator, tt.credentials, tt.trail}
		if strings.Join(got, "\x00") != strings.Join(want, "\x00") {
			t.Errorf("Parse(%q) = %q, want %q", tt.shape, got, want)
		}
	}
}

// A fix edits what a run's place covers, so the place must cover exactly the
// run's text.
func TestParsePlaces(t *testing.T) {
	tests := []struct {
		shape      string
		separator  bool
		start, end int
	}{
		{"Bearer  ‹t›", true, 6, 8},
		{"Bearer|  ‹t›", true, 7, 9},
		{"Bearer | ‹t›", false, 0, 0}, // two places wrote it
		{"Bearer|~\t‹t›", false, 0, 0},
	}
	for _, tt := range tests {
		v := Parse(shape(tt.shape))
		at := v.Separator.at
		if at.Valid() != tt.separator || at.Valid() && (at.Start != tt.start || at.End != tt.end) {
			t.Errorf("Parse(%q): separator at %+v", tt.shape, at)
		}
	}
}

func TestKnownScheme(t *testing.T) {
	for _, s := range []string{"Bearer", "bearer", "BEARER", "Basic", "Digest", "DPoP", "Negotiate", "NTLM", "Token", "Bot", "JWT",
		"OAuth", "ApiKey", "Api-Token", "GenieKey", "Splunk", "Signature", "AWS4-HMAC-SHA256", "Hawk"} {
		if !KnownScheme(s) {
			t.Errorf("%s is not known", s)
		}
	}
	for _, s := range []string{"", "Bear", "Bearers", "Bearer:", "eyJhbGciOiJIUzI1NiJ9"} {
		if KnownScheme(s) {
			t.Errorf("%q is known", s)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "Bearer ‹t›", " Bearer:\t‹t› ", "‹a›‹b›", "Bea|rer|  |‹t›|\n", "key=‹k›", "~Bearer~ ‹t›",
		"\xff Bearer \xfe", "Bearer\u00a0\u200b‹›", "token:‹x›:", "‹", "›", "|‹|›|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := shape(text)
		v := Parse(s)
		if got, want := v.Leading.text+v.Scheme.text+v.Separator.text+v.Credentials.String(), s.String(); got != want {
			t.Fatalf("Parse(%q) puts together to %q", want, got)
		}
		if c := v.Credentials.String(); !strings.HasSuffix(c, v.Trailing.text) {
			t.Fatalf("%q does not end in the trailing %q", c, v.Trailing.text)
		}
		if len(v.Credentials) > 0 && v.Trailing.text != "" && v.Trailing.text == v.Credentials.String() {
			t.Fatalf("the credentials of %q are blanks alone", s)
		}
		for _, r := range []run{v.Leading, v.Scheme, v.Separator, v.Trailing} {
			if r.at.Valid() && r.at.End-r.at.Start != len(r.text) {
				t.Fatalf("%q stands at %+v", r.text, r.at)
			}
		}
		for _, p := range Schemes(nil).Spacing(s) {
			if p.Message() == "" || p.Help() == "" || p.FixTitle() == "" {
				t.Fatalf("%q: a problem without words: %+v", s, p)
			}
			if !p.At.Valid() {
				continue
			}
			if p.At.Start > p.At.End {
				t.Fatalf("%q: %+v", s, p)
			}
		}
		if part, bare := Bare(s); bare && part.Hole == nil && HasScheme(s) {
			t.Fatalf("%q is bare and has a scheme", s)
		}
		NameOf(text)
	})
}

// A project's own scheme is one wherever it stands; the words of others are not.
func TestSchemes(t *testing.T) {
	own := Schemes{"Acme", "ApiToken"}
	if !own.Known("ACME") || !own.Known("bearer") || own.Known("Acm") || own.Has("bearer") {
		t.Error("Acme and Bearer alone are known here, Acme alone is its own")
	}
	tests := []struct {
		shape                string
		spacing, spacingBare int // problems with the scheme known, and without
		twice                bool
	}{
		{shape: "Acme ‹t›"},
		{shape: "Acme  ‹t›", spacing: 1},
		{shape: "acme\t‹t›", spacing: 1},
		{shape: "Acme‹t›", spacing: 1},
		{shape: "Acme: ‹t›", spacing: 1},
		{shape: "ApiToken‹t›", spacing: 1},
		{shape: "Other  ‹t›"},
		{shape: "Other‹t›"},
		{shape: "Acmes‹t›"},
		{shape: "Bearer‹t›", spacing: 1, spacingBare: 1},
		{shape: "Acme Acme ‹t›", twice: true},
		{shape: "Bearer acme ‹t›", twice: true},
		{shape: "Bearer Other ‹t›"},
	}
	for _, tt := range tests {
		s := shape(tt.shape)
		if got, bare := len(own.Spacing(s)), len(Schemes(nil).Spacing(s)); got != tt.spacing || bare != tt.spacingBare {
			t.Errorf("%q: %d and %d problems, want %d and %d", tt.shape, got, bare, tt.spacing, tt.spacingBare)
		}
		if _, twice := own.Duplicate(s); twice != tt.twice {
			t.Errorf("%q has its scheme twice: %v", tt.shape, twice)
		}
	}
}

func TestIsScheme(t *testing.T) {
	for text, want := range map[string]bool{"Token": true, "AWS4-HMAC-SHA256": true, "a.b+c~1": true, "": false, "a b": false, "Token:": false, `"T"`: false, "Tökén": false} {
		if IsScheme(text) != want {
			t.Errorf("%q is a scheme: %v", text, !want)
		}
	}
}

package credential

import (
	"testing"

	"github.com/authlint/authlint/internal/source"
)

// faultShape builds a value: holes as {name}, base64 as a hole that encodes.
func faultShape(parts ...any) Shape {
	var out Shape
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			out = Join(out, Text(p, source.Span{File: "a", Start: 1, End: 1 + len(p)}, true))
		case Hole:
			out = Join(out, Of(p, source.Span{}))
		}
	}
	return out
}

func TestDuplicate(t *testing.T) {
	token := Hole{Name: "token"}
	tests := []struct {
		s    Shape
		want string
	}{
		{faultShape("Bearer ", "Bearer ", token), "Bearer Bearer"},
		{faultShape("bearer Bearer ", token), "bearer Bearer"},
		{faultShape("Token Bearer ", token), "Token Bearer"},
		{faultShape("Bearer ", token), ""},
		{faultShape("Token token=", token), ""},
		{faultShape("Token jwt ", token), ""},
		{faultShape("Bearer Bearer"), ""}, // the second may be the token
		{faultShape(token, "Bearer ", token), ""},
		{nil, ""},
	}
	for _, tt := range tests {
		if f, ok := Schemes(nil).Duplicate(tt.s); f.Text != tt.want || ok != (tt.want != "") {
			t.Errorf("Duplicate(%s) = %q, %v; want %q", tt.s, f.Text, ok, tt.want)
		}
	}
}

func TestPlainBasic(t *testing.T) {
	user, pass := Hole{Name: "user"}, Hole{Name: "pass"}
	both := Hole{Name: "btoa(…)", Encodes: faultShape("Basic ", user, ":", pass)}
	tests := []struct {
		s    Shape
		kind FaultKind
		want bool
	}{
		{faultShape("Basic ", user, ":", pass), NotBase64, true},
		{faultShape("basic ", user, ":", pass), NotBase64, true},
		{faultShape("Basic a:b"), NotBase64, true},
		{faultShape(both), EncodedScheme, true},
		{faultShape("Basic ", Hole{Encodes: faultShape(user, ":", pass)}), 0, false},
		{faultShape("Basic ", user), 0, false},
		{faultShape(`Basic realm="a:b"`), 0, false},
		{faultShape("Basic <user:password>"), 0, false},
		{faultShape("Bearer ", user, ":", pass), 0, false},
		{nil, 0, false},
	}
	for _, tt := range tests {
		if f, ok := PlainBasic(tt.s); ok != tt.want || ok && f.Kind != tt.kind {
			t.Errorf("PlainBasic(%s) = %v, %v", tt.s, f.Kind, ok)
		}
	}
}

func TestLiteral(t *testing.T) {
	encoded := func(text string) Shape { return faultShape("Basic ", Hole{Encodes: faultShape(text)}) }
	for s, want := range map[string]bool{
		"Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3":           true,
		"Token 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b": true,
		"Basic YWRtaW46aHVudGVyMg==":                     true,
		"Basic admin:hunter2":                            true,
		"Basic Yng6Yng=":                                 false, // the same twice is no secret
		"Basic Og==":                                     false,
		"Bearer eyJhbGciOiJIUzUxMiJ9.admin":              false, // no JSON Web Token
		"Bearer your-token-goes-here-1234567890":         false,
		"Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":        false,
		"Bearer pk_live_51H8aQz0Xb3Rt7Ys9KlMnPq2":        false,
		"Bearer short1":                                  false,
		"ThisIsAHeaderOfItsOwn":                          false,
		"":                                               false,
	} {
		if f, ok := Schemes(nil).Literal(faultShape(s)); ok != want {
			t.Errorf("Literal(%q) = %v, %v; want %v", s, f, ok, want)
		}
	}
	if _, ok := Schemes(nil).Literal(encoded("admin:hunter2")); !ok {
		t.Error("a literal password that is encoded on the way")
	}
	if _, ok := Schemes(nil).Literal(encoded("admin")); ok {
		t.Error("no password")
	}
}

func TestNullish(t *testing.T) {
	null := Hole{Name: "token", MayBeNull: true}
	tested := Hole{Name: "token", MayBeNull: true, Tested: true}
	for _, tt := range []struct {
		s    Shape
		want bool
	}{
		{faultShape("Bearer ", null), true},
		{faultShape("Token ", null, "x"), true},
		{faultShape("Bearer ", tested), false},
		{faultShape("Bearer ", Hole{Name: "token"}), false},
		{faultShape("Bearer ", Hole{Name: "token", MayBeNull: true, Promise: true}), false}, // another mistake
		{faultShape(null), false},
		{faultShape("Hello ", null), false},
	} {
		if _, ok := Schemes(nil).Nullish(tt.s); ok != tt.want {
			t.Errorf("Nullish(%s) = %v, want %v", tt.s, ok, tt.want)
		}
	}
	if null.NullText() != "null" || (Hole{Undefined: true}).NullText() != "undefined" {
		t.Error("NullText")
	}
}

func TestPlaceholders(t *testing.T) {
	for s, want := range map[string]string{
		"Bearer ${token}": "token", "Bearer %{token}": "token", "Bearer {user.token}": "user.token", "Bearer {{token}}": "token",
		"Bearer ${API_KEY}": "", "Bearer token": "", "${token}": "", "Bearer <token>": "",
	} {
		got := ""
		for _, f := range Placeholders(faultShape(s)) {
			got = f.Name
		}
		if got != want {
			t.Errorf("Placeholders(%q) names %q, want %q", s, got, want)
		}
	}
	if len(Placeholders(faultShape("Bearer ", "$", "{token}"))) > 0 {
		t.Error("an escaped dollar sign is on purpose")
	}
}

func FuzzFaults(f *testing.F) {
	for _, s := range []string{"Bearer Bearer x", "Basic a:b", "Bearer ${x}", "Basic YTpi", "Bearer eyJ.x.y", "\xff :", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, v := range []Shape{faultShape(s), faultShape(s, Hole{Name: s}, s)} {
			for _, fault := range Placeholders(v) {
				_, _ = fault.Message(), fault.Help()
			}
			Schemes(nil).Duplicate(v)
			PlainBasic(v)
			Schemes(nil).Literal(v)
			Schemes(nil).Unformatted(v)
			Schemes(nil).Nullish(v)
			Unawaited(v)
		}
	})
}

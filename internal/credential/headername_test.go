package credential_test

import (
	"testing"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

func TestKindOfHeader(t *testing.T) {
	for name, want := range map[string]credential.HeaderKind{
		"Authorization": credential.AuthorizationHeader, "authorization": credential.AuthorizationHeader, "Proxy-Authorization": credential.AuthorizationHeader,
		"Authorisation": credential.MisspeltHeader, "Autorization": credential.MisspeltHeader, "Authorizaton": credential.MisspeltHeader,
		"Authorizations": credential.MisspeltHeader, "Athorization": credential.MisspeltHeader, "Authroization": credential.MisspeltHeader,
		"Authorization:": credential.PunctuatedHeader,
		"Authentication": credential.MistakenHeader, "Auth": credential.MistakenHeader, "bearer": credential.SchemeHeader,
		"X-Authorization": credential.OtherHeader, "Authorization-Token": credential.OtherHeader, "Authentication-Results": credential.OtherHeader,
		"Authority": credential.OtherHeader, "Author": credential.OtherHeader, "Authorize": credential.OtherHeader, "Accept": credential.OtherHeader, "": credential.OtherHeader,
	} {
		if got := credential.KindOfHeader(name); got != want {
			t.Errorf("%q: %d, want %d", name, got, want)
		}
	}
}

func TestMistakenName(t *testing.T) {
	token := credential.Of(credential.Hole{Name: "token"}, source.Span{})
	text := func(s string) credential.Shape { return credential.Text(s, source.Span{}, false) }
	bearer := credential.Join(text("Bearer "), token)
	for _, c := range []struct {
		name  string
		value credential.Shape
		want  bool
	}{
		{"Authorisation", bearer, true},
		{"Authorisation", token, true},
		{"Authorisation", text("Authorisation"), false}, // a label
		{"Authorization", bearer, false},
		{"Authentication", bearer, true},
		{"Authentication", token, false},
		{"Authentication", text("Access granted"), false},
		{"Bearer", token, true},
		{"Bearer", credential.Of(credential.Hole{Name: "flag"}, source.Span{}), false},
		{"Accept", bearer, false},
	} {
		if _, got := credential.Schemes(nil).MistakenName(c.name, c.value); got != c.want {
			t.Errorf("%s: %s: %v, want %v", c.name, c.value, got, c.want)
		}
	}
}

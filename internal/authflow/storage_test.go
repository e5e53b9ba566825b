package authflow

import (
	"testing"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

func TestSameIntent(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"accessToken", "access_token", true},
		{"token", "authToken", true},
		{"refreshToken", "refresh-token", true},
		{"token", "refreshToken", false},
		{"token", "adminToken", false},
		{"token", "csrfToken", false},
		{"token", "token", false},
	} {
		if got := SameIntent(c.a, c.b); got != c.want {
			t.Errorf("SameIntent(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestMayBe(t *testing.T) {
	text := func(s string) credential.Shape { return credential.Text(s, source.Span{}, false) }
	hole := credential.Of(credential.Hole{Name: "x"}, source.Span{})
	for _, c := range []struct {
		access StorageAccess
		want   bool
	}{
		{StorageAccess{Key: "token"}, true},
		{StorageAccess{Key: "tokens"}, false},
		{StorageAccess{}, true},
		{StorageAccess{Op: Clear}, true},
		{StorageAccess{Keys: []credential.Shape{hole}}, true},
		{StorageAccess{Keys: []credential.Shape{credential.Join(text("draft-"), hole)}}, false},
		{StorageAccess{Keys: []credential.Shape{credential.Join(hole, text("ken"))}}, true},
		{StorageAccess{Keys: []credential.Shape{credential.Join(hole, text("tok"))}}, false},
	} {
		if got := c.access.MayBe("token"); got != c.want {
			t.Errorf("%v may be token: %v", c.access, got)
		}
	}
}

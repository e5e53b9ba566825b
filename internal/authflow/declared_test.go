package authflow

import (
	"testing"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

func TestNeedsNoLogin(t *testing.T) {
	text := func(s string) credential.Shape { return credential.Text(s, source.Span{}, false) }
	hole := credential.Of(credential.Hole{Name: "x"}, source.Span{})
	d := Declared{PublicPaths: []string{"/health", "/shop/**", "/users/*/avatar"}}
	for _, c := range []struct {
		url  credential.Shape
		want bool
	}{
		{text("/health"), true},
		{text("/health?deep=1"), true},
		{text("https://api.example.com/v1/health"), true},
		{credential.Join(hole, text("/health")), true},
		{text("/shop/orders/7"), true},
		{credential.Join(text("/users/"), hole, text("/avatar")), true},
		{text("/healthy"), false},
		{text("/users/7/name"), false},
		{text("https://shop/orders"), false}, // a host is no path
		{hole, false},
		{nil, false},
	} {
		if got := d.NeedsNoLogin(&Request{URL: c.url}); got != c.want {
			t.Errorf("%s is public: %v, want %v", c.url, got, c.want)
		}
	}
}

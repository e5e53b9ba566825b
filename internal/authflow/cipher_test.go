package authflow

import (
	"testing"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

func TestShipped(t *testing.T) {
	hole := func(h credential.Hole) credential.Shape { return credential.Of(h, source.Span{}) }
	literal := credential.Text("s3cret", source.Span{}, true)
	public := hole(credential.Hole{Origin: credential.Env, Key: "VITE_KEY"})
	for _, c := range []struct {
		cipher Cipher
		want   string
	}{
		{Cipher{}, ""},
		{Cipher{Beside: true}, "the library keeps beside the data"},
		{Cipher{Keys: []credential.Shape{literal}}, "is written in the source"},
		{Cipher{Keys: []credential.Shape{public}}, "the bundler puts into the page (`VITE_KEY`)"},
		{Cipher{Keys: []credential.Shape{public, {}}}, "the bundler puts into the page (`VITE_KEY`)"},
		{Cipher{Keys: []credential.Shape{literal, hole(credential.Hole{Name: "pin", Origin: credential.Param})}}, ""},
		{Cipher{Keys: []credential.Shape{hole(credential.Hole{Origin: credential.Env, Key: "SECRET"})}}, ""},
		{Cipher{Keys: []credential.Shape{hole(credential.Hole{Origin: credential.Storage, Store: "sessionStorage", Key: "k"})}}, "is kept beside it, in sessionStorage"},
		{Cipher{Keys: []credential.Shape{hole(credential.Hole{Origin: credential.Storage, Store: "SecureStore", Key: "k"})}}, ""},
	} {
		if got := c.cipher.Shipped(); got != c.want {
			t.Errorf("Shipped(%+v) = %q, want %q", c.cipher, got, c.want)
		}
	}
}

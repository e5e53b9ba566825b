package authflow

import (
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A Cipher encrypts what is put into a store.
type Cipher struct {
	At source.Span // the call that encrypts, or that makes the store which does
	// Keys are what the key can be; none where it was not seen.
	Keys []credential.Shape
	// Beside: the library makes the key up and keeps it in the same store.
	Beside bool
	Plain  []credential.Shape // what is encrypted
}

// Shipped says where whoever has the page finds the key: in the source, in what
// the bundler puts into it, in web storage. It is empty where any of the keys
// may be a secret.
func (c *Cipher) Shipped() string {
	if c.Beside {
		return "the library keeps beside the data"
	}
	where := ""
	for _, k := range c.Keys {
		text, constant := k.Constant()
		hole := k.Sole()
		switch {
		case constant && text != "":
			where = "is written in the source"
		case constant: // `VITE_KEY ?? ""`: the other alternative decides
		case hole != nil && hole.Origin == credential.Env && credential.IsPublicEnv(hole.Key):
			where = "the bundler puts into the page (`" + hole.Key + "`)"
		case hole != nil && hole.Origin == credential.Storage && (hole.Store == "localStorage" || hole.Store == "sessionStorage"):
			where = "is kept beside it, in " + hole.Store
		default:
			return ""
		}
	}
	return where
}

package fix

import (
	"io"

	"github.com/aymanbagabas/go-udiff"
)

// Diff writes the plan as a unified diff that git apply and patch -p1 take. name
// turns a path into what the diff calls it.
func (p *Plan) Diff(w io.Writer, name func(path string) string) error {
	for _, f := range p.Files {
		n := name(f.Path)
		if _, err := io.WriteString(w, udiff.Unified("a/"+n, "b/"+n, f.Before, f.After)); err != nil {
			return err
		}
	}
	return nil
}

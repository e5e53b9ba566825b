package source

import "os"

// An Overlay holds files that stand for those on disk, such as what an editor has
// not saved. The key is the absolute path. Nil is an empty one.
type Overlay map[string][]byte

// ReadFile is os.ReadFile, through the overlay.
func (o Overlay) ReadFile(path string) ([]byte, error) {
	if src, ok := o[path]; ok {
		return src, nil
	}
	return os.ReadFile(path)
}

package goload

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/authlint/authlint/internal/source"
)

// overlayFlags are those by which the go command compiles what stands for files
// on disk. go/packages has an overlay of its own, but drops all export data then.
func overlayFlags(o source.Overlay) (flags []string, undo func(), err error) {
	if len(o) == 0 {
		return nil, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "authlint-")
	if err != nil {
		return nil, nil, err
	}
	undo = func() { os.RemoveAll(dir) }
	replace := map[string]string{}
	for path, src := range o {
		if filepath.Ext(path) != ".go" {
			continue
		}
		copied := filepath.Join(dir, fmt.Sprintf("%d.go", len(replace)))
		if err := os.WriteFile(copied, src, 0o600); err != nil {
			undo()
			return nil, nil, err
		}
		replace[path] = copied
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "overlay.json"), list, 0o600)
	}
	if err != nil || len(replace) == 0 {
		undo()
		return nil, func() {}, err
	}
	return []string{"-overlay=" + filepath.Join(dir, "overlay.json")}, undo, nil
}

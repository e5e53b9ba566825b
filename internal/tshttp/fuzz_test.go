package tshttp_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/tshttp"
	"github.com/authlint/authlint/internal/tstest"
	"github.com/authlint/authlint/rules"
)

var fuzzExtensions = []string{".ts", ".tsx", ".js", ".jsx", ".vue", ".svelte", ".astro", ".html"}

// Whatever a file holds, reading it and judging what was read neither panics
// nor takes long, and every finding stands in the file. The seeds are all
// fixtures; run it with
//
//	go test ./internal/tshttp -fuzz FuzzRead -fuzztime 5m
func FuzzRead(f *testing.F) {
	for _, root := range []string{"testdata/clients", "../../testdata/ts"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			for i, ext := range fuzzExtensions {
				if filepath.Ext(path) == ext {
					src, err := os.ReadFile(path)
					if err != nil {
						return err
					}
					f.Add(src, uint8(i))
				}
			}
			return nil
		})
		if err != nil {
			f.Fatal(err)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, ext uint8) {
		if len(src) > 64<<10 {
			t.Skip("size is bounded elsewhere")
		}
		dir := t.TempDir()
		// What imports itself, by any path that fixtures use, finds a file.
		file := filepath.Join(dir, "api"+fuzzExtensions[int(ext)%len(fuzzExtensions)])
		if err := os.WriteFile(file, src, 0o600); err != nil {
			t.Fatal(err)
		}
		begun := time.Now()
		res, err := tshttp.Read(context.Background(), tshttp.Input{Dir: dir, Files: []string{file}, Jobs: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range res.Problems {
			if p.Kind == source.Internal {
				t.Fatal(p.Message)
			}
		}
		for _, r := range rules.All {
			for _, finding := range tstest.Findings(res.Facts, r, true) {
				if at := finding.At; at.File != file || at.Start < 0 || at.End > len(src) || at.Start > at.End {
					t.Errorf("%s at %v of %d bytes", r.ID, at, len(src))
				}
			}
		}
		if took := time.Since(begun); took > 20*time.Second {
			t.Errorf("took %v", took)
		}
	})
}

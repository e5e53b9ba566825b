package lint

import (
	"bytes"
	"context"
	"io"
	"os"
	"runtime"
	"slices"
	"sync"

	"github.com/authlint/authlint/internal/source"
)

// maxDirectiveBytes is how much of a file is looked at: no file that people
// write comes near it.
const maxDirectiveBytes = 4 << 20

// directives returns the files that mention a directive for authlint, sorted. A
// directive that has nothing to ignore may stand in a file that no fact is about
// and that is never parsed otherwise.
func directives(ctx context.Context, files []string, overlay source.Overlay, jobs int) []string {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var (
		out  []string
		mu   sync.Mutex
		wg   sync.WaitGroup
		mark = []byte("authlint:ignore")
	)
	for worker := range jobs {
		wg.Go(func() {
			var buf bytes.Buffer
			for i := worker; i < len(files) && ctx.Err() == nil; i += jobs {
				buf.Reset()
				if src, ok := overlay[files[i]]; ok {
					buf.Write(src)
				} else if f, err := os.Open(files[i]); err == nil {
					buf.ReadFrom(io.LimitReader(f, maxDirectiveBytes))
					f.Close()
				}
				if bytes.Contains(buf.Bytes(), mark) {
					mu.Lock()
					out = append(out, files[i])
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	slices.Sort(out)
	return out
}

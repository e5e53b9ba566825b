package discover

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"
)

// walk lists the files below a directory where git cannot. Links are not
// followed, so that there are no circles; what is always left out is not
// entered.
func walk(ctx context.Context, root string, wants func(string) bool) found {
	w := &walker{ctx: ctx, wants: wants}
	// Reading directories waits for the disk more than it computes.
	w.group.SetLimit(2 * runtime.GOMAXPROCS(0))
	w.dir(root)
	w.group.Wait()
	return w.found
}

type walker struct {
	ctx   context.Context
	wants func(string) bool
	group errgroup.Group

	mu    sync.Mutex
	found found
}

func (w *walker) dir(dir string) {
	if w.ctx.Err() != nil {
		return
	}
	entries, err := os.ReadDir(dir)
	var files []string
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case e.IsDir():
			if skipsDir(e.Name(), Go) && skipsDir(e.Name(), TypeScript) {
				continue
			}
			visit := func() error { w.dir(path); return nil }
			if !w.group.TryGo(visit) {
				visit()
			}
		case e.Type().IsRegular() && w.wants(path):
			files = append(files, path)
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.found.files = append(w.found.files, files...)
	if err != nil {
		w.found.problems = append(w.found.problems, dirProblem(dir, err))
	}
}

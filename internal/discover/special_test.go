//go:build unix

package discover

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinksAndPipes(t *testing.T) {
	for _, withGit := range []bool{false, true} {
		dir := write(t, "a.ts", "deep/b.ts")
		os.Symlink(dir, filepath.Join(dir, "deep", "loop"))
		os.Symlink("a.ts", filepath.Join(dir, "link.ts"))
		if err := syscall.Mkfifo(filepath.Join(dir, "pipe.ts"), 0o666); err != nil {
			t.Skip(err)
		}
		if withGit {
			runGit(t, dir, "init", "-q")
		}
		if diff := cmp.Diff([]string{"a.ts", "deep/b.ts"}, names(dir, find(t, dir).TypeScript)); diff != "" {
			t.Errorf("git=%v (-want +got)\n%s", withGit, diff)
		}
		// A link that is named is asked for.
		if got := wanted(dir, find(t, dir, "link.ts")); len(got) != 1 {
			t.Errorf("link.ts: %v", got)
		}
		_, err := Find(context.Background(), Options{Dir: dir, Patterns: []string{"pipe.ts"}})
		if err == nil || !strings.Contains(err.Error(), "a pipe, socket or device is never read") {
			t.Errorf("pipe.ts: %v", err)
		}
	}
}

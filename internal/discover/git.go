package discover

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/authlint/authlint/internal/git"
	"github.com/authlint/authlint/internal/source"
)

// gitArgs list tracked and untracked files that are not ignored.
var gitArgs = []string{"ls-files", "-co", "--exclude-standard", "-x", "node_modules/", "-z"}

// listGit asks git for the files below a directory. It is false where git
// cannot tell: it is not installed, or the directory is in no work tree.
func listGit(ctx context.Context, root string, wants func(string) bool) (f found, ok bool) {
	stdout, stderr, err := git.Run(ctx, root, gitArgs...)
	if err != nil {
		if strings.Contains(stderr, "dubious ownership") {
			f.problems = []source.Problem{{Kind: source.Config, File: root,
				Message: "git refuses to read this repository because someone else owns it, so its ignore rules are not obeyed; `git config --global --add safe.directory " + root + "` allows it"}}
		}
		return f, false
	}
	f.problems = unreadable(root, stderr)
	f.empty = len(stdout) == 0

	seen := map[string]bool{}
	for name := range bytes.SplitSeq(stdout, []byte{0}) {
		if len(name) == 0 {
			continue
		}
		if wants(string(name)) {
			// An index with a conflict lists a file once for each side.
			if path := filepath.Join(root, string(name)); !seen[path] {
				seen[path] = true
				f.files = append(f.files, path)
			}
			continue
		}
		// A submodule, or a repository within: git names it and does not enter.
		if dir, nested := nestedRepository(root, string(name)); nested && !seen[dir] {
			seen[dir] = true
			if inner, ok := listGit(ctx, dir, wants); ok {
				f.files = append(f.files, inner.files...)
				f.problems = append(f.problems, inner.problems...)
			}
		}
	}
	return f, true
}

// nestedRepository reports whether git's list names a directory there. Only
// names that may be one cost a look at the disk.
func nestedRepository(root, name string) (dir string, ok bool) {
	dir = filepath.Join(root, name)
	if !strings.HasSuffix(name, "/") {
		if strings.ContainsRune(filepath.Base(name), '.') || skipped(name, TypeScript) {
			return "", false
		}
		if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
			return "", false
		}
	}
	return dir, ownRepository(filepath.Join(dir, ".git"))
}

// ownRepository reports whether there is a repository at all, without which git
// would find the outer one again from inside, and that it is not a second work
// tree, which holds a project's files once more.
func ownRepository(dotGit string) bool {
	info, err := os.Lstat(dotGit)
	if err != nil {
		return false
	}
	if info.IsDir() {
		return true
	}
	if !info.Mode().IsRegular() || info.Size() > 4<<10 {
		return false
	}
	link, err := os.ReadFile(dotGit)
	return err == nil && !bytes.Contains(link, []byte("/worktrees/"))
}

// unreadable reads git's warnings about directories: "warning: could not open
// directory 'a/b/': Permission denied".
func unreadable(root, stderr string) []source.Problem {
	var out []source.Problem
	for line := range strings.Lines(stderr) {
		_, rest, ok := strings.Cut(strings.TrimSpace(line), "could not open directory '")
		if !ok {
			continue
		}
		if name, reason, ok := strings.Cut(rest, "': "); ok {
			out = append(out, dirProblem(filepath.Join(root, name), errors.New(strings.ToLower(reason))))
		}
	}
	return out
}

func dirProblem(dir string, err error) source.Problem {
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return source.Problem{Kind: source.Skipped, File: dir, Message: "this directory cannot be read (" + err.Error() + "), so nothing below it is checked; allow it or leave it out"}
}

// Package changes tells which lines of a work tree are new since a revision.
package changes

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"

	"github.com/authlint/authlint/internal/git"
	"github.com/authlint/authlint/internal/source"
)

// A Base is a revision that a work tree is compared with.
type Base struct {
	root   string // of the work tree
	commit string
}

// Resolve finds a revision in the work tree of a directory.
func Resolve(ctx context.Context, dir, revision string) (*Base, error) {
	up, stderr, err := git.Run(ctx, dir, "rev-parse", "--show-cdup")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("it needs git, which is not installed")
	case err != nil && strings.Contains(stderr, "dubious ownership"):
		return nil, errors.New("git refuses to read this repository because someone else owns it; `git config --global --add safe.directory DIR` allows it")
	case err != nil:
		return nil, errors.New("this directory is in no git work tree")
	}
	b := &Base{root: filepath.Join(dir, strings.TrimSpace(string(up)))}
	commit, _, err := git.Run(ctx, b.root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return nil, errors.Join(ctx.Err(), errors.New("there is no such revision here; fetch it first: a shallow clone has only the newest"))
	}
	b.commit = strings.TrimSpace(string(commit))
	return b, nil
}

// Lines are the lines that were added or changed.
type Lines struct {
	whole map[string]bool // files that are new as a whole
	added map[string]map[int]bool
	texts map[string]*source.Lines
}

// Lines compares the files as they are now. A file that was renamed keeps its old
// lines; one that git does not track is new, unless git ignores it.
func (b *Base) Lines(ctx context.Context) (*Lines, error) {
	out := &Lines{map[string]bool{}, map[string]map[int]bool{}, map[string]*source.Lines{}}
	diff, stderr, err := git.Run(ctx, b.root, "diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv",
		"--no-relative", "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/", b.commit, "--")
	if err != nil {
		return nil, errors.Join(ctx.Err(), fmt.Errorf("git diff failed: %s", strings.TrimSpace(stderr)))
	}
	files, _, err := gitdiff.Parse(bytes.NewReader(diff))
	if err != nil {
		return nil, fmt.Errorf("what git diff says cannot be read: %w", err)
	}
	for _, f := range files {
		if !f.IsDelete {
			out.added[filepath.Join(b.root, filepath.FromSlash(f.NewName))] = addedBy(f)
		}
	}
	untracked, stderr, err := git.Run(ctx, b.root, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, errors.Join(ctx.Err(), fmt.Errorf("git ls-files failed: %s", strings.TrimSpace(stderr)))
	}
	for name := range bytes.SplitSeq(untracked, []byte{0}) {
		if len(name) > 0 {
			out.whole[filepath.Join(b.root, string(name))] = true
		}
	}
	return out, nil
}

func addedBy(f *gitdiff.File) map[int]bool {
	lines := map[int]bool{}
	for _, fragment := range f.TextFragments {
		n := int(fragment.NewPosition)
		for _, line := range fragment.Lines {
			if line.Op == gitdiff.OpAdd {
				lines[n] = true
			}
			if line.Op != gitdiff.OpDelete {
				n++
			}
		}
	}
	return lines
}

// Touch reports whether a place has a line that is new.
func (l *Lines) Touch(at source.Span) bool {
	if l.whole[at.File] {
		return true
	}
	added := l.added[at.File]
	if len(added) == 0 {
		return false
	}
	text := l.texts[at.File]
	if text == nil {
		src, err := os.ReadFile(at.File)
		if err != nil || at.End > len(src) {
			return true // it changed this very moment
		}
		text = source.NewLines(string(src))
		l.texts[at.File] = text
	}
	first, last := text.Position(at.Start).Line, text.Position(max(at.Start, at.End-1)).Line
	for n := first; n <= last; n++ {
		if added[n] {
			return true
		}
	}
	return false
}

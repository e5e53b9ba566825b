package fix

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/authlint/authlint/internal/atomicfile"
	"github.com/authlint/authlint/internal/source"
)

// Write puts the files of the plan in place, each as a whole or not at all. It
// returns how many findings are mended by what was written. What could not be
// written is a problem, and does not keep the rest from being written.
func (p *Plan) Write() (mended int, problems []source.Problem) {
	var failed []string
	for _, f := range p.Files {
		if err := f.write(); err != nil {
			failed = append(failed, f.Path)
			problems = append(problems, source.Problem{Kind: source.Fix, File: f.Path, Message: fmt.Sprintf("not mended: %v", err)})
		}
	}
	for _, f := range p.fixes {
		if !touches(f, failed) {
			mended++
		}
	}
	return mended, problems
}

// write replaces the file in one step, so that nobody ever sees half of it. A
// link stays one: what it points to is replaced.
func (f File) write() error {
	path, err := filepath.EvalSymlinks(f.Path)
	if err != nil {
		return atomicfile.Bare(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return atomicfile.Bare(err)
	}
	if now, err := os.ReadFile(path); err != nil {
		return atomicfile.Bare(err)
	} else if string(now) != f.Before {
		return errors.New("it changed while it was mended; run again")
	}
	// Replacing it would get around the file's own permissions.
	w, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("%w; make it writable", atomicfile.Bare(err))
	}
	w.Close()

	tmp, err := atomicfile.Create(path)
	if err != nil {
		return fmt.Errorf("%w; make its directory writable", atomicfile.Bare(err))
	}
	defer tmp.Discard()
	if _, err := tmp.WriteString(f.After); err != nil {
		return atomicfile.Bare(err)
	}
	return atomicfile.Bare(tmp.Commit(info.Mode().Perm()))
}

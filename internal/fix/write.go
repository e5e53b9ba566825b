package fix

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

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
func (f File) write() (err error) {
	path, err := filepath.EvalSymlinks(f.Path)
	if err != nil {
		return plain(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return plain(err)
	}
	if now, err := os.ReadFile(path); err != nil {
		return plain(err)
	} else if string(now) != f.Before {
		return errors.New("it changed while it was mended; run again")
	}
	// Replacing it would get around the file's own permissions.
	w, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("%w; make it writable", plain(err))
	}
	w.Close()

	tmp, err := os.CreateTemp(filepath.Dir(path), ".authlint-*")
	if err != nil {
		return fmt.Errorf("%w; make its directory writable", plain(err))
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.WriteString(f.After); err != nil {
		return plain(err)
	}
	if err = tmp.Chmod(info.Mode().Perm()); err != nil {
		return plain(err)
	}
	if err = tmp.Close(); err != nil {
		return plain(err)
	}
	return plain(os.Rename(tmp.Name(), path))
}

// plain is an error without the path, which the problem names already.
func plain(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return fmt.Errorf("%s: %w", path.Op, path.Err)
	}
	return err
}

// Package atomicfile replaces a file in one step, so that nobody ever sees half of
// it, whatever ends the process.
package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is written beside the file that it becomes.
type File struct {
	*os.File
	path string
	done bool
}

// Create begins a file that replaces path at Commit.
func Create(path string) (*File, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".authlint-*")
	if err != nil {
		return nil, err
	}
	return &File{File: f, path: path}, nil
}

// Commit makes it the file, with these permissions.
func (f *File) Commit(mode fs.FileMode) error {
	err := errors.Join(f.Chmod(mode), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), f.path)
	}
	f.done = err == nil
	return err
}

// Discard leaves nothing behind, unless it was committed.
func (f *File) Discard() {
	if !f.done {
		f.Close()
		os.Remove(f.Name())
	}
}

// Bare is an error without the path, for messages that name it already.
func Bare(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return fmt.Errorf("%s: %w", path.Op, path.Err)
	}
	return err
}

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/source"
)

// stdin is the pattern that stands for standard input.
const stdin = "-"

// maxStdin is more than any file that is read.
const maxStdin = 16 << 20

// readStdin has standard input stand for the file that a flag names.
func (c *Command) readStdin(o *checkOptions, run *lint.Options) error {
	asked := len(run.Patterns) > 0 && run.Patterns[0] == stdin
	switch {
	case !asked && o.stdin == "":
		return nil
	case o.stdin == "":
		return errors.New("- reads a file from standard input: say which one it is, as in `authlint - --stdin-filename web/api.ts`")
	case len(run.Patterns) > 1 || len(run.Patterns) == 1 && !asked:
		return errors.New("--stdin-filename checks standard input alone: leave out the other patterns")
	case o.fix != "" || o.diff:
		return errors.New("--fix and --diff change files, and standard input is none; the edits are in what --format json writes")
	case o.flags.Changed("new-from-rev"):
		return errors.New("--new-from-rev compares what is on disk, and standard input is not: choose one")
	}
	path := o.stdin
	if !filepath.IsAbs(path) {
		path = filepath.Join(run.Dir, path)
	}
	path = filepath.Clean(path)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && filepath.Ext(path) == ".go" {
		return fmt.Errorf("--stdin-filename %s: a Go file is compiled with its package, and this one is not on disk yet; save it first", o.stdin)
	}
	src, err := io.ReadAll(io.LimitReader(c.Stdin, maxStdin))
	if err != nil {
		return fmt.Errorf("standard input cannot be read: %w", err)
	}
	run.Patterns = nil
	run.Overlay = source.Overlay{path: src}
	return nil
}

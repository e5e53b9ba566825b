package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/authlint/authlint/internal/report"
)

// An output is one place that a run is written to.
type output struct {
	format report.Format
	path   string // as the user wrote it; empty for standard output
	file   *os.File
	final  string // the file that it becomes, where it is replaced in one step
}

// openOutputs opens what --output names, before any work is done: a run that
// cannot say what it found need not begin. The first output is standard output.
func (o *checkOptions) openOutputs(dir string) (outputs, error) {
	format, _ := report.FormatNamed(o.format)
	out := outputs{{format: format}}
	for _, text := range o.outputs {
		name, path, ok := strings.Cut(text, "=")
		if !ok || path == "" {
			return nil, errors.Join(fmt.Errorf("--output %q: write it as FORMAT=PATH, such as sarif=authlint.sarif", text), out.discard())
		}
		if err := choice("output", name, formats...); err != nil {
			return nil, errors.Join(err, out.discard())
		}
		next, err := openOutput(dir, path)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("--output %s: %w", text, err), out.discard())
		}
		next.format, _ = report.FormatNamed(name)
		out = append(out, next)
	}
	return out, nil
}

// openOutput opens a file that replaces the one of that name when it is whole. A
// device or a pipe is written to as it is.
func openOutput(dir, path string) (output, error) {
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(dir, full)
	}
	info, err := os.Stat(full)
	switch {
	case err == nil && info.IsDir():
		return output{}, errors.New("it is a directory; name a file in it")
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(full, os.O_WRONLY, 0)
		return output{path: path, file: f}, bare(err)
	}
	if err == nil { // a link stays one: what it points to is replaced
		if full, err = filepath.EvalSymlinks(full); err != nil {
			return output{}, bare(err)
		}
	}
	f, err := os.CreateTemp(filepath.Dir(full), ".authlint-*")
	if errors.Is(err, fs.ErrNotExist) {
		return output{}, fmt.Errorf("there is no directory %s; make it first", filepath.Dir(path))
	}
	return output{path: path, file: f, final: full}, bare(err)
}

// bare is an error without the path, which the message names already.
func bare(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return fmt.Errorf("%s: %w", path.Op, path.Err)
	}
	return err
}

// outputs are all places that a run is written to.
type outputs []output

// problems tells whether standard output says what could not be analysed.
func (out outputs) problems() bool { return out[0].format.Problems }

func (out outputs) write(r *report.Run, stdout io.Writer, text report.TextOptions) error {
	if err := out[0].format.Write(r, stdout, text); err != nil {
		return errors.Join(err, out.discard())
	}
	for i := range out {
		if out[i].file == nil {
			continue
		}
		if err := out[i].finish(r); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", out[i].path, bare(err)), out.discard())
		}
	}
	return nil
}

func (o *output) finish(r *report.Run) error {
	err := o.format.Write(r, o.file, report.TextOptions{})
	if o.final != "" {
		err = errors.Join(err, o.file.Chmod(0o644))
	}
	name := o.file.Name()
	if err = errors.Join(err, o.file.Close()); err != nil || o.final == "" {
		return err
	}
	if err := os.Rename(name, o.final); err != nil {
		return err
	}
	o.file = nil // it is no half-written one any more
	return nil
}

// discard leaves no half-written file behind.
func (out outputs) discard() error {
	for _, o := range out {
		if o.file != nil {
			o.file.Close()
			if o.final != "" {
				os.Remove(o.file.Name())
			}
		}
	}
	return nil
}

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/atomicfile"
	"github.com/authlint/authlint/internal/report"
)

// An output is one place that a run is written to.
type output struct {
	format report.Format
	path   string           // as the user wrote it; empty for standard output
	device *os.File         // a device or a pipe, written to as it is
	file   *atomicfile.File // any other
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
		if slices.ContainsFunc(out[1:], func(o output) bool { return o.device == nil && filepath.Clean(o.path) == filepath.Clean(path) }) {
			return nil, errors.Join(fmt.Errorf("--output %s: another output goes to that file; name a second one", text), out.discard())
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
		return output{path: path, device: f}, atomicfile.Bare(err)
	}
	if err == nil { // a link stays one: what it points to is replaced
		if full, err = filepath.EvalSymlinks(full); err != nil {
			return output{}, atomicfile.Bare(err)
		}
	}
	f, err := atomicfile.Create(full)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return output{}, fmt.Errorf("there is no directory %s; make it first", filepath.Dir(path))
	case err != nil:
		return output{}, fmt.Errorf("%w; make the directory %s writable, or name a file elsewhere", atomicfile.Bare(err), filepath.Dir(path))
	}
	return output{path: path, file: f}, nil
}

// outputs are all places that a run is written to.
type outputs []output

// problems tells whether standard output says what could not be analysed.
func (out outputs) problems() bool { return out[0].format.Problems }

func (out outputs) write(r *report.Run, stdout io.Writer, text report.TextOptions) error {
	if err := out[0].format.Write(r, stdout, text); err != nil {
		return errors.Join(err, out.discard())
	}
	for _, o := range out[1:] {
		if err := o.write(r); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", o.path, atomicfile.Bare(err)), out.discard())
		}
	}
	return nil
}

func (o *output) write(r *report.Run) error {
	if o.device != nil {
		return o.format.Write(r, o.device, report.TextOptions{})
	}
	if err := o.format.Write(r, o.file, report.TextOptions{}); err != nil {
		return err
	}
	return o.file.Commit(0o644)
}

// discard closes all, and leaves no half-written file behind.
func (out outputs) discard() error {
	for _, o := range out {
		if o.device != nil {
			o.device.Close()
		}
		if o.file != nil {
			o.file.Discard()
		}
	}
	return nil
}

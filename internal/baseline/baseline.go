// Package baseline knows the findings that were there before: a team that
// begins with authlint is told of new mistakes alone.
package baseline

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/authlint/authlint/internal/atomicfile"
)

// Name is the file that is used without being asked for.
const Name = ".authlint-baseline.json"

// version is that of the file's form.
const version = 1

// An Entry is one known finding. The fingerprint decides; the others say to
// people what it is.
type Entry struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	File        string `json:"file"`
	Message     string `json:"message"`
}

// A Baseline is the findings that are known.
type Baseline struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
}

// maxBytes bounds a file: some half a million findings.
const maxBytes = 256 << 20

// Read reads a file. The error says what to do, and is fs.ErrNotExist where there
// is none.
func Read(path string) (*Baseline, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no such file (%w); `authlint baseline` writes it", fs.ErrNotExist)
	case err != nil:
		return nil, fmt.Errorf("it cannot be read: %w", err)
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no regular file")
	case info.Size() > maxBytes:
		return nil, errors.New("it is too large for a baseline; write it anew with `authlint baseline`")
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("it cannot be read: %w", err)
	}
	var b Baseline
	if err := json.Unmarshal(src, &b); err != nil {
		return nil, fmt.Errorf("it is no baseline (%w); restore it, or write it anew with `authlint baseline`", err)
	}
	if b.Version != version {
		return nil, fmt.Errorf("it is of version %d, and this authlint reads version %d; write it anew with `authlint baseline`", b.Version, version)
	}
	for _, e := range b.Findings {
		if e.Fingerprint == "" {
			return nil, errors.New("an entry has no fingerprint; restore it, or write it anew with `authlint baseline`")
		}
	}
	return &b, nil
}

// Write writes entries to a file, whole or not at all.
func Write(path string, entries []Entry) error {
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	text, err := json.MarshalIndent(Baseline{version, append([]Entry{}, entries...)}, "", "  ")
	if err != nil {
		return err
	}
	f, err := atomicfile.Create(path)
	if err == nil {
		defer f.Discard()
		if _, err = f.Write(append(text, '\n')); err == nil {
			err = f.Commit(0o644)
		}
	}
	if err != nil {
		return fmt.Errorf("the baseline cannot be written: %w; name a file in a directory that is there and writable with --baseline", atomicfile.Bare(err))
	}
	return nil
}

// A Finding is what is looked up.
type Finding struct {
	Fingerprint string
	// In is the fingerprint that the finding would have in another file, named as
	// in an entry.
	In func(file string) string
}

// New tells which findings are not known, and returns the entries that no finding
// has any more. gone reports whether a file that entries name is not there any
// more: a finding is known, too, where the file that held it was renamed.
func (b *Baseline) New(findings []Finding, gone func(file string) bool) (isNew []bool, stale []Entry) {
	known := map[string]bool{}
	for _, e := range b.Findings {
		known[e.Fingerprint] = true
	}
	met := map[string]bool{}
	isNew = make([]bool, len(findings))
	for i, f := range findings {
		isNew[i] = !known[f.Fingerprint]
		met[f.Fingerprint] = true
	}
	var left []string // the files that are gone, of entries that nothing has
	for _, e := range b.Findings {
		if !met[e.Fingerprint] && !slices.Contains(left, e.File) && gone(e.File) {
			left = append(left, e.File)
		}
	}
	for i, f := range findings {
		for _, file := range left {
			if was := f.In(file); isNew[i] && known[was] && !met[was] {
				isNew[i], met[was] = false, true
			}
		}
	}
	for _, e := range b.Findings {
		if !met[e.Fingerprint] {
			stale = append(stale, e)
		}
	}
	return isNew, stale
}

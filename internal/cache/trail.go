package cache

import (
	"os"
	"slices"
)

// A File is a file as it was when it was read.
type File struct {
	Path  string
	Stamp Stamp // from before it was read
	Sum   uint64
}

// Unchanged reports whether the file has the content that it had. Began is when
// the run began that read it. Where the stamp cannot tell, the content is
// compared, and the stamp set anew.
func (f *File) Unchanged(began int64) bool {
	stamp := StampOf(f.Path)
	if stamp == f.Stamp && (stamp.Settled(began) || stamp == Stamp{}) {
		return true
	}
	src, err := os.ReadFile(f.Path)
	if err != nil || Sum(src) != f.Sum {
		return false
	}
	f.Stamp = stamp
	return true
}

// A Dir is a directory and those of its entries that mattered.
type Dir struct {
	Path  string
	Stamp Stamp // from before it was read
	Names []string
}

// ReadDir looks at a directory; list says what matters in it.
func ReadDir(path string, list func(dir string) []string) Dir {
	return Dir{Stamp: StampOf(path), Path: path, Names: list(path)}
}

// Unchanged reports whether list says of the directory what it said in the run
// that began then.
func (d *Dir) Unchanged(began int64, list func(dir string) []string) bool {
	stamp := StampOf(d.Path)
	if stamp == d.Stamp && stamp.Settled(began) {
		return true
	}
	if !slices.Equal(list(d.Path), d.Names) {
		return false
	}
	d.Stamp = stamp
	return true
}

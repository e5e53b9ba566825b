package cache

import (
	"io/fs"
	"os"
	"time"
)

// A Stamp is what a file system says of a file without opening it. Two that are
// equal say that the file has not changed, unless it changed in the very moment
// of the first: see Settled. The zero Stamp is no file's.
type Stamp struct {
	Size, Modified, Changed int64 // bytes, and times in nanoseconds since 1970
	Mode                    uint32
}

// StampOf returns the stamp of a file or directory; a symbolic link has its own.
// That of what is not there is zero.
func StampOf(path string) Stamp {
	info, err := os.Lstat(path)
	if err != nil {
		return Stamp{}
	}
	return StampFrom(info)
}

// StampFrom returns the stamp of a file that was looked at.
func StampFrom(info fs.FileInfo) Stamp {
	return Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano(), Changed: changed(info), Mode: uint32(info.Mode())}
}

// coarse is more than the finest difference that file systems keep apart, also
// old and remote ones.
const coarse = 2 * time.Second

// Settled reports whether the stamp was old at a time, so that a change after it
// has given the file another.
func (s Stamp) Settled(at int64) bool {
	return s != Stamp{} && max(s.Modified, s.Changed) < at-int64(coarse)
}

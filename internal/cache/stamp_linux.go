package cache

import (
	"io/fs"
	"syscall"
)

// changed is when the file or what is known of it was last changed, which no
// program can set: editors and checkouts that keep the time of modification do
// not keep this one.
func changed(info fs.FileInfo) int64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return st.Ctim.Nano()
	}
	return 0
}

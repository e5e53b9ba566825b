package cache

import (
	"io/fs"
	"syscall"
)

// changed is as on Linux, where it is said.
func changed(info fs.FileInfo) int64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return st.Ctimespec.Nano()
	}
	return 0
}

//go:build !linux && !darwin

package cache

import "io/fs"

// changed is not known here: the time of modification has to do.
func changed(fs.FileInfo) int64 { return 0 }

package main

import (
	"os"
	"runtime/debug"
)

// tuneGC lets the heap grow to five times what is live before it is collected:
// a run is short and ends with the process, and most of what it reads is needed
// to the end. On a project of 64 Go packages this saves a seventh of the time for
// 14 MiB. GOGC, where it is set, has the last word.
func tuneGC() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}

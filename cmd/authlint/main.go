// Authlint flags mistakes in handling credentials in Go and TypeScript.
package main

import (
	"fmt"
	"os"

	"github.com/authlint/authlint/internal/vettool"
)

func main() {
	// Go's own commands ask in their way, and the answer ends the process.
	if vettool.Main(os.Args[1:]) {
		return
	}
	tuneGC()
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintf(os.Stderr, "authlint: the working directory is not known: %v; change to one that is there\n", err)
		os.Exit(exitUsage)
	}
	c := &Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Dir: dir, Env: os.Environ()}
	os.Exit(c.Main(os.Args[1:]))
}

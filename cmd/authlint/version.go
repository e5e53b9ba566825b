package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// A build says which authlint this is.
type build struct {
	number string // "v0.1.0", or "devel" for one that is built from a checkout
	commit string // empty where the build does not know
	date   string
}

// version reads what the Go command put into the binary.
func version() build {
	b := build{number: "devel"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		b.number = v
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.commit = s.Value
		case "vcs.time":
			b.date = s.Value
		}
	}
	return b
}

func (b build) String() string {
	s := "authlint " + b.number
	if b.commit != "" {
		s += fmt.Sprintf(" (%.12s, %s)", b.commit, b.date)
	}
	return fmt.Sprintf("%s %s %s/%s", s, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func (c *Command) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Show which authlint this is",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(c.Stdout, version())
			return err
		},
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/authlint/authlint/internal/nearest"
	"github.com/authlint/authlint/internal/report"
)

// How the command behaves, whatever it is asked to do:
//   - What was asked for goes to standard output, all else to standard error.
//   - A message says what is wrong and what to do, and names the nearest right
//     name where one was misspelt.
//   - Bad usage is found before any work is done, and exits with 2.
//   - Nothing but a terminal gets colours, unless --color says so.

// Exit statuses.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitUsage    = 2 // bad usage; nothing was checked
	exitBlind    = 3 // something asked for could not be analysed, and nothing was found
	// What shells say of a process that SIGINT or SIGTERM ended.
	exitInterrupted = 130
	exitTerminated  = 143
)

// A Command is authlint, apart from the process that it runs in.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Dir            string   // the working directory, absolute
	Env            []string // as os.Environ has it
}

// Main runs authlint with the arguments after the program's name and returns
// the exit status.
func (c *Command) Main(args []string) (status int) {
	ctx, stop := stoppable()
	defer stop()
	root := c.root(&status)
	root.SetArgs(args)
	if err := root.ExecuteContext(ctx); err != nil {
		if errors.Is(err, context.Canceled) {
			err = errors.New("interrupted; what was not checked may hold findings")
			status = exitInterrupted
			if context.Cause(ctx) == errTerminated {
				status = exitTerminated
			}
		} else {
			status = exitUsage
		}
		fmt.Fprintf(c.Stderr, "authlint: %s\n", report.Typed(err.Error(), c.typed()))
	}
	return status
}

var errTerminated = errors.New("terminated")

// stoppable returns a context that ends when the run is to stop: by Ctrl-C, or by
// SIGTERM, which is sent to a job that is cancelled. The go command that the run
// has started ends with it.
func stoppable() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			if s == syscall.SIGTERM {
				cancel(errTerminated)
			}
			cancel(nil)
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// typed is how the user starts authlint; empty for "authlint".
func (c *Command) typed() string { return c.getenv("AUTHLINT_COMMAND") }

// root builds the command line. A run that has no error of usage leaves its exit
// status in status.
func (c *Command) root(status *int) *cobra.Command {
	o := &checkOptions{}
	root := &cobra.Command{
		Use:   "authlint [flags] [patterns]",
		Short: "Flag mistakes in handling credentials in Go and TypeScript",
		Long: `Authlint reads the Go and the TypeScript or JavaScript of a project and flags the
mistakes in handling credentials that end in a 401, an endless refresh loop, a
lost session, a leaked token or an open door.

Patterns are directories, which are searched with all below them, files, and
globs; ./... is everything below the working directory, and the default. A
directory that is called like a subcommand is written with a dot: ./rules.

Exit status: 0 nothing found, 1 findings, 2 bad usage, 3 nothing found but
something could not be analysed.`,
		Example: `  authlint                        check everything below the working directory
  authlint ./web/... server       two directories
  authlint 'src/**/*.ts'          a glob
  authlint explain missing-bearer what a rule is about`,
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		RunE: func(cmd *cobra.Command, patterns []string) (err error) {
			*status, err = c.check(cmd.Context(), o, patterns)
			return misspeltSubcommand(cmd, patterns, err)
		},
	}
	o.define(root)
	root.AddCommand(c.explain(), c.rules(), c.init(), c.baseline(), c.version(), c.man())
	root.SetFlagErrorFunc(flagError)
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	return root
}

// flagError names the flag that was meant.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int" {
		return fmt.Errorf("--%s %q: it is a whole number", invalid.GetFlag().Name, invalid.GetValue())
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return fmt.Errorf("%w; %s --help shows the flags", err, cmd.CommandPath())
	}
	name := unknown.GetSpecifiedName()
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	if near, ok := nearest.Of(name, names); ok && unknown.GetSpecifiedShortnames() == "" {
		return fmt.Errorf("there is no flag --%s; did you mean --%s?", name, near)
	}
	return fmt.Errorf("%w; %s --help shows the flags", err, cmd.CommandPath())
}

// misspeltSubcommand adds to an error about the first pattern that it may have
// been meant for a subcommand.
func misspeltSubcommand(cmd *cobra.Command, patterns []string, err error) error {
	if err == nil || len(patterns) == 0 || !strings.Contains(err.Error(), fmt.Sprintf("%q", patterns[0])) {
		return err
	}
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	if name, ok := nearest.Of(patterns[0], names); ok && name != patterns[0] {
		return fmt.Errorf("%w; or did you mean `%s %s`?", err, cmd.CommandPath(), name)
	}
	return err
}

// choice checks the value of a flag that takes one of a few.
func choice(flag, value string, names ...string) error {
	for _, n := range names {
		if value == n {
			return nil
		}
	}
	if near, ok := nearest.Of(value, names); ok {
		return fmt.Errorf("--%s %q: did you mean %s?", flag, value, near)
	}
	return fmt.Errorf("--%s %q: it is one of %s", flag, value, strings.Join(names, ", "))
}

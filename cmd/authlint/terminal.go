package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/mattn/go-isatty"
	"golang.org/x/term"
)

// terminalOf returns a stream as the terminal that it is, nil for any other.
func terminalOf(stream any) *os.File {
	if f, ok := stream.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		return f
	}
	return nil
}

// terminalSize returns how much a terminal shows. One that does not know is
// believed to be as all were once.
func (c *Command) terminalSize(f *os.File) (columns, rows int) {
	columns, rows, _ = term.GetSize(int(f.Fd()))
	if columns <= 0 {
		columns, _ = strconv.Atoi(c.getenv("COLUMNS"))
	}
	if columns <= 0 {
		columns = 80
	}
	if rows <= 0 {
		rows = 24
	}
	return columns, rows
}

// width is how many columns a stream has, 0 for one that is no terminal.
func (c *Command) width(stream any) int {
	f := terminalOf(stream)
	if f == nil {
		return 0
	}
	columns, _ := c.terminalSize(f)
	return columns
}

// page shows a text in a terminal, by the user's pager where it is longer than
// the terminal. A pager that cannot be had is no reason to show nothing.
func (c *Command) page(ctx context.Context, f *os.File, text string) error {
	_, rows := c.terminalSize(f)
	command := strings.Fields(c.getenv("PAGER"))
	if len(command) == 0 {
		command = []string{"less"}
	}
	if strings.Count(text, "\n") < rows || c.getenv("TERM") == "dumb" {
		_, err := io.WriteString(f, text)
		return err
	}
	pager := exec.CommandContext(ctx, command[0], command[1:]...)
	pager.Stdin, pager.Stdout, pager.Stderr = strings.NewReader(text), f, c.Stderr
	pager.Env = c.Env
	if c.getenv("LESS") == "" {
		pager.Env = append(pager.Env, "LESS=FRX") // as git has it: colours, and the text stays
	}
	if err := pager.Start(); err != nil {
		_, err := io.WriteString(f, text)
		return err
	}
	pager.Wait() // one that is left before the end has done its work
	return ctx.Err()
}

package main

import (
	"bytes"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A run ends by Ctrl-C, and by what a cancelled job is sent, as soon as it
// listens.
func TestInterrupt(t *testing.T) {
	t.Run("SIGINT", func(t *testing.T) { endedBy(t, os.Interrupt, exitInterrupted) })
	t.Run("SIGTERM", func(t *testing.T) { endedBy(t, syscall.SIGTERM, exitTerminated) })
}

func endedBy(t *testing.T, signalled os.Signal, want int) {
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	// Whoever listens keeps the signal from ending the test itself.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, signalled)
	defer signal.Stop(caught)

	var stdout, stderr bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Dir: dir, Env: os.Environ()}
	done := make(chan int)
	go func() { done <- c.Main([]string{"./..."}) }()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case status := <-done:
			if status != want || !strings.Contains(stderr.String(), "interrupted; what was not checked may hold findings") {
				t.Errorf("exit status %d, on standard error:\n%s", status, stderr.String())
			}
			if stdout.Len() > 0 {
				t.Errorf("on standard output, as if the run were whole:\n%s", stdout.String())
			}
			return
		case <-tick.C:
			if err := self.Signal(signalled); err != nil {
				t.Skipf("this system has no such signal: %v", err)
			}
		}
	}
}

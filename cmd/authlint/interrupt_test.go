package main

import (
	"bytes"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestInterrupt ends a run by Ctrl-C, as soon as it listens.
func TestInterrupt(t *testing.T) {
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
	signal.Notify(caught, os.Interrupt)
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
			if status != exitInterrupted || !strings.Contains(stderr.String(), "interrupted; what was not checked may hold findings") {
				t.Errorf("exit status %d, on standard error:\n%s", status, stderr.String())
			}
			if stdout.Len() > 0 {
				t.Errorf("on standard output, as if the run were whole:\n%s", stdout.String())
			}
			return
		case <-tick.C:
			if err := self.Signal(os.Interrupt); err != nil {
				t.Skipf("this system has no such signal: %v", err)
			}
		}
	}
}

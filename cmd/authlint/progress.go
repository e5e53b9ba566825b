package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long people wait without asking themselves what goes on.
const patience = time.Second

// A progress is a line on a terminal that says what a run is at.
type progress struct {
	terminal io.Writer
	columns  int
	start    time.Time
	stop     chan struct{}
	stopped  sync.WaitGroup

	mu    sync.Mutex
	stage string
}

// progress begins to show what a run is at, once it takes longer than patience.
// It is stopped before anything else is written.
func (c *Command) progress(quiet bool) *progress {
	p := &progress{start: time.Now(), stop: make(chan struct{})}
	if f := terminalOf(c.Stderr); f != nil && !quiet && c.getenv("TERM") != "dumb" {
		p.columns, _ = c.terminalSize(f)
		p.terminal = f
		p.stopped.Go(func() { p.show(patience) })
	}
	return p
}

func (p *progress) show(patience time.Duration) {
	wait := time.NewTimer(patience)
	defer wait.Stop()
	for shown := false; ; shown = true {
		select {
		case <-p.stop:
			if shown {
				fmt.Fprint(p.terminal, "\r\x1b[K")
			}
			return
		case <-wait.C:
			p.mu.Lock()
			line := fmt.Sprintf("authlint: %s (%.0f s)", p.stage, time.Since(p.start).Seconds())
			p.mu.Unlock()
			fmt.Fprintf(p.terminal, "\r%.*s\x1b[K", max(0, p.columns-1), line)
			wait.Reset(patience / 4)
		}
	}
}

// at says what the run is at.
func (p *progress) at(stage string) {
	p.mu.Lock()
	p.stage = stage
	p.mu.Unlock()
}

// done takes the line away.
func (p *progress) done() {
	close(p.stop)
	p.stopped.Wait()
}

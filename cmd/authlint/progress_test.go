package main

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		p := &progress{terminal: &b, columns: 33, start: time.Now(), stop: make(chan struct{})}
		p.at("looking for files")
		p.stopped.Go(func() { p.show(time.Second) })
		time.Sleep(900 * time.Millisecond)
		synctest.Wait()
		if b.Len() > 0 {
			t.Errorf("before the time: %q", b.String())
		}
		time.Sleep(200 * time.Millisecond)
		p.at("reading 812 files, of which many")
		time.Sleep(300 * time.Millisecond)
		p.done()
		// A column is left for the cursor.
		want := []string{"", "authlint: looking for files (1 s\x1b[K", "authlint: reading 812 files, of \x1b[K", "\x1b[K"}
		if got := strings.Split(b.String(), "\r"); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	})
}

// A run that is over in no time shows nothing.
func TestProgressOfNothing(t *testing.T) {
	var b bytes.Buffer
	p := &progress{terminal: &b, columns: 80, start: time.Now(), stop: make(chan struct{})}
	p.stopped.Go(func() { p.show(time.Hour) })
	p.done()
	if b.Len() > 0 {
		t.Errorf("got %q", b.String())
	}
}

package stuckrefresh

import (
	"errors"
	"log"
)

// a: an early return when there is no refresh token, and one that only logs.

func (t *tokens) refreshEarly(refreshToken string) error {
	if t.refreshing {
		return errors.New("busy")
	}
	t.refreshing = true // want "`t.refreshing` stays set on the way that ends below"
	if refreshToken == "" {
		return errors.New("no refresh token")
	}
	token, err := t.fetch()
	t.refreshing = false
	if err != nil {
		return err
	}
	t.token = token
	return nil
}

func (t *tokens) refreshLogged() {
	if t.refreshing {
		return
	}
	t.refreshing = true // want "`t.refreshing` stays set when `t.fetch` fails, so no request after that is refreshed"
	token, err := t.fetch()
	if err != nil {
		log.Print(err)
		return
	}
	t.token = token
	t.refreshing = false
}

// c: on success alone nobody opens it.

func (t *tokens) refreshFlushed() error {
	t.mu.Lock() // want "`t.mu` stays locked on the way that ends below"
	token, err := t.fetch()
	if err != nil {
		t.mu.Unlock()
		return err
	}
	t.token = token
	return nil
}

// d: a channel of the function's own on which nothing is sent where it fails.

func (t *tokens) refreshAside() string {
	answer := make(chan string)
	go func() {
		token, err := t.fetch()
		if err != nil {
			return // gap: who waits for a channel of the function's own is not followed
		}
		answer <- token
	}()
	return <-answer
}

// Right: the program ends.

func (t *tokens) refreshOrDie() {
	t.mu.Lock()
	token, err := t.fetch()
	if err != nil {
		log.Fatal(err)
	}
	t.token = token
	t.mu.Unlock()
}

// Right: all who wait are told of either.

type queued struct {
	tokens
	waiters []chan error
}

func (q *queued) refresh() error {
	if q.refreshing {
		return errors.New("busy")
	}
	q.refreshing = true
	token, err := q.fetch()
	q.settle(err)
	if err != nil {
		return err
	}
	q.token = token
	return nil
}

func (q *queued) settle(err error) {
	for _, w := range q.waiters {
		w <- err
	}
	q.waiters, q.refreshing = nil, false
}

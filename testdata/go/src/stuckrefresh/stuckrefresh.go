package stuckrefresh

import (
	"errors"
	"net/http"
	"sync"
)

type tokens struct {
	mu         sync.Mutex
	rw         sync.RWMutex
	token      string
	refreshing bool
	done       chan struct{}
	http       *http.Client
}

func (t *tokens) fetch() (string, error) {
	resp, err := t.http.Post("https://api.example.com/oauth/token", "", nil)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("X-Token"), nil
}

// f: a return before Unlock.

func (t *tokens) refresh() error {
	t.mu.Lock() // want "`t.mu` stays locked when `t.fetch` fails, so every request after that waits for ever"
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	t.mu.Unlock()
	return nil
}

func (t *tokens) Token() (string, error) {
	t.rw.Lock() // want "`t.rw` stays locked on the way that ends below"
	if t.token != "" {
		return t.token, nil
	}
	token, err := t.fetch()
	if err != nil {
		t.rw.Unlock()
		return "", err
	}
	t.token = token
	t.rw.Unlock()
	return token, nil
}

// a, f: a flag, and a channel that is closed on success only.

func (t *tokens) refreshToken() error {
	if t.refreshing {
		return errors.New("busy")
	}
	t.refreshing = true // want "`t.refreshing` stays set when `t.fetch` fails, so no request after that is refreshed"
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	t.refreshing = false
	return nil
}

func (t *tokens) renewToken() error {
	t.done = make(chan struct{}) // want "`t.done` is not closed when `t.fetch` fails, so who waits for it waits for ever"
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	close(t.done)
	return nil
}

// gap: a condition variable: who waits for what is not followed.

func (t *tokens) refreshAndTell(cond *sync.Cond) error {
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	cond.Broadcast()
	return nil
}

// Right: deferred, or on every way.

func (t *tokens) refreshDeferred() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	return nil
}

func (t *tokens) refreshClosure() error {
	t.mu.Lock()
	t.refreshing = true
	defer func() {
		t.refreshing = false
		t.mu.Unlock()
	}()
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	return nil
}

func (t *tokens) refreshEach() error {
	t.mu.Lock()
	if t.token != "" {
		t.mu.Unlock()
		return nil
	}
	token, err := t.fetch()
	if err != nil {
		t.mu.Unlock()
		return err
	}
	t.token = token
	t.mu.Unlock()
	return nil
}

func (t *tokens) refreshBefore() error {
	t.mu.Lock()
	known := t.token
	t.mu.Unlock()
	if known != "" {
		return nil
	}
	token, err := t.fetch()
	t.refreshing = true
	t.refreshing = false
	if err != nil {
		return err
	}
	t.mu.Lock()
	t.token = token
	t.mu.Unlock()
	return nil
}

// Right: another function opens it.

func (t *tokens) refreshBegin() error {
	t.mu.Lock()
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	return nil
}

func (t *tokens) end() { t.mu.Unlock() }

// Right: no refresh.

func (t *tokens) count(n int) int {
	t.mu.Lock()
	if n == 0 {
		return 0
	}
	t.mu.Unlock()
	return n
}

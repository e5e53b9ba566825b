package stuckrefresh

import (
	"errors"
	"net/http"
	"sync"
	"sync/atomic"
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

// f: a condition variable that is told of success only.

type waited struct {
	mu         sync.Mutex
	cond       *sync.Cond
	refreshing bool
	token      string
	fetch      func() (string, error)
}

func (w *waited) refresh() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.refreshing {
		w.cond.Wait() // want "nothing is told to `w.cond` when `w.fetch` fails, so the requests that wait here wait for ever"
	}
	w.refreshing = true
	token, err := w.fetch()
	w.refreshing = false
	if err != nil {
		return err
	}
	w.token = token
	w.cond.Broadcast()
	return nil
}

func (w *waited) refreshToken() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.refreshing {
		w.cond.Wait()
	}
	w.refreshing = true // want "`w.refreshing` stays set when `w.fetch` fails, so every request that is refused after that waits for ever"
	token, err := w.fetch()
	if err != nil {
		return err
	}
	w.token = token
	w.refreshing = false
	w.cond.Broadcast()
	return nil
}

// Right: told on every way.

func (w *waited) renew() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.refreshing {
		w.cond.Wait()
	}
	w.refreshing = true
	defer func() {
		w.refreshing = false
		w.cond.Broadcast()
	}()
	token, err := w.fetch()
	if err != nil {
		return err
	}
	w.token = token
	return nil
}

// a: flags of sync/atomic.

type flagged struct {
	busy  atomic.Bool
	state int32
	token string
	fetch func() (string, error)
}

func (f *flagged) refresh() error {
	if !f.busy.CompareAndSwap(false, true) { // want "`f.busy` stays set when `f.fetch` fails, so no request after that is refreshed"
		return nil
	}
	token, err := f.fetch()
	if err != nil {
		return err
	}
	f.token = token
	f.busy.Store(false)
	return nil
}

func (f *flagged) renew() error {
	if atomic.CompareAndSwapInt32(&f.state, 0, 1) { // want "`f.state` stays set when `f.fetch` fails"
		token, err := f.fetch()
		if err != nil {
			return err
		}
		f.token = token
		atomic.StoreInt32(&f.state, 0)
	}
	return nil // of those who came meanwhile, too
}

func (f *flagged) refreshOnce() error {
	if !f.busy.CompareAndSwap(false, true) {
		return nil
	}
	defer f.busy.Store(false) // on every way
	token, err := f.fetch()
	if err != nil {
		return err
	}
	f.token = token
	return nil
}

func (f *flagged) refreshBoth() error {
	if !f.busy.CompareAndSwap(false, true) {
		return nil
	}
	token, err := f.fetch()
	f.busy.Store(false) // before anything is looked at
	if err != nil {
		return err
	}
	f.token = token
	return nil
}

func (t *tokens) refreshTried() error {
	if !t.mu.TryLock() { // want "`t.mu` stays locked when `t.fetch` fails"
		return nil // somebody else refreshes
	}
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	t.mu.Unlock()
	return nil
}

// Right: what is set is the function's own, or nothing that keeps others out.

type outcome struct{ renewed, failed bool }

func (t *tokens) refreshReply() outcome {
	reply := outcome{}
	if reply.renewed {
		return reply
	}
	reply.renewed = true // a value of this call
	if _, err := t.fetch(); err != nil {
		return reply
	}
	reply.renewed = false
	return reply
}

func (t *tokens) refreshMade() *outcome {
	reply := &outcome{}
	if reply.renewed {
		return reply
	}
	reply.renewed = true // made here
	if _, err := t.fetch(); err != nil {
		return reply
	}
	reply.renewed = false
	return reply
}

func (t *tokens) refreshFeatures(o *outcome) error {
	o.failed = true // nobody is turned away by it
	token, err := t.fetch()
	if err != nil {
		return err
	}
	o.failed = false
	t.token = token
	return nil
}

// gap: a channel on which success alone is sent: who receives is not followed.

func (t *tokens) refreshAndSend() error {
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	t.done <- struct{}{}
	return nil
}

// gap: a semaphore of a channel: what fills it is not taken for a lock.

func (t *tokens) refreshInTurn() error {
	t.done <- struct{}{}
	token, err := t.fetch()
	if err != nil {
		return err
	}
	t.token = token
	<-t.done
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

package stuckrefresh

import (
	"errors"
	"net/http"
	"sync"
	"sync/atomic"
)

// What opens another gate opens none of this one.

type pair struct {
	mu, other   sync.Mutex
	done, ready chan struct{}
	busy, idle  atomic.Bool
	renewing    bool
	stopping    bool
	cond, spare *sync.Cond
	token       string
	ask         func() (string, error)
}

func (p *pair) refresh() error {
	p.mu.Lock() // want "`p.mu` stays locked when `p.ask` fails"
	token, err := p.ask()
	if err != nil {
		p.other.Unlock()
		return err
	}
	p.token = token
	p.mu.Unlock()
	return nil
}

func (p *pair) refreshDone() error {
	p.done = make(chan struct{}) // want "`p.done` is not closed when `p.ask` fails"
	token, err := p.ask()
	if err != nil {
		close(p.ready)
		return err
	}
	p.token = token
	close(p.done)
	return nil
}

func (p *pair) refreshBusy() error {
	if p.ask == nil || !p.busy.CompareAndSwap(false, true) { // want "`p.busy` stays set when `p.ask` fails"
		return nil // it is not this one that refreshes
	}
	token, err := p.ask()
	if err != nil {
		p.idle.Store(false)
		return err
	}
	p.token = token
	p.busy.Store(false)
	return nil
}

func (p *pair) refreshSwapped() error {
	if p.busy.Swap(true) { // want "`p.busy` stays set when `p.ask` fails"
		return nil
	}
	token, err := p.ask()
	if err != nil {
		return err
	}
	p.token = token
	p.busy.Store(false)
	return nil
}

func (p *pair) refreshFlag() error {
	if p.renewing {
		return nil
	}
	p.renewing = true // want "`p.renewing` stays set when `p.ask` fails"
	token, err := p.ask()
	if err != nil {
		p.stopping = false
		return err
	}
	p.token = token
	p.renewing = false
	return nil
}

func (p *pair) refreshWaiting() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.renewing {
		p.cond.Wait() // want "nothing is told to `p.cond` when `p.ask` fails"
	}
	p.renewing = true
	token, err := p.ask()
	p.renewing = false
	if err != nil {
		p.spare.Broadcast()
		return err
	}
	p.token = token
	p.cond.Broadcast()
	return nil
}

func (p *pair) refreshSignalling() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.renewing {
		p.cond.Wait()
	}
	p.renewing = true
	token, err := p.ask()
	p.renewing = false
	if err != nil {
		p.cond.Signal() // one of them goes on, and tells the next
		return err
	}
	p.token = token
	p.cond.Broadcast()
	return nil
}

// Opened before it was closed again.

func (p *pair) refreshTwice() error {
	p.mu.Lock()
	known := p.token
	p.mu.Unlock()
	p.mu.Lock() // want "`p.mu` stays locked when `p.ask` fails"
	token, err := p.ask()
	if err != nil {
		return err
	}
	p.token = token + known
	p.mu.Unlock()
	return nil
}

// The call that failed is the last one before.

func (p *pair) refreshNamed() error {
	p.mu.Lock() // want "`p.mu` stays locked when `p.ask` fails"
	_, err := p.first()
	if err == nil {
		p.token = ""
	}
	token, err := p.ask()
	if err != nil {
		return err
	}
	p.mu.Unlock()
	_, err = p.first()
	p.token = token
	return err
}

func (p *pair) first() (string, error) { return "", nil }

// Whoever asks for a Token waits for what this does, whatever that is called.

func (p *pair) Token() (string, error) {
	p.mu.Lock() // want "`p.mu` stays locked when `p.ask` fails"
	token, err := p.ask()
	if err != nil {
		return "", err
	}
	p.mu.Unlock()
	return token, nil
}

// Right: those who came meanwhile are turned away by what Swap says was there.

func (p *pair) refreshSwapping() error {
	if p.busy.Swap(true) {
		return nil // somebody else refreshes
	}
	token, err := p.ask()
	p.busy.Store(false)
	p.token = token
	return err
}

func refreshNumbered() error {
	if atomic.SwapInt32(&state, 1) == 0 {
		defer atomic.StoreInt32(&state, 0)
		_, err := session.ask()
		return err
	}
	return nil // somebody else refreshes
}

func refreshNumberedAgain() error {
	if atomic.SwapInt32(&state, 1) == 0 { // want "`state` stays set when `session.ask` fails"
		if _, err := session.ask(); err != nil {
			return err
		}
		atomic.StoreInt32(&state, 0)
	}
	return nil // somebody else refreshes
}

func refreshNumberedElse() error {
	if atomic.SwapInt32(&state, 1) == 1 {
		return nil // somebody else refreshes
	}
	_, err := session.ask()
	atomic.StoreInt32(&state, 0)
	return err
}

// Of the package, behind a pointer, and inside of a struct that others have.

var (
	refreshing bool
	session    pair
	lock       sync.RWMutex
	inUse      = new(bool)
	state      int32
)

func refreshShared() error {
	if refreshing {
		return nil
	}
	refreshing = true // want "`refreshing` stays set when `session.ask` fails"
	token, err := session.ask()
	if err != nil {
		return err
	}
	session.token = token
	refreshing = false
	return nil
}

func refreshSession() error {
	if session.renewing {
		return nil
	}
	session.renewing = true // want "`session.renewing` stays set when `session.ask` fails"
	token, err := session.ask()
	if err != nil {
		return err
	}
	session.token = token
	session.renewing = false
	return nil
}

func refreshLocked() error {
	if !lock.TryLock() { // want "`lock` stays locked when `session.ask` fails"
		return nil
	}
	token, err := session.ask()
	if err != nil {
		return err
	}
	session.token = token
	lock.Unlock()
	return nil
}

func refreshStored() error {
	if atomic.LoadInt32(&state) == 1 {
		return nil
	}
	atomic.StoreInt32(&state, 1) // want "`state` stays set when `session.ask` fails"
	token, err := session.ask()
	if err != nil {
		return err
	}
	session.token = token
	atomic.StoreInt32(&state, 0)
	return nil
}

type holder struct {
	inner pair
	outer *pair
}

func (h *holder) refreshInner() error {
	if h.inner.renewing {
		return nil
	}
	h.inner.renewing = true // want "`h.inner.renewing` stays set when `h.inner.ask` fails"
	if _, err := h.inner.ask(); err != nil {
		return err
	}
	h.inner.renewing = false
	return nil
}

func (h holder) refreshOuter() error {
	if h.outer.renewing {
		return nil
	}
	h.outer.renewing = true // want "`h.outer.renewing` stays set when `h.outer.ask` fails"
	if _, err := h.outer.ask(); err != nil {
		return err
	}
	h.outer.renewing = false
	return nil
}

func (h holder) refreshCopy() error {
	if h.inner.renewing {
		return nil
	}
	h.inner.renewing = true // a copy, which nobody else has
	if _, err := h.inner.ask(); err != nil {
		return err
	}
	h.inner.renewing = false
	return nil
}

func refreshNew() *pair {
	p := new(pair)
	if p.renewing {
		return p
	}
	p.renewing = true // made here
	if _, err := p.ask(); err != nil {
		return p
	}
	p.renewing = false
	return p
}

func NewPair() *pair { return nil }

func refreshConstructed() *pair {
	p := NewPair()
	if p.renewing {
		return p
	}
	p.renewing = true // made here
	if _, err := p.ask(); err != nil {
		return p
	}
	p.renewing = false
	return p
}

func current() *pair { return &session }

func refreshCurrent() error {
	p := current()
	if p.renewing {
		return nil
	}
	p.renewing = true // want "`p.renewing` stays set when `p.ask` fails"
	if _, err := p.ask(); err != nil {
		return err
	}
	p.renewing = false
	return nil
}

// Right: those who came on another way never closed it.

func (p *pair) refreshElse(again bool) error {
	if again {
		p.mu.Lock()
	} else if p.token != "" {
		return nil // not locked here
	}
	token, err := p.ask()
	p.token = token
	p.mu.Unlock()
	return err
}

// Right: the refresh is over before.

func (p *pair) save() error {
	err := p.refresh()
	p.mu.Lock() // a mistake that has nothing to do with the refresh
	if err != nil {
		return err
	}
	p.mu.Unlock()
	return nil
}

// Right: opened by what is returned.

func (p *pair) refreshReturned() bool {
	if !p.busy.CompareAndSwap(false, true) {
		return false
	}
	if p.refresh() != nil {
		return p.busy.CompareAndSwap(true, false) // opened here
	}
	p.busy.Store(false)
	return true
}

// Right: what is set is not known.

func (p *pair) refreshSet(on bool) error {
	if p.idle.Load() {
		return nil
	}
	p.idle.Store(on) // perhaps off
	if _, err := p.ask(); err != nil {
		return err
	}
	p.idle.Store(false)
	return nil
}

// Right: a flag that is looked at afterwards, or elsewhere, or not to turn
// anybody away, keeps nobody out.

type said struct {
	renewed, known, asked bool
	ask                   func() (string, error)
}

func (s *said) refresh() error {
	s.renewed = true
	if _, err := s.ask(); err != nil {
		return err
	}
	if s.renewed {
		s.renewed = false
	}
	return nil
}

func (s *said) renew() error {
	s.known = true
	if _, err := s.ask(); err != nil {
		return err
	}
	s.known = false
	return nil
}

func (s *said) isKnown() string {
	if s.known {
		return "yes"
	}
	return "no"
}

func (s *said) refreshAsked(log func(bool)) error {
	if s.ask != nil {
		log(s.asked)
	}
	s.asked = true
	if _, err := s.ask(); err != nil {
		return err
	}
	s.asked = false
	return nil
}

// Right: a server's handler answers, and refreshes nothing of its own.

func (p *pair) refreshPage(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock() // one who is served
	if r.Header.Get("Authorization") == "" {
		return
	}
	p.token = ""
	p.mu.Unlock()
}

// Which way fails is not said where the test is of something else.

func (p *pair) refreshOtherwise() error {
	p.mu.Lock() // want "`p.mu` stays locked on the way that ends below"
	token, err := p.ask()
	if err == nil {
		p.token = token
	} else {
		return errors.New("no")
	}
	p.mu.Unlock()
	return nil
}

func (p *pair) refreshUnless() error {
	p.mu.Lock() // want "`p.mu` stays locked on the way that ends below"
	token, err := p.ask()
	if err == nil {
		return nil
	}
	p.token = token
	p.mu.Unlock()
	return err
}

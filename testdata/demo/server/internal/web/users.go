package web

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"sync"
)

// users are those who may log in, kept in memory, with their open sessions.
type users struct {
	mu       sync.Mutex
	byEmail  map[string]account
	codes    map[string]string // by e-mail
	sessions map[string]string // e-mail by refresh token
}

type account struct {
	name, phone string
	salt, hash  []byte
}

func newUsers() *users {
	return &users{byEmail: map[string]account{}, codes: map[string]string{}, sessions: map[string]string{}}
}

func (u *users) check(email, password string) bool {
	u.mu.Lock()
	a, known := u.byEmail[email]
	u.mu.Unlock()
	hash, err := pbkdf2.Key(sha256.New, password, a.salt, 600_000, sha256.Size)
	return err == nil && known && subtle.ConstantTimeCompare(hash, a.hash) == 1
}

func (u *users) name(email string) string {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.byEmail[email].name
}

func (u *users) newCode(email string) (phone, code string, ok bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	a, ok := u.byEmail[email]
	if ok {
		code = rand.Text()[:8]
		u.codes[email] = code
	}
	return a.phone, code, ok
}

// takeCode reports whether a code is the right one. It can be tried once.
func (u *users) takeCode(email, code string) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	want, ok := u.codes[email]
	delete(u.codes, email)
	return ok && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1
}

func (u *users) newRefreshToken(email string) string {
	u.mu.Lock()
	defer u.mu.Unlock()
	t := rand.Text()
	u.sessions[t] = email
	return t
}

// take ends the session of a refresh token and returns whose it was.
func (u *users) take(refreshToken string) (email string, ok bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	email, ok = u.sessions[refreshToken]
	delete(u.sessions, refreshToken)
	return email, ok
}

// keepOnly ends all other sessions of the user.
func (u *users) keepOnly(refreshToken string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	email, ok := u.sessions[refreshToken]
	for t, e := range u.sessions {
		if ok && e == email && t != refreshToken {
			delete(u.sessions, t)
		}
	}
}

package expiryunits

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type answer struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   int64  `json:"expires_in"`
}

type claims struct {
	Exp int64 `json:"exp"`
}

func decode(resp *http.Response) (a answer) {
	json.NewDecoder(resp.Body).Decode(&a)
	return a
}

// e: a Duration with no unit.

func lasts(resp *http.Response) time.Time {
	a := decode(resp)
	return time.Now().Add(time.Duration(a.ExpiresIn)) // want "`a.ExpiresIn` counts seconds and a Duration nanoseconds"
}

func variable(resp *http.Response) time.Time {
	seconds := decode(resp).ExpiresIn
	return time.Now().Add(time.Duration(seconds)) // want "`seconds` counts seconds and a Duration nanoseconds"
}

func early(resp *http.Response) time.Time {
	return time.Now().Add(-time.Minute).Add(time.Duration(decode(resp).ExpiresIn)) // want "counts seconds and a Duration nanoseconds"
}

// b, e: a moment of milliseconds.

func moment(c claims) time.Time {
	return time.UnixMilli(c.Exp) // want "`c.Exp` counts seconds and UnixMilli takes milliseconds"
}

func mapped(c jwt.MapClaims) time.Time {
	exp, _ := c["exp"].(float64)
	return time.UnixMilli(int64(exp)) // want "`exp` counts seconds and UnixMilli takes milliseconds"
}

// a: compared with a clock of milliseconds.

func expired(c claims) bool {
	return c.Exp < time.Now().UnixMilli() // want "`c.Exp` counts seconds and the clock milliseconds"
}

func valid(c jwt.StandardClaims) bool {
	now := time.Now().UnixNano()
	return now < c.ExpiresAt // want "`c.ExpiresAt` counts seconds and the clock milliseconds"
}

// c: seconds added to milliseconds.

func deadline(a answer) int64 {
	return time.Now().UnixMilli() + a.ExpiresIn // want "the deadline comes a thousand times too early"
}

// e: the issuing side.

func issue(user string) jwt.MapClaims {
	c := jwt.MapClaims{
		"sub": user,
		"exp": time.Now().Add(time.Hour).UnixMilli(), // want "`\"exp\"` is milliseconds here and counts seconds"
	}
	c["iat"] = time.Now().UnixMilli() // want "is milliseconds here and counts seconds"
	return c
}

func standard() jwt.StandardClaims {
	exp := time.Now().Add(time.Hour).UnixNano()
	return jwt.StandardClaims{ExpiresAt: exp} // want "`ExpiresAt` is milliseconds here"
}

// d: both sides scaled.

func overscaled(c claims) bool {
	return c.Exp*1000 < time.Now().Unix() // want "`c.Exp` counts seconds and the other side milliseconds: both were scaled"
}

func overscaledClock(c claims) bool {
	now := time.Now().UnixMilli() / 1000
	return now > 1000*c.Exp // want "both were scaled, so the token never looks expired"
}

// gap: a Duration that is kept: who reads it may scale it.

type session struct{ lifetime time.Duration }

func kept(a answer) session { return session{lifetime: time.Duration(a.ExpiresIn)} }

// Right: scaled.

func scaled(a answer) time.Time {
	return time.Now().Add(time.Duration(a.ExpiresIn) * time.Second)
}

func scaledBefore(a answer) time.Time {
	return time.Now().Add(time.Second * time.Duration(a.ExpiresIn))
}

func unix(c claims) bool { return time.Unix(c.Exp, 0).Before(time.Now()) }

func seconds(c claims) bool { return c.Exp < time.Now().Unix() }

func milliseconds(c claims) bool { return c.Exp*1000 < time.Now().UnixMilli() }

func divided(c claims) bool { return c.Exp < time.Now().UnixMilli()/1000 } // seconds on both sides

func issued() jwt.MapClaims {
	return jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
}

// Right: the program's own value, which it fills in with milliseconds.

type own struct {
	Exp int64 `json:"exp"`
}

func newOwn() own { return own{Exp: time.Now().Add(time.Hour).UnixMilli()} }

func (o own) expired() bool { return o.Exp < time.Now().UnixMilli() }

// Right: a Duration already, and what has no unit of the wire.

type settings struct {
	ExpiresIn time.Duration `json:"expires_in"`
	Timeout   int64
}

func (s settings) deadline() time.Time { return time.Now().Add(s.ExpiresIn) }

func (s settings) timeout() time.Time { return time.Now().Add(time.Duration(s.Timeout)) }

// Right: another exp.

type level struct{ Exp int64 }

func (l level) reached(points int64) bool { return l.Exp < points }

func mapOfOthers(m map[string]any) any { m["exp"] = time.Now().UnixMilli(); return m }

func ofOthers(m map[string]any, c jwt.MapClaims) time.Time {
	exp, _ := m["exp"].(float64) // no claims
	if iat, ok := c["auth_time_ms"].(float64); ok {
		return time.UnixMilli(int64(iat)) // another claim
	}
	return time.UnixMilli(int64(exp))
}

func halves(c claims, n int64) bool { return c.Exp*1000 < n/1000 } // no clock

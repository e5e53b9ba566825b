package expiryunits

import (
	"math"
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

// Right: milliseconds or a moment by what they come from.

type google struct {
	ExpiryDate int64 `json:"expiry_date"`
	ExpiresOn  int64 `json:"expiresOn"`
	ExpiresAt  int64 `json:"expires_at"`
}

func (g google) expired() bool {
	return g.ExpiryDate < time.Now().UnixMilli() || g.ExpiresOn < time.Now().UnixMilli() || g.ExpiresAt < time.Now().UnixMilli()
}

func ofOAuth(t *oauth2.Token, c *http.Cookie) bool {
	return t.Expiry.Before(time.Now()) || c.Expires.UnixMilli() < time.Now().UnixMilli()
}

// Right: an exponent.

func exponent(x float64) float64 {
	exp := math.Exp(x)
	if exp < float64(time.Now().UnixMilli()) {
		return exp
	}
	return 0
}

// Right: a session that is kept with its own milliseconds.

type kv struct {
	Exp int64 `json:"exp"`
}

func (k *kv) start(ttl time.Duration) { k.Exp = time.Now().Add(ttl).UnixMilli() }

func (k *kv) over() bool { return k.Exp < time.Now().UnixMilli() }

// c: the other way round.

func deadlineBefore(a answer) int64 {
	return int64(a.ExpiresIn) + time.Now().UnixMilli() // want "the deadline comes a thousand times too early"
}

// a: through a variable, and the other way round.

func later(c claims) bool {
	exp := c.Exp
	return time.Now().UnixMilli() > exp // want "`exp` counts seconds and the clock milliseconds"
}

// Package token issues and verifies the access tokens of the shop: a user and
// an expiry, signed.
package token

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
	"time"
)

// Lifetime of an access token.
const Lifetime = 15 * time.Minute

// An Issuer makes tokens and knows them again.
type Issuer struct{ key []byte }

// NewIssuer returns an issuer that signs with key.
func NewIssuer(key []byte) *Issuer { return &Issuer{key} }

// Issue returns a token for a user.
func (i *Issuer) Issue(user string) string {
	claims := user + "|" + strconv.FormatInt(time.Now().Add(Lifetime).Unix(), 10)
	return encode([]byte(claims)) + "." + encode(i.sign(claims))
}

// Verify returns the user of a token that is genuine and not expired.
func (i *Issuer) Verify(token string) (user string, err error) {
	head, tail, ok := strings.Cut(token, ".")
	claims, err1 := base64.RawURLEncoding.DecodeString(head)
	signature, err2 := base64.RawURLEncoding.DecodeString(tail)
	if !ok || err1 != nil || err2 != nil || !hmac.Equal(signature, i.sign(string(claims))) {
		return "", errors.New("not one of our tokens")
	}
	user, expiry, _ := strings.Cut(string(claims), "|")
	if at, err := strconv.ParseInt(expiry, 10, 64); err != nil || time.Now().Unix() >= at {
		return "", errors.New("the token has expired")
	}
	return user, nil
}

func (i *Issuer) sign(claims string) []byte {
	mac := hmac.New(sha256.New, i.key)
	mac.Write([]byte(claims))
	return mac.Sum(nil)
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

package fixes

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"net/http"
)

type server struct{ token, secret string }

func (s *server) handle(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Token") != s.token { // want "stops at the first difference"
		http.Error(w, "no", 401)
		return
	}
	mac := hmac.New(sha256.New, []byte(s.secret))
	if !bytes.Equal([]byte(r.Header.Get("X-Signature")), mac.Sum(nil)) { // want "stops at the first difference"
		http.Error(w, "no", 401)
		return
	}
	if r.Header.Get("X-Other") == s.token { // want "stops at the first difference"
		w.Write(bytes.TrimSpace([]byte(" in ")))
	}
}

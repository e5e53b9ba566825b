package wrong

import (
	"bytes"
	"encoding/base64"
	"net/http"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// What is asked tells only whether there is anything.

func byLength(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if len(h) == 0 {
		http.Error(w, "no", 401)
		return
	}
	use(h[7:]) // want "panics"
}

func byOtherHeader(w http.ResponseWriter, r *http.Request) {
	h, key := r.Header.Get("Authorization"), r.Header.Get("X-Key")
	if len(key) < 8 {
		http.Error(w, "no", 401)
		return
	}
	use(h[7:]) // want "panics"
}

func byFirst(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.Header.Get("Authorization"), " ")
	if parts[0] != "Bearer" {
		http.Error(w, "no", 401)
		return
	}
	use(parts[1]) // want "panics"
}

func asksToo(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	use(h[7:]) // want "panics"
	if !strings.HasPrefix(h, "Bearer ") {
		http.Error(w, "no", 401) // too late
		return
	}
}

func inOtherBranch(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if r.Method == "POST" {
		if !strings.HasPrefix(h, "Bearer ") {
			http.Error(w, "no", 401)
			return
		}
	} else {
		use(h[7:]) // want "panics"
	}
}

func inCondition(r *http.Request) bool {
	h := r.Header.Get("Authorization")
	return h[:7] == "Bearer " && len(h) > 7 // want "panics"
}

func lower(r *http.Request) {
	h := strings.ToLower(r.Header.Get("Authorization"))
	if strings.TrimSpace(h) == "" {
		return
	}
	use(h[7:]) // want "panics"
}

func byBytes(w http.ResponseWriter, r *http.Request) {
	dec, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(r.Header.Get("Authorization"), "Basic "))
	if err != nil {
		http.Error(w, "no", 401)
		return
	}
	use(string(dec)[:bytes.IndexByte(dec, ':')]) // want "panics"
}

func splitN(r *http.Request) {
	use(strings.SplitN(r.Header.Get("Authorization"), " ", 2)[1])  // want "panics"
	use(strings.SplitAfter(r.Header.Get("Authorization"), " ")[1]) // want "panics"
}

// Nothing recovers here: the process ends.

func fibers(c *fiber.Ctx) error {
	parts := strings.Split(c.Get("Authorization"), " ")
	return c.SendString(parts[1]) // want "panics"
}

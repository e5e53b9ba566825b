package credential

import (
	"slices"
	"strings"
)

// secretWords end the names of what only those who may come in know.
var secretWords = []string{"secret", "token", "password", "passwd", "passphrase", "pass", "pwd", "apikey", "authkey", "secretkey", "psk"}

// keyWords make a secret of a key: apiKey, ADMIN_KEY. A key alone is mostly that
// of a map, a file or a user.
var keyWords = []string{"api", "auth", "access", "shared", "admin", "secret", "service", "master", "internal", "webhook", "signing", "private",
	"hmac", "server", "cron", "bearer", "token", "login", "management", "mgmt", "preshared", "expected", "valid"}

// openWords make a name one of something that others may know.
var openWords = []string{"public", "publishable", "anon", "hash", "hashed", "old", "confirm", "confirmation", "csrf", "xsrf"}

// NamesSecret reports whether a name promises a secret that a server holds and
// that those who call it must know: apiKey, WEBHOOK_SECRET, adminPassword,
// validTokens.
func NamesSecret(name string) bool {
	words := nameWords(name)
	if len(words) == 0 {
		return false
	}
	for _, w := range words {
		if slices.Contains(otherTrades, w) || slices.Contains(openWords, w) {
			return false
		}
	}
	last := words[len(words)-1]
	if last != "pass" {
		last = strings.TrimSuffix(last, "s")
	}
	switch {
	case slices.Contains(questions, words[0]):
		return false // hasSecret
	case slices.Contains(secretWords, last), strings.HasSuffix(last, "secret"), strings.HasSuffix(last, "password"), strings.HasSuffix(last, "apikey"):
		return true
	case last == "key" && len(words) > 1:
		return slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return slices.Contains(keyWords, w) })
	}
	return false
}

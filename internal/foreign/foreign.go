// Package foreign reads what servers in languages that authlint has no reader
// for say of the Authorization header. It looks for words, not for code, and only
// so far as a client beside such a server depends on it.
package foreign

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// Bounds of one look. A server that is larger than that says what it demands in
// what is read of it, or nothing is concluded.
const (
	maxFile  = 1 << 20  // bytes; what is larger is data
	maxFiles = 20_000   // in the order of their paths
	maxBytes = 64 << 20 // of all files
)

// Servers in these languages are looked at; configuration only beside them.
var languages = map[string]bool{
	".java": true, ".kt": true, ".scala": true, ".groovy": true, ".cs": true, ".fs": true, ".php": true,
	".py": true, ".rb": true, ".rs": true, ".ex": true, ".exs": true, ".clj": true,
	".yml": false, ".yaml": false, ".properties": false,
}

// app is where a mobile application keeps the code of its platforms.
var app = regexp.MustCompile(`(^|[/\\])(android|ios|macos|windows)[/\\]`)

// IsServer reports whether a file may be of such a server, or its configuration.
func IsServer(path string) bool {
	_, ok := languages[filepath.Ext(path)]
	return ok && !app.MatchString(path)
}

var (
	// takesOff are the ways to test for the scheme or to take it off, on one line
	// with its name: startsWith("Bearer "), header.substring(7), split(" ").
	takesOff = regexp.MustCompile(`(?i)start_?s?_?with|sub_?str|replace|remove_?prefix|strip|split|preg_match|delete_prefix|drop\(`)
	bearer   = regexp.MustCompile(`(?i)bearer`)
	// raw is where a server looks at the header itself, or where Sa-Token does,
	// which takes what it is given.
	raw = regexp.MustCompile(`(?i)["']authorization["']|\bStpUtil\b|sa-token:`)
	// byFramework are the names of what reads the header for a server, and wants a
	// scheme in it that the server's own code need not name.
	byFramework = regexp.MustCompile(`(?i)oauth2_?resource_?server|simplejwt|flask_jwt|sanctum|laravel.passport|jwt-?auth\b|` +
		`ktor\.(server\.)?auth|micronaut\.security|quarkus|mp\.jwt|TokenAuthentication|with_http_token|devise|Guardian\.Plug|keycloak|knox|djoser`)
)

// ServerReads returns the one place that shows what such servers do with the
// scheme: where it is demanded; else, if none speaks of a scheme at all, where the
// header is taken as it is. It returns none where that cannot be told.
func ServerReads(paths []string) []authflow.ServerRead {
	var first source.Span
	read, left, server := 0, maxBytes, false
	speaks := false
	for _, path := range paths {
		text, err := contents(path)
		if read++; err != nil || read > maxFiles || left < len(text) {
			return nil // what is not read may demand it
		}
		left -= len(text)
		code := languages[filepath.Ext(path)]
		server = server || code
		for _, at := range bearer.FindAllIndex(text, -1) {
			speaks = true
			if code && takesOff.Match(lineAround(text, at[0])) {
				return []authflow.ServerRead{{At: span(path, at), Scheme: authflow.SchemeDemanded}}
			}
		}
		speaks = speaks || byFramework.Match(text)
		if at := raw.FindIndex(text); at != nil && !first.Valid() {
			first = span(path, at)
		}
	}
	if !server || speaks || !first.Valid() {
		return nil
	}
	return []authflow.ServerRead{{At: first, Scheme: authflow.SchemeIgnored}}
}

// contents returns the text of a file, nothing of one that is data.
func contents(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, err
	}
	return os.ReadFile(path)
}

func span(path string, at []int) source.Span {
	return source.Span{File: path, Start: at[0], End: at[1]}
}

func lineAround(text []byte, at int) []byte {
	start := bytes.LastIndexByte(text[:at], '\n') + 1
	if end := bytes.IndexByte(text[at:], '\n'); end >= 0 {
		return text[start : at+end]
	}
	return text[start:]
}

package module

import (
	"bytes"
	"slices"
)

// A specScanner finds the import specifiers in a file's bytes:
//
//	import … from "x"   import "x"   import("x")   require("x")   export … from "x"
//
// It does not parse, so it also finds those in comments and strings. That
// costs a file parsed for nothing now and then, where parsing all of them would
// cost more than all the rest of a run.
type specScanner struct {
	// names holds each specifier once: most files import the same few.
	names map[string]string
	found []string
}

func newSpecScanner() *specScanner { return &specScanner{names: map[string]string{}} }

// maxSpec is the length of the longest specifier that is taken for one.
const maxSpec = 512

// scan returns the specifiers in src. It looks for a letter that the keywords
// share and that is rare in code: searching for each of the words takes three
// times as long.
func (s *specScanner) scan(src []byte) []string {
	s.found = s.found[:0]
	for at := 0; ; at++ {
		i := bytes.IndexByte(src[at:], 'm')
		if i < 0 {
			break
		}
		at += i
		switch {
		case word(src, at-len("fro"), "from"):
			s.specifier(src[at+len("m"):], false, true)
		case word(src, at-len("i"), "import"):
			s.specifier(src[at+len("mport"):], true, true)
		}
	}
	for at := 0; ; at++ {
		i := bytes.IndexByte(src[at:], 'q')
		if i < 0 {
			break
		}
		at += i
		if word(src, at-len("re"), "require") {
			s.specifier(src[at+len("quire"):], true, false)
		}
	}
	return slices.Clone(s.found)
}

// word reports whether the word w begins at an offset.
func word(src []byte, at int, w string) bool {
	return at >= 0 && len(src)-at >= len(w) && string(src[at:at+len(w)]) == w && (at == 0 || !identByte(src[at-1]))
}

// specifier takes the string that follows a keyword: called says that in
// parentheses it counts, bare that it does without.
func (s *specScanner) specifier(rest []byte, called, bare bool) {
	// Bounded, so that no text makes the scan take more than time in its length.
	rest = skipBlank(rest[:min(len(rest), 2*maxSpec)])
	call := called && len(rest) > 0 && rest[0] == '('
	if call {
		rest = skipBlank(rest[1:])
	}
	if !call && !bare || len(rest) == 0 {
		return
	}
	quote := rest[0]
	if quote != '"' && quote != '\'' && (quote != '`' || !call) {
		return
	}
	rest = rest[1:min(len(rest), maxSpec)]
	end := bytes.IndexByte(rest, quote)
	if end <= 0 || bytes.IndexByte(rest[:end], '\n') >= 0 || bytes.Contains(rest[:end], []byte("${")) {
		return
	}
	spec, ok := s.names[string(rest[:end])]
	if !ok {
		spec = string(rest[:end])
		s.names[spec] = spec
	}
	s.found = append(s.found, spec)
}

// skipBlank skips white space and comments: import(/* webpackChunkName: "a" */ "./a").
func skipBlank(b []byte) []byte {
	for {
		n := 0
		for n < len(b) && (b[n] == ' ' || b[n] == '\t' || b[n] == '\r' || b[n] == '\n') {
			n++
		}
		b = b[n:]
		if !bytes.HasPrefix(b, []byte("/*")) {
			return b
		}
		end := bytes.Index(b, []byte("*/"))
		if end < 0 {
			return nil
		}
		b = b[end+2:]
	}
}

func identByte(c byte) bool {
	return c == '_' || c == '$' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

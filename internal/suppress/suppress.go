// Package suppress reads the directives with which a file's authors accept
// findings:
//
//	// authlint:ignore missing-bearer -- this server takes a raw token
//	{/* authlint:ignore-file bearer-spacing, missing-bearer -- made for a test */}
//
// Both halves of authlint hand in the comments of a file and get the same
// answers.
package suppress

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// RuleID is the rule under which misuse of a directive is reported.
const RuleID = "suppression"

// A Comment is one comment of a file.
type Comment struct {
	At   source.Span
	Text string // with its delimiters
	// Until is the end of the element, of JSX or markup, that the comment stands
	// above: all of it is meant then. 0 where it stands above none.
	Until int
}

// A Set holds the directives of one file. Its methods are safe for concurrent
// use.
type Set struct {
	// Ran reports whether a rule ran; it is asked with the name as written, with
	// or without hyphens. A directive for a rule that did
	// not run is not called unused. Nil means that every rule ran. It is set
	// before Findings is called.
	Ran func(id string) bool
	// Nearest returns the rule that a name which is none was meant for. It may
	// be nil, and is set before Findings is called.
	Nearest func(name string) (id string, ok bool)

	lines *source.Lines
	// entries are the rules that are validly ignored somewhere.
	entries []*entry
	unknown []name
	misuse  []rule.Finding

	mu         sync.Mutex
	suppressed map[key]bool
}

// An entry is one rule of one directive.
type entry struct {
	name string // as written
	at   source.Span
	// line to until are the lines whose findings are accepted besides those of
	// first to last, the lines of the comment; wholeFile stands for all lines.
	first, last, line, until int
	wholeFile                bool
	used                     bool
	// removal is what is deleted to be rid of it.
	removal source.Span
}

// A key tells findings apart: a driver that analyses a file twice, alone and
// with its tests, hands in each of them twice.
type key struct {
	rule string
	at   source.Span
}

// New reads the directives of one file. known reports whether there is a rule
// of that ID; it is asked with the name as written, with or without hyphens.
func New(src string, comments []Comment, known func(id string) bool) *Set {
	s := &Set{suppressed: map[key]bool{}}
	var places *places
	for _, c := range comments {
		if !strings.Contains(c.Text, prefix) {
			continue
		}
		// Some readers leave out delimiters or line ends, which would shift places.
		if c.At.Start >= 0 && c.At.Start < c.At.End && c.At.End <= len(src) {
			c.Text = src[c.At.Start:c.At.End]
		}
		d, ok := parse(c)
		if !ok {
			continue
		}
		if places == nil {
			places = newPlaces(src, comments)
			s.lines = places.lines
		}
		s.add(d, places, known)
	}
	return s
}

func (s *Set) add(d directive, p *places, known func(string) bool) {
	if d.fault != "" {
		s.misuse = append(s.misuse, misuse(d.faultAt, d.fault, d.help))
		return
	}
	e := entry{wholeFile: d.wholeFile}
	e.first, e.last, e.line = p.covered(d.comment)
	e.until = e.line
	if e.line > e.last {
		e.until = max(e.line, p.line(d.until-1))
	}
	for i, n := range d.rules {
		if !known(n.text) {
			s.unknown = append(s.unknown, n)
			continue
		}
		e.name, e.at, e.removal = n.text, n.at, p.removal(d, i)
		s.entries = append(s.entries, new(e))
	}
}

func misuse(at source.Span, message, help string) rule.Finding {
	return rule.Finding{Rule: RuleID, Severity: rule.Warning, At: at, Message: message, Help: help}
}

// Suppresses reports whether a directive accepts f, and takes note of it. A
// finding that spans lines is on the line where it starts.
func (s *Set) Suppresses(f *rule.Finding) bool {
	if len(s.entries) == 0 {
		return false
	}
	line := s.lines.Position(f.At.Start).Line
	s.mu.Lock()
	defer s.mu.Unlock()
	// The narrower directive is the one that is used, so that one for the whole
	// file on top of it shows up as unused.
	for _, wholeFile := range []bool{false, true} {
		for _, e := range s.entries {
			if e.wholeFile == wholeFile && SameRule(e.name, f.Rule) && e.covers(line) {
				e.used = true
				s.suppressed[key{f.Rule, f.At}] = true
				return true
			}
		}
	}
	return false
}

func (e *entry) covers(line int) bool {
	return e.wholeFile || e.first <= line && line <= e.last || e.line <= line && line <= e.until
}

// Suppressed returns how many findings were accepted.
func (s *Set) Suppressed() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.suppressed)
}

// Findings reports the directives that are misused: without a reason, of a rule
// that is not there, or, as far as Suppresses was asked, without anything to
// accept. It is called when all findings of the file were handed in.
func (s *Set) Findings() []rule.Finding {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := slices.Clone(s.misuse)
	for _, n := range s.unknown {
		out = append(out, s.unknownRule(n))
	}
	for _, e := range s.entries {
		if e.used || s.Ran != nil && !s.Ran(e.name) {
			continue
		}
		where := "here"
		if e.wholeFile {
			where = "in this file"
		}
		f := misuse(e.at, fmt.Sprintf("`%s` has nothing to ignore %s", e.name, where),
			"remove it, or move it to the line of the finding or the line before")
		f.Fixes = []rule.Fix{{Message: "Remove what has nothing to ignore", Safe: true, Edits: []authflow.Edit{{At: e.removal}}}}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b rule.Finding) int { return a.At.Start - b.At.Start })
	return out
}

func (s *Set) unknownRule(n name) rule.Finding {
	help := "`authlint rules` lists the rules"
	if s.Nearest != nil {
		if id, ok := s.Nearest(n.text); ok {
			help = fmt.Sprintf("did you mean `%s`?", id)
		}
	}
	return misuse(n.at, fmt.Sprintf("there is no rule `%s`, so nothing is ignored", n.text), help)
}

// SameRule reports whether two names stand for one rule: hyphens and case do not
// count.
func SameRule(a, b string) bool { return plain(a) == plain(b) }

// plain is a rule's name without what people may leave out.
func plain(id string) string { return strings.ToLower(strings.ReplaceAll(id, "-", "")) }

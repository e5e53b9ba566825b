// Package source says where things stand in the files under analysis, in terms
// that Go and TypeScript share: a file and a range of byte offsets.
package source

import "sort"

// A Span is a range of bytes in a file. The zero Span is no place at all.
type Span struct {
	// File is the path as the run names it: absolute, in the form of the
	// operating system.
	File string
	// Start and End are byte offsets in the file as it is on disk, End exclusive.
	Start, End int
}

// Valid reports whether s is a place.
func (s Span) Valid() bool { return s.File != "" }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool {
	return s.File == t.File && s.Start <= t.Start && t.End <= s.End
}

// Before orders spans by file, then start, then end.
func (s Span) Before(t Span) bool {
	if s.File != t.File {
		return s.File < t.File
	}
	if s.Start != t.Start {
		return s.Start < t.Start
	}
	return s.End < t.End
}

// A Position is a place as people count: line and column from 1, the column and
// the offset in bytes.
type Position struct {
	Line, Column, Offset int
}

// Lines turns offsets of one file into positions.
type Lines struct{ starts []int }

// NewLines indexes the lines of src. A line ends after "\n", so that "\r\n"
// counts once.
func NewLines(src string) *Lines {
	starts := []int{0}
	for i := 0; i < len(src); i++ {
		if src[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return &Lines{starts}
}

// Position returns the line and column of a byte offset.
func (l *Lines) Position(offset int) Position {
	line := sort.SearchInts(l.starts, offset+1)
	return Position{Line: line, Column: offset - l.starts[line-1] + 1, Offset: offset}
}

// Start returns the offset at which a line (counted from 1) begins.
func (l *Lines) Start(line int) int {
	if line < 1 {
		return 0
	}
	if line > len(l.starts) {
		return l.starts[len(l.starts)-1]
	}
	return l.starts[line-1]
}

// Count returns the number of lines.
func (l *Lines) Count() int { return len(l.starts) }

//go:build cgo

// Package parse turns a TypeScript or JavaScript file into a syntax.Tree. It
// is the only package that uses tree-sitter and so the only one that needs a C
// compiler; what it returns is plain Go.
//
// Every file is untrusted. Size, depth and time are bounded (see Limits), and
// whatever keeps a file from being read in full is a Problem, never a panic.
package parse

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// Kinds of a Problem.
const (
	// ProblemParse means that part of the file could not be understood.
	ProblemParse = "parse"
	// ProblemSkipped means that the file, or a part of it, was not looked at.
	ProblemSkipped = "skipped"
)

// A Problem says why a file is not analysed in full.
type Problem struct {
	Kind    string
	Message string
}

// Source parses a file within the default limits. The path decides the
// language and is not opened.
//
// The tree's offsets are those of src, byte order mark included, and in markup
// those of the whole file. A tree is returned for whatever could be read, with
// a problem for the rest; it is nil when there is nothing to analyse.
func Source(ctx context.Context, path string, src []byte) (*syntax.Tree, []Problem) {
	return Limits{}.Source(ctx, path, src)
}

// Source parses a file within these limits, see the function of that name.
func (l Limits) Source(ctx context.Context, path string, src []byte) (*syntax.Tree, []Problem) {
	if err := ctx.Err(); err != nil {
		return nil, skipped("stopped before it was parsed: %v", err)
	}
	l = l.withDefaults()
	if problem := l.refuse(src); problem != "" {
		return nil, skipped("%s", problem)
	}
	lang, ok := languageOf(path)
	if !ok {
		return nil, skipped("%s is not a TypeScript, JavaScript or markup file", filepath.Base(path))
	}
	code := src
	if lang == markup {
		masked, script := Mask(path, src)
		code, lang = masked, scriptLanguage(script)
	}

	limit := l.Deadline
	if deadline, ok := ctx.Deadline(); ok {
		limit = min(limit, time.Until(deadline))
	}
	stop := time.Now().Add(limit)
	g := grammars[lang]
	rows, cut, err := g.parse(ctx, code, stop, l)
	switch {
	case errors.Is(err, errTime):
		return nil, skipped("parsing took longer than %v; exclude the file or split it", limit.Round(time.Millisecond))
	case errors.Is(err, errMemory):
		return nil, skipped("parsing took more than %d MiB of memory; exclude the file or split it", l.MaxMemory>>20)
	case err != nil:
		return nil, skipped("stopped while it was parsed: %v", err)
	}
	if rows[0].Flags&syntax.FlagBroken != 0 {
		if newer := rewriteNewer(code, rows); newer != nil {
			if again, c, err := g.parse(ctx, newer, stop, l); err == nil && errorCount(again) < errorCount(rows) {
				rows, cut = again, c
			}
		}
	}

	t := syntax.NewTree(string(src), rows)
	var problems []Problem
	if line, broken := firstError(t); broken {
		problems = append(problems, Problem{ProblemParse, fmt.Sprintf("line %d: syntax not understood; the rest of the file is still checked", line)})
	}
	if cut > 0 {
		problems = append(problems, skipped("nested deeper than %d levels in %d places; what lies below is not checked", l.MaxDepth, cut)...)
	}
	return t, problems
}

func skipped(format string, args ...any) []Problem {
	return []Problem{{ProblemSkipped, fmt.Sprintf(format, args...)}}
}

// firstError returns the line of the first syntax error.
func firstError(t *syntax.Tree) (line int, broken bool) {
	root := t.Root()
	if !root.Broken() {
		return 0, false
	}
	at := root.Start()
	for n := range root.Descendants() {
		// A root that is itself an error says nothing about the place, so the
		// first below it is taken.
		if n.Is(syntax.Error, syntax.Missing) {
			at = n.Start()
			break
		}
	}
	return 1 + strings.Count(t.Source()[:at], "\n"), true
}

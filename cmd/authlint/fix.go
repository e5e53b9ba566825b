package main

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/authlint/authlint/internal/fix"
	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/report"
)

// The values of --fix.
const (
	fixSafe = "safe"
	fixAll  = "all"
)

// maxRounds bounds how often files are mended and read again. Two fixes that
// touch the same code need two rounds.
const maxRounds = 10

func (o *checkOptions) fixChoice() error {
	if o.fix != "" {
		if err := choice("fix", o.fix, fixes...); err != nil {
			return err
		}
	}
	if o.diff && o.format != "text" {
		return errors.New("--diff writes a diff to standard output, and --format findings: choose one")
	}
	if o.diff && len(o.outputs) > 0 {
		return errors.New("--diff writes a diff and --output findings: choose one")
	}
	return nil
}

// run checks, and mends if that was asked for: until nothing is left to mend, so
// that a second run changes nothing.
func (c *Command) run(ctx context.Context, o *checkOptions, run lint.Options) (result *lint.Result, mended int, err error) {
	known, err := c.known(ctx, o, run.Dir)
	if err != nil {
		return nil, 0, err
	}
	for range maxRounds {
		read := time.Now()
		if result, err = o.lintNew(ctx, run, known); err != nil || o.fix == "" || o.diff {
			return result, mended, err
		}
		plan := fix.Make(result.Findings, fix.Options{All: o.fix == fixAll, Read: read})
		n, problems := plan.Write()
		if n == 0 {
			result.Problems = append(append(result.Problems, plan.Problems...), problems...)
			return result, mended, nil
		}
		mended += n
	}
	result, err = o.lintNew(ctx, run, known)
	return result, mended, err
}

// showDiff writes what --fix would do in its first round.
func (o *checkOptions) showDiff(w io.Writer, r *report.Run, read time.Time) error {
	plan := fix.Make(r.Findings, fix.Options{All: o.fix == fixAll, Read: read})
	r.Problems = append(r.Problems, plan.Problems...)
	return plan.Diff(w, r.Relative)
}

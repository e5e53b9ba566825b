package tshttp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
)

// A memory is the result of an earlier run, with what it depends on.
type memory struct {
	Asked  uint64 // what was asked for, beside the files
	Trace  module.Trace
	Result *Result
}

// recall returns the result of an earlier run, if reading the project again would
// give the same; else nil.
func recall(ctx context.Context, in Input, o module.Options) *Result {
	var m memory
	if !keeps(in) || !in.Cache.Load(memoryKey(in), &m) || m.Asked != asked(in) {
		return nil
	}
	held, renewed := m.Trace.Holds(ctx, o)
	if !held {
		return nil
	}
	if renewed {
		in.Cache.Save(memoryKey(in), &m)
	}
	m.Result.Recalled = true
	return m.Result
}

// remember keeps a result, unless a fault of ours is part of it.
func remember(in Input, p *module.Project, out *Result) {
	if !keeps(in) || slices.ContainsFunc(out.Problems, func(p source.Problem) bool { return p.Kind == source.Internal }) {
		return
	}
	in.Cache.Save(memoryKey(in), &memory{asked(in), p.Trace(), out})
}

// keeps: what is not on disk does not come again.
func keeps(in Input) bool { return in.Cache != nil && len(in.Overlay) == 0 }

func memoryKey(in Input) string { return "ts " + in.Dir }

// asked sums up what the result depends on beside the files' content.
func asked(in Input) uint64 {
	var b strings.Builder
	b.WriteString(cache.Settings(in, "Dir", "Files", "Jobs", "Exclude", "Overlay", "Cache"))
	for _, f := range in.Files {
		if in.Exclude != nil && in.Exclude(f) {
			fmt.Fprintf(&b, "%q\n", f)
		}
	}
	return cache.Sum([]byte(b.String()))
}

package module

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/parallel"
)

// A Trace is what the reading of a project depended on: its files, what was seen
// of each, and the configurations of its imports. While all that is as it was,
// reading the project again would give the same.
//
// Of a file that was not parsed counts only what the prefilter saw, so that
// work on what has nothing to do with credentials changes nothing here.
type Trace struct {
	Began   int64 // nanoseconds since 1970
	Files   []Trail
	Dirs    []cache.Dir // and the configurations in them
	Configs []ConfigTrail
}

// A Trail is what a file was when it was read.
type Trail struct {
	Path  string
	Stamp cache.Stamp
	Sight uint64
	Sum   uint64 // of the content, 0 where only the prefilter looked at it
}

// A ConfigTrail is a configuration that was asked for.
type ConfigTrail struct {
	Path string
	Sum  uint64 // of the content, 0 where it was not there
}

// sum is what was seen of a file, in short.
func (l look) sum(e *entry) uint64 {
	var b strings.Builder
	target := ""
	if e.target != nil {
		target = e.target.path
	}
	fmt.Fprintf(&b, "%q %v %v %v %q", l.refused, l.seed, e.marked, e.passed, target)
	for _, s := range e.specs {
		io.WriteString(&b, "\x00"+s)
	}
	return cache.Sum([]byte(b.String()))
}

// noteConfig remembers a configuration that was asked for; nil is one that is
// not there or cannot be read.
func (p *Project) noteConfig(file string, src []byte) {
	c := ConfigTrail{file, sumOf(src, src != nil)}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, c)
}

// Trace returns what the project, as far as it was read, depended on.
func (p *Project) Trace() Trace {
	t := Trace{Began: p.began, Dirs: p.around}
	for _, e := range p.entries {
		e.mu.Lock()
		t.Files = append(t.Files, Trail{e.path, e.stamp, e.sight, e.sum})
		e.mu.Unlock()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	t.Configs = slices.Clone(p.asked)
	slices.SortFunc(t.Configs, func(a, b ConfigTrail) int { return cmp.Compare(a.Path, b.Path) })
	t.Configs = slices.Compact(t.Configs)
	return t
}

// Holds reports whether reading the project now would depend on the same. Files
// that were looked at again for that get their new stamps in t; renewed says that
// it was worth it.
func (t *Trace) Holds(ctx context.Context, o Options) (held, renewed bool) {
	p := newProject(ctx, o)
	if !t.fits(p) {
		return false, false
	}
	var broken, better atomic.Bool
	all := func(n int, worker func() func(int) bool) {
		parallel.Each(ctx, o.Jobs, n, func() func(int) {
			holds := worker()
			return func(i int) {
				if !broken.Load() && !holds(i) {
					broken.Store(true)
				}
			}
		})
	}
	all(len(t.Files), func() func(int) bool {
		r := reader{specs: newSpecScanner()}
		return func(i int) bool {
			f, e := &t.Files[i], p.entries[i]
			if f.Stamp.Settled(t.Began) && cache.StampOf(f.Path) == f.Stamp {
				return true
			}
			src, l := p.look(e, &r, o)
			f.Stamp = e.stamp
			if f.Stamp.Settled(p.began) {
				better.Store(true)
			}
			return l.sum(e) == f.Sight && (f.Sum == 0 || cache.Sum(src) == f.Sum)
		}
	})
	all(len(t.Dirs), func() func(int) bool {
		return func(i int) bool {
			return t.Dirs[i].Unchanged(t.Began, configsIn)
		}
	})
	all(len(t.Configs), func() func(int) bool {
		return func(i int) bool {
			src, _, refused := p.read(t.Configs[i].Path, maxJSON, nil)
			return sumOf(src, refused == "") == t.Configs[i].Sum
		}
	})
	t.Began = p.began // what was not looked at again is older still
	return ctx.Err() == nil && !broken.Load(), better.Load()
}

// fits reports whether the trace is of files and directories of these names.
func (t *Trace) fits(p *Project) bool {
	return slices.EqualFunc(t.Files, p.entries, func(f Trail, e *entry) bool { return f.Path == e.path }) &&
		len(t.Dirs) == len(p.dirs) && !slices.ContainsFunc(t.Dirs, func(d cache.Dir) bool { return !p.dirs[d.Path] })
}

func sumOf(src []byte, there bool) uint64 {
	if !there {
		return 0
	}
	return cache.Sum(src)
}

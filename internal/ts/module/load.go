package module

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/parallel"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/parse"
	"github.com/authlint/authlint/internal/ts/scope"
)

// maxBytes is the size of the largest file that is read. No file that people
// write comes near it.
const maxBytes = 2 << 20

// An entry is one file of the project, parsed or not.
type entry struct {
	path string
	// target is the file behind a symbolic link, if the project has it too.
	target *entry
	// specs are the import specifiers found in the bytes, with repetitions.
	specs []string
	// marked: the bytes hold the mark of the options.
	marked bool
	// stamp is from before the file was read, zero where it does not tell of the
	// content; sight is what the prefilter saw.
	stamp cache.Stamp
	sight uint64

	mu   sync.Mutex
	done bool // file is final, nil if the file cannot be analysed
	file *File
	// passed: a generated file, which counts as skipped until it is opened.
	passed bool
	// sum is of the content, where more than the prefilter has looked at it.
	sum uint64
}

func (e *entry) opened() *File {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.file
}

// Load reads every file once, and parses those that pass the prefilter. It
// never fails: whatever goes wrong with a file is in Problems.
func Load(ctx context.Context, o Options) *Project {
	p := newProject(ctx, o)
	p.present = p.lookAround()

	isSeed := make([]bool, len(p.entries))
	parallel.Each(ctx, o.Jobs, len(p.entries), func() func(int) {
		r := reader{specs: newSpecScanner()}
		return func(i int) { isSeed[i] = p.visit(p.entries[i], &r, o) }
	})
	for i, e := range p.entries {
		if isSeed[i] && e.file != nil {
			p.seeds = append(p.seeds, e.file)
		}
	}
	return p
}

// newProject knows the names of its files, and has read none.
func newProject(ctx context.Context, o Options) *Project {
	p := &Project{ctx: ctx, began: time.Now().UnixNano(), dir: filepath.Clean(o.Dir), jobs: o.Jobs, overlay: o.Overlay}
	p.realDir = p.dir
	if real, err := filepath.EvalSymlinks(p.dir); err == nil {
		p.realDir = real
	}
	p.packages = sync.OnceValue(p.findPackages)
	p.importers = sync.OnceValue(p.findImporters)
	p.index(o.Files)
	return p
}

// A reader is what one worker reuses from file to file.
type reader struct {
	buf   []byte
	specs *specScanner
}

// visit reads a file, remembers what it imports, and parses it if it is a
// seed.
func (p *Project) visit(e *entry, r *reader, o Options) (isSeed bool) {
	defer p.survive(e)
	src, look := p.look(e, r, o)
	e.sight = look.sum(e)
	switch {
	case look.refused != "":
		e.done = true
		p.skip(e, look.refused)
	case e.passed:
		p.count(false)
	case look.seed:
		e.mu.Lock()
		defer e.mu.Unlock()
		p.parse(e, src)
	}
	return look.seed
}

// A look is what the prefilter sees in a file, beside what it notes in its entry.
type look struct {
	refused string // why it is not read
	seed    bool
}

// look reads a file that was not looked at before.
func (p *Project) look(e *entry, r *reader, o Options) (src []byte, l look) {
	src, from, refused := p.read(e.path, maxBytes, r.buf)
	if t := p.byPath[p.dir+strings.TrimPrefix(from.real, p.realDir)]; t != nil && t != e {
		e.target = t
		return nil, l // the link's target is visited in its own right
	}
	e.stamp = from.stamp
	if refused != "" {
		return nil, look{refused: refused}
	}
	r.buf = src[:cap(src)]
	e.specs = r.specs.scan(src)
	e.marked = o.Mark != "" && bytes.Contains(src, []byte(o.Mark))
	if o.Passive != nil && o.Passive(e.path) ||
		o.Seed != nil && !slices.ContainsFunc(e.specs, func(s string) bool { return o.Packages[s] }) && !o.Seed(src) ||
		declares(e.path) {
		return src, l
	}
	e.passed = generated(e.path) || parse.Generated(src)
	return src, look{seed: !e.passed}
}

// declares reports whether a file can hold declarations only, nothing that
// runs.
func declares(path string) bool {
	return strings.HasSuffix(path, ".d.ts") || strings.HasSuffix(path, ".d.mts") || strings.HasSuffix(path, ".d.cts")
}

// generated reports whether a file is named as code generators name theirs;
// some leave it at that, and write no comment into the file.
func generated(path string) bool {
	base := filepath.Base(path)
	return strings.Contains(base, ".generated.") || strings.Contains(base, ".gen.") ||
		strings.Contains(path, string(filepath.Separator)+"__generated__"+string(filepath.Separator))
}

func (p *Project) skip(e *entry, why string) {
	p.count(false)
	p.problem(source.Skipped, e.path, why)
}

// open parses a file unless that was done before.
func (p *Project) open(e *entry) *File {
	e.mu.Lock()
	defer e.mu.Unlock()
	defer p.survive(e)
	if e.done {
		return e.file
	}
	if e.passed {
		p.mu.Lock()
		p.skipped--
		p.mu.Unlock()
	}
	src, _, refused := p.read(e.path, maxBytes, nil)
	if refused != "" {
		e.done = true
		p.skip(e, refused)
		return nil
	}
	if len(src) > maxGenerated && (declares(e.path) || generated(e.path) || parse.Generated(src)) {
		e.done = true
		p.count(false)
		return nil
	}
	p.parse(e, src)
	return e.file
}

// maxGenerated is the size, in bytes, up to which generated code and
// declarations are opened for what is imported from them. Beyond it they are the
// types of a whole API, which cost more than all other files together and hold
// no value that matters.
const maxGenerated = 256 << 10

// parse fills e, whose lock is held. The tree keeps a copy of src.
func (p *Project) parse(e *entry, src []byte) {
	e.done = true
	e.sum = cache.Sum(src)
	tree, problems := parse.Source(p.ctx, e.path, src)
	if p.ctx.Err() != nil {
		return // the run is over, and what parse says of it is no fault of the file
	}
	for _, pr := range problems {
		p.problem(source.ProblemKind(pr.Kind), e.path, pr.Message)
	}
	if tree == nil {
		p.count(false)
		return
	}
	scopes := scope.Analyze(tree)
	p.count(true)
	e.file = &File{Path: e.path, Tree: tree, Scopes: scopes}
}

// survive, deferred, turns a panic over one file into a problem, so that it is
// not the end of the run.
func (p *Project) survive(e *entry) {
	if r := recover(); r != nil {
		e.done = true
		p.count(false)
		p.problem(source.Internal, e.path, fmt.Sprintf("reading it panicked: %v; this is a fault of authlint, please report it", r))
	}
}

func (p *Project) count(parsed bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if parsed {
		p.parsed++
	} else {
		p.skipped++
	}
}

// An origin is where the content of a file is from.
type origin struct {
	// real is the file behind a symbolic link, empty for any other.
	real string
	// stamp is from before the content was read. It is zero for a link, whose
	// target may change without it.
	stamp cache.Stamp
}

// read returns the content of a file, in buf if it is large enough, or says
// why it is not read.
func (p *Project) read(path string, limit int64, buf []byte) (src []byte, from origin, refused string) {
	if src, ok := p.overlay[path]; ok {
		if int64(len(src)) > limit {
			return nil, from, fmt.Sprintf("%d bytes, more than the limit of %d", len(src), limit)
		}
		return textual(append(buf[:0], src...), from)
	}
	info, err := os.Lstat(path)
	switch {
	case err != nil:
	case info.Mode()&fs.ModeSymlink == 0:
		from.stamp = cache.StampFrom(info)
	default:
		if from.real, err = filepath.EvalSymlinks(path); err == nil {
			if !within(p.realDir, from.real) {
				return nil, origin{}, "a symbolic link to a file outside the project"
			}
			path = from.real
			info, err = os.Lstat(path)
		}
	}
	switch {
	case err != nil:
		return nil, from, fmt.Sprintf("cannot be read: %v", reason(err))
	case info.IsDir():
		return nil, from, "a directory, not a file"
	case !info.Mode().IsRegular():
		return nil, from, "not a regular file" // opening a FIFO would wait for a writer
	case info.Size() > limit:
		return nil, from, fmt.Sprintf("%d bytes, more than the limit of %d", info.Size(), limit)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, from, fmt.Sprintf("cannot be read: %v", reason(err))
	}
	defer f.Close()
	if int64(cap(buf)) <= info.Size() {
		buf = make([]byte, max(info.Size()+1, 64<<10))
	}
	buf = buf[:cap(buf)]
	n := 0
	for {
		m, err := f.Read(buf[n:])
		n += m
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, from, fmt.Sprintf("cannot be read: %v", reason(err))
		}
		if int64(n) > limit {
			return nil, from, fmt.Sprintf("more than the limit of %d bytes, and growing", limit)
		}
		if n == len(buf) {
			buf = append(buf, make([]byte, len(buf))...)
		}
	}
	return textual(buf[:n], from)
}

// textual refuses what is no text.
func textual(src []byte, from origin) (_ []byte, _ origin, refused string) {
	if bytes.IndexByte(src, 0) < 0 {
		return src, from, ""
	}
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return nil, from, "encoded in UTF-16; save it as UTF-8"
	}
	return nil, from, "not text: it has NUL bytes"
}

// reason is the error without the path, which the problem names anyway.
func reason(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}

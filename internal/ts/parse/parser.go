package parse

// #cgo linux LDFLAGS: -lpthread
// #cgo darwin LDFLAGS: -Wl,-undefined,dynamic_lookup
// #include <stdlib.h>
// #include "binding.h"
import "C"

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"time"
	"unsafe"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// A parser is tree-sitter's own, for one goroutine at a time. The binding's
// Parser is not used: it copies the source, it bounds neither stack nor memory,
// and stopping it by a context may set its cancel flag after the parse has
// ended and so spoil the next one.
type parser struct {
	// memory is in C, which keeps the address of cancel.
	*memory
}

type memory struct {
	owned  C.owned_parser
	cancel *C.size_t
}

func newParser(language *C.TSLanguage) *parser {
	m := &memory{cancel: (*C.size_t)(C.calloc(1, C.sizeof_size_t))}
	m.owned = C.authlint_parser(language, m.cancel)
	p := &parser{m}
	runtime.AddCleanup(p, (*memory).free, m)
	return p
}

func (m *memory) free() {
	if m.owned.account != nil {
		C.authlint_account_close(m.owned.account)
	}
	C.free(unsafe.Pointer(m.cancel))
}

var (
	errTime   = errors.New("time is up")
	errMemory = errors.New("no memory")
)

// stackPerByte is what a byte of source may cost of C stack. Where the grammar
// is ambiguous, tree-sitter merges the stacks of two readings by a recursion as
// deep as the source is nested, and something like "{a:{a:{a:" nests a level
// every three bytes. Files above smallSource, which could overflow the stack of
// an ordinary thread in this way, get a thread of their own; its stack is only
// reserved, and costs memory as far as it is used. A level takes more of the
// heap than of the stack, so the limit of memory is one for the stack as well.
const (
	stackPerByte = 256
	smallSource  = 8 << 10
)

// parse returns the copied tree of src, unless that takes until stop.
func (g *grammar) parse(ctx context.Context, src []byte, stop time.Time, l Limits) (rows []syntax.Row, cut int, err error) {
	p := g.parser()
	defer func() {
		if p.owned.parser != nil {
			g.release(p)
		}
	}()

	canceled := make(chan struct{})
	unwatch := context.AfterFunc(ctx, func() {
		atomic.StoreUintptr((*uintptr)(unsafe.Pointer(p.cancel)), 1)
		close(canceled)
	})
	defer func() {
		if !unwatch() {
			<-canceled
			*p.cancel = 0
		}
	}()

	bounds := C.bounds{
		// Zero would mean no limit.
		micros: C.uint64_t(max(time.Until(stop), time.Microsecond).Microseconds()),
		bytes:  C.uint64_t(l.MaxMemory),
	}
	if len(src) > smallSource {
		bounds.stack = C.size_t(1<<20 + min(stackPerByte*len(src), l.MaxMemory))
	}
	if len(src) == 0 {
		// C wants an address even of nothing.
		src = []byte{0}[:0]
	}
	var tree *C.TSTree
	how := C.authlint_parse(&p.owned, (*C.char)(unsafe.Pointer(unsafe.SliceData(src))), C.uint32_t(len(src)), bounds, &tree)
	switch {
	case how == C.OUT_OF_TIME && ctx.Err() != nil:
		return nil, 0, ctx.Err()
	case how == C.OUT_OF_TIME:
		return nil, 0, errTime
	case how != C.PARSED:
		return nil, 0, errMemory
	}
	defer C.ts_tree_delete(tree)
	rows, cut = copyRows(tree, g, l.MaxDepth)
	liftPrefixes(rows)
	return rows, cut, nil
}

package parse

// #include "binding.h"
import "C"

import (
	"math"
	"sync"
	"unsafe"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// C fills a slice of syntax.Row, so the two layouts have to be one.
var _ = [1]struct{}{}[unsafe.Sizeof(syntax.Row{})-unsafe.Sizeof(C.row{})]

// impliedPairs is the list implied as C takes it.
var impliedPairs = func() []uint32 {
	var pairs []uint32
	for _, p := range implied {
		pairs = append(pairs, uint32(p.keyword)<<16|uint32(p.parent))
	}
	return pairs
}()

// scratch holds buffers that trees are copied into before they are trimmed:
// about half of a tree's nodes are punctuation, which is not kept.
var scratch sync.Pool

// maxScratch is the largest buffer, in rows, that is kept for the next file.
const maxScratch = 1 << 18

// copyRows returns the nodes of tree, and the number of those whose children
// were left out for their depth. A node costs two calls in C and none from Go:
// visiting through the binding takes six times as long.
func copyRows(tree *C.TSTree, g *grammar, maxDepth int) (rows []syntax.Row, cut int) {
	rules := C.rules{
		kind_count:     C.uint32_t(len(g.kinds)),
		field_count:    C.uint32_t(len(g.fields)),
		implied_count:  C.uint32_t(len(impliedPairs)),
		max_depth:      C.uint32_t(min(maxDepth, math.MaxInt32)),
		mark_bit:       markBit,
		token_bit:      tokenBit,
		error_kind:     C.uint16_t(syntax.Error),
		missing_kind:   C.uint16_t(syntax.Missing),
		operator_kind:  C.uint16_t(syntax.Operator),
		operator_field: C.uint8_t(syntax.FieldOperator),
		broken_flag:    C.uint8_t(syntax.FlagBroken),
		cut_flag:       C.uint8_t(syntax.FlagCut),
	}

	room := int(C.authlint_count(tree))
	buf, _ := scratch.Get().(*[]syntax.Row)
	if buf == nil {
		buf = new([]syntax.Row)
	}
	for {
		if len(*buf) < room {
			*buf = make([]syntax.Row, room)
		}
		var cCut C.uint32_t
		n := C.authlint_copy(tree, rules, (*C.uint16_t)(&g.kinds[0]), (*C.uint8_t)(&g.fields[0]),
			(*C.uint32_t)(&impliedPairs[0]), (*C.row)(unsafe.Pointer(&(*buf)[0])), C.uint32_t(len(*buf)), &cCut)
		if n == math.MaxUint32 {
			// The count leaves out some nodes that a grammar renames.
			room = 2 * len(*buf)
			continue
		}
		rows = make([]syntax.Row, n)
		copy(rows, *buf)
		cut = int(cCut)
		break
	}
	if len(*buf) <= maxScratch {
		scratch.Put(buf)
	}
	return rows, cut
}

package parse

/*
#cgo darwin LDFLAGS: -Wl,-undefined,dynamic_lookup

#include <stdbool.h>
#include <stdint.h>

// The declarations of tree-sitter's api.h (ABI 14) that the copy needs. The
// header cannot be included, as it lies in another package of the module
// cache.
typedef struct { uint32_t context[4]; const void *id; const void *tree; } TSNode;
typedef struct { const void *tree; const void *id; uint32_t context[3]; } TSTreeCursor;

// The functions are the copies that the Go binding compiles: they are resolved
// when the program is linked. But cgo first links each package on its own to
// learn its dynamic imports, and there they are undefined; weak keeps that
// trial link from failing. The binding being imported, they are never null in
// a program.
#define BINDING extern __attribute__((weak))
BINDING TSTreeCursor ts_tree_cursor_new(TSNode);
BINDING void ts_tree_cursor_delete(TSTreeCursor *);
BINDING TSNode ts_tree_cursor_current_node(const TSTreeCursor *);
BINDING uint16_t ts_tree_cursor_current_field_id(const TSTreeCursor *);
BINDING bool ts_tree_cursor_goto_first_child(TSTreeCursor *);
BINDING bool ts_tree_cursor_goto_next_sibling(TSTreeCursor *);
BINDING bool ts_tree_cursor_goto_parent(TSTreeCursor *);
BINDING uint16_t ts_node_symbol(TSNode);
BINDING uint32_t ts_node_start_byte(TSNode);
BINDING uint32_t ts_node_end_byte(TSNode);
BINDING uint32_t ts_node_child_count(TSNode);
BINDING uint32_t ts_node_descendant_count(TSNode);
BINDING bool ts_node_is_missing(TSNode);
BINDING bool ts_node_has_error(TSNode);

// syntax.Row.
typedef struct {
	uint16_t kind;
	uint8_t field;
	uint8_t flags;
	uint32_t start, end;
	int32_t parent, next;
} row;

// What the copy knows of a grammar and of package syntax.
typedef struct {
	uint32_t kind_count, field_count, implied_count, max_depth;
	uint16_t mark_bit, token_bit, error_kind, missing_kind, operator_kind;
	uint8_t operator_field, broken_flag, cut_flag;
} rules;

static uint32_t authlint_count(TSNode root) { return ts_node_descendant_count(root); }

// authlint_copy writes the nodes below root that are to be kept to rows, in
// preorder, and returns how many they are, or UINT32_MAX if room does not
// suffice. It adds to cut the nodes whose children lie too deep. A loop, not a
// recursion: the depth of a file is not bounded by the stack.
static uint32_t authlint_copy(TSNode root, rules r, const uint16_t *kinds, const uint8_t *fields,
		const uint32_t *implied, row *rows, uint32_t room, uint32_t *cut) {
	TSTreeCursor cursor = ts_tree_cursor_new(root);
	uint32_t n = 0, depth = 0;
	int32_t parent = -1;
	for (;;) {
		TSNode node = ts_tree_cursor_current_node(&cursor);
		uint16_t symbol = ts_node_symbol(node);
		uint32_t start = ts_node_start_byte(node), end = ts_node_end_byte(node);
		// The parser's symbol for an error is its largest number.
		uint16_t kind = symbol < r.kind_count ? kinds[symbol] : r.error_kind;
		// Only what is broken holds a missing token, and it is empty.
		bool broken = (parent < 0 || rows[parent].flags & r.broken_flag) && ts_node_has_error(node);
		if (start == end && parent >= 0 && rows[parent].flags & r.broken_flag && ts_node_is_missing(node)) {
			kind = r.missing_kind;
			broken = true;
		}
		if (kind != 0) {
			bool token = kind & r.token_bit;
			kind &= ~r.token_bit;
			uint16_t id = ts_tree_cursor_current_field_id(&cursor);
			uint8_t field = id < r.field_count ? fields[id] : 0;
			if (kind & r.mark_bit) {
				kind = field == r.operator_field ? r.operator_kind : kind & ~r.mark_bit;
			}
			if (token && kind != 0 && parent >= 0) {
				uint32_t pair = (uint32_t)kind << 16 | rows[parent].kind;
				for (uint32_t i = 0; i < r.implied_count; i++) {
					if (implied[i] == pair) { kind = 0; break; }
				}
			}
			if (kind != 0) {
				if (n == room) { n = UINT32_MAX; goto done; }
				row *it = &rows[n];
				it->kind = kind;
				it->field = field;
				it->flags = broken ? r.broken_flag : 0;
				it->start = start;
				it->end = end;
				it->parent = parent;
				it->next = n + 1;
				if (depth + 1 >= r.max_depth) {
					if (ts_node_child_count(node) > 0) {
						it->flags |= r.cut_flag;
						(*cut)++;
					}
				} else if (ts_tree_cursor_goto_first_child(&cursor)) {
					parent = n++;
					depth++;
					continue;
				}
				n++;
			}
		}
		// A dropped node is a token, with nothing below.
		while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
			if (parent < 0 || !ts_tree_cursor_goto_parent(&cursor)) goto done;
			rows[parent].next = n;
			parent = rows[parent].parent;
			depth--;
		}
	}
done:
	ts_tree_cursor_delete(&cursor);
	return n;
}
*/
import "C"

import (
	"math"
	"runtime"
	"sync"
	"unsafe"

	sitter "github.com/smacker/go-tree-sitter"

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
func copyRows(tree *sitter.Tree, g *grammar, maxDepth int) (rows []syntax.Row, cut int) {
	node := tree.RootNode()
	// The C node is the first field of the binding's Node, which does not
	// export it. TestCopyAgreesWithBinding notices if that changes.
	root := *(*C.TSNode)(unsafe.Pointer(node))
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

	room := int(C.authlint_count(root))
	buf, _ := scratch.Get().(*[]syntax.Row)
	if buf == nil {
		buf = new([]syntax.Row)
	}
	for {
		if len(*buf) < room {
			*buf = make([]syntax.Row, room)
		}
		var cCut C.uint32_t
		n := C.authlint_copy(root, rules, (*C.uint16_t)(&g.kinds[0]), (*C.uint8_t)(&g.fields[0]),
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
	runtime.KeepAlive(tree)
	return rows, cut
}

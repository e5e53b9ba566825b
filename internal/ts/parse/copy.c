#include "binding.h"

// authlint_count returns how many nodes a tree has at most.
uint32_t authlint_count(const TSTree *tree) {
	return ts_node_descendant_count(ts_tree_root_node(tree));
}

// authlint_copy writes the nodes of tree that are to be kept to rows, in
// preorder, and returns how many they are, or UINT32_MAX if room does not
// suffice. It adds to cut the nodes whose children lie too deep. A loop, not a
// recursion: the depth of a file is not bounded by the stack.
uint32_t authlint_copy(const TSTree *tree, rules r, const uint16_t *kinds, const uint8_t *fields,
		const uint32_t *implied, row *rows, uint32_t room, uint32_t *cut) {
	TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
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
			if (kind == r.error_kind && !broken) {
				// ts_node_has_error goes by what an error cost, which may be
				// nothing.
				broken = true;
				for (int32_t i = parent; i >= 0 && !(rows[i].flags & r.broken_flag); i = rows[i].parent) {
					rows[i].flags |= r.broken_flag;
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

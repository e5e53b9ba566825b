// What this package calls of tree-sitter's C API, and its own C functions.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The declarations of tree-sitter's api.h (ABI 14), which cannot be included,
// as it lies in another module.
typedef struct TSLanguage TSLanguage;
typedef struct TSParser TSParser;
typedef struct TSTree TSTree;
typedef struct { uint32_t context[4]; const void *id; const TSTree *tree; } TSNode;
typedef struct { const void *tree; const void *id; uint32_t context[3]; } TSTreeCursor;

// The functions are the copies that the Go binding compiles: they are resolved
// when the program is linked. But cgo first links each package on its own to
// learn its dynamic imports, and there they are undefined; weak keeps that
// trial link from failing. As the binding and its grammars are imported, they
// are never null in a program.
#define BINDING extern __attribute__((weak))
BINDING TSLanguage *tree_sitter_typescript(void);
BINDING TSLanguage *tree_sitter_tsx(void);
BINDING void ts_set_allocator(void *(*)(size_t), void *(*)(size_t, size_t), void *(*)(void *, size_t), void (*)(void *));
BINDING TSParser *ts_parser_new(void);
BINDING void ts_parser_delete(TSParser *);
BINDING bool ts_parser_set_language(TSParser *, const TSLanguage *);
BINDING void ts_parser_set_timeout_micros(TSParser *, uint64_t);
BINDING void ts_parser_set_cancellation_flag(TSParser *, const size_t *);
BINDING void ts_parser_reset(TSParser *);
BINDING TSTree *ts_parser_parse_string(TSParser *, const TSTree *, const char *, uint32_t);
BINDING void ts_tree_delete(TSTree *);
BINDING TSNode ts_tree_root_node(const TSTree *);
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

// An account bounds what a parser may take, see memory.c.
typedef struct account account;
void authlint_own_memory(void);
account *authlint_account_open(void);
void authlint_account_close(account *);
int authlint_within(account *, uint64_t micros, uint64_t bytes, void (*f)(void *), void *arg);

// How a parse ended.
enum { PARSED, OUT_OF_TIME, OUT_OF_MEMORY, NO_THREAD };

typedef struct {
	uint64_t micros, bytes;
	size_t stack;
} bounds;

typedef struct {
	account *account;
	TSParser *parser;
} owned_parser;

owned_parser authlint_parser(const TSLanguage *language, const size_t *cancel);
int authlint_parse(owned_parser *p, const char *src, uint32_t size, bounds b, TSTree **tree);
uint32_t authlint_count(const TSTree *tree);
uint32_t authlint_copy(const TSTree *tree, rules r, const uint16_t *kinds, const uint8_t *fields,
	const uint32_t *implied, row *rows, uint32_t room, uint32_t *cut);

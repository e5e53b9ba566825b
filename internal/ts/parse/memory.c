#include "binding.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#ifdef _WIN32
#include <windows.h>
#else
#include <time.h>
#endif

// tree-sitter honours its timeout between parse actions only, and bounds no
// memory: error recovery over 128 KiB of "a<b,a<b," takes more than 10 GiB
// and minutes in a single action. So it allocates here, where each block
// belongs to the account of a parser. An allocation that the account does not
// allow leaves the parse by longjmp, and the account is closed with all that
// the parser held, itself included.

typedef struct {
	account *owner; // NULL for what no parser allocated
	uint32_t index; // in the owner's blocks
	uint32_t units; // size in units of 16 bytes
} header;

_Static_assert(sizeof(header) == 16, "blocks stay aligned to 16 bytes");

struct account {
	header **blocks;
	uint32_t count, room;
	uint64_t units, max_units;
	uint32_t ticks;
	bool limited;
	uint64_t stop; // when elapsed has got there
	jmp_buf out;
};

static _Thread_local account *current;

static _Noreturn void leave(account *a, int why) {
	a->limited = false;
	longjmp(a->out, why);
}

// elapsed are microseconds, by a clock that nobody sets.
static uint64_t elapsed(void) {
#ifdef _WIN32
	return GetTickCount64() * 1000;
#else
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
#endif
}

static void enter_block(account *a, header *h) {
	h->index = a->count;
	a->blocks[a->count++] = h;
	a->units += h->units;
}

// admit makes sure that the account has room for a block of that size.
static void admit(account *a, uint64_t units) {
	if (a->limited) {
		if (a->units + units > a->max_units) leave(a, OUT_OF_MEMORY);
		if (++a->ticks % 1024 == 0) {
			if (elapsed() > a->stop) leave(a, OUT_OF_TIME);
		}
	}
	if (a->count == a->room) {
		uint32_t room = a->room ? 2 * a->room : 1024;
		header **blocks = realloc(a->blocks, room * sizeof *blocks);
		if (blocks == NULL) {
			if (a->limited) leave(a, OUT_OF_MEMORY);
			abort();
		}
		a->blocks = blocks;
		a->room = room;
	}
}

static void *allocate(size_t size, bool zero) {
	account *a = current;
	uint64_t units = (size + sizeof(header) + 15) / 16;
	if (a) admit(a, units);
	header *h = zero ? calloc(units, 16) : malloc(units * 16);
	if (h == NULL) {
		if (a && a->limited) leave(a, OUT_OF_MEMORY);
		abort();
	}
	h->owner = a;
	h->units = (uint32_t)units;
	if (a) enter_block(a, h);
	return h + 1;
}

static void *account_malloc(size_t size) { return allocate(size, false); }
static void *account_calloc(size_t count, size_t size) { return allocate(count * size, true); }

static void *account_realloc(void *p, size_t size) {
	if (p == NULL) return allocate(size, false);
	header *h = (header *)p - 1;
	account *a = h->owner;
	uint64_t units = (size + sizeof(header) + 15) / 16;
	if (a && a == current) admit(a, units);
	uint32_t old = h->units;
	header *grown = realloc(h, units * 16);
	if (grown == NULL) {
		if (a && a == current && a->limited) leave(a, OUT_OF_MEMORY);
		abort();
	}
	grown->units = (uint32_t)units;
	if (a) {
		a->blocks[grown->index] = grown;
		a->units += units - old;
	}
	return grown + 1;
}

static void account_free(void *p) {
	if (p == NULL) return;
	header *h = (header *)p - 1;
	account *a = h->owner;
	if (a) {
		header *last = a->blocks[--a->count];
		a->blocks[h->index] = last;
		last->index = h->index;
		a->units -= h->units;
	}
	free(h);
}

void authlint_own_memory(void) {
	ts_set_allocator(account_malloc, account_calloc, account_realloc, account_free);
}

account *authlint_account_open(void) { return calloc(1, sizeof(account)); }

void authlint_account_close(account *a) {
	for (uint32_t i = 0; i < a->count; i++) free(a->blocks[i]);
	free(a->blocks);
	free(a);
}

// authlint_within calls f with arg, whose allocations are charged to the
// account, without limits if micros is 0. It returns PARSED, or why f was
// left; the account can then only be closed.
int authlint_within(account *a, uint64_t micros, uint64_t bytes, void (*f)(void *), void *arg) {
	a->stop = elapsed() + micros;
	a->max_units = bytes / 16;
	int why = setjmp(a->out);
	if (why == 0) {
		a->limited = micros > 0;
		current = a;
		f(arg);
		why = PARSED;
	}
	a->limited = false;
	current = NULL;
	return why;
}

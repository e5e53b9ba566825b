#include "binding.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <pthread.h>
#include <signal.h>
#endif

typedef struct {
	TSParser *parser;
	const TSLanguage *language;
	const size_t *cancel;
} new_job;

static void make(void *arg) {
	new_job *j = arg;
	j->parser = ts_parser_new();
	ts_parser_set_language(j->parser, j->language);
	ts_parser_set_cancellation_flag(j->parser, j->cancel);
}

owned_parser authlint_parser(const TSLanguage *language, const size_t *cancel) {
	new_job j = {NULL, language, cancel};
	account *a = authlint_account_open();
	authlint_within(a, 0, 0, make, &j);
	owned_parser p = {a, j.parser};
	return p;
}

typedef struct {
	owned_parser *p;
	const char *src;
	uint32_t size;
	bounds b;
	TSTree *tree;
	int how;
} job;

static void parse(void *arg) {
	job *j = arg;
	j->tree = ts_parser_parse_string(j->p->parser, NULL, j->src, j->size);
	if (j->tree == NULL) {
		// A parser that was stopped would go on with this source.
		ts_parser_reset(j->p->parser);
		j->how = OUT_OF_TIME;
	}
}

static void run(job *j) {
	ts_parser_set_timeout_micros(j->p->parser, j->b.micros);
	// The parser's own clock goes first: it leaves the parser in good order.
	int why = authlint_within(j->p->account, j->b.micros + j->b.micros / 4, j->b.bytes, parse, j);
	if (why != PARSED) {
		authlint_account_close(j->p->account);
		j->p->account = NULL;
		j->p->parser = NULL;
		j->tree = NULL;
		j->how = why;
	}
}

// on_thread runs a job on a thread with a stack of that many bytes, and reports
// whether there was one to be had.
#ifdef _WIN32

static DWORD WINAPI threaded(void *arg) {
	run(arg);
	return 0;
}

static bool on_thread(size_t stack, job *j) {
	// Without the flag the bytes would be committed, not reserved.
	HANDLE thread = CreateThread(NULL, stack, threaded, j, STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
	if (thread == NULL) return false;
	WaitForSingleObject(thread, INFINITE);
	CloseHandle(thread);
	return true;
}

#else

static void *threaded(void *arg) {
	run(arg);
	return NULL;
}

static bool on_thread(size_t stack, job *j) {
	pthread_attr_t attr;
	pthread_t thread;
	// Go's signal handlers are for Go's threads.
	sigset_t all, old;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	pthread_attr_init(&attr);
	bool started = pthread_attr_setstacksize(&attr, stack) == 0 && pthread_create(&thread, &attr, threaded, j) == 0;
	pthread_attr_destroy(&attr);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	if (started) pthread_join(thread, NULL);
	return started;
}

#endif

// authlint_parse parses on a thread with a stack of b.stack bytes, or on this
// one if that is 0. A parser that had to be given up is null afterwards.
int authlint_parse(owned_parser *p, const char *src, uint32_t size, bounds b, TSTree **tree) {
	job j = {p, src, size, b, NULL, PARSED};
	if (b.stack == 0) {
		run(&j);
	} else if (!on_thread(b.stack, &j)) {
		return NO_THREAD;
	}
	*tree = j.tree;
	return j.how;
}

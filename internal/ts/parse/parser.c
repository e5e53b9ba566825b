#include "binding.h"

#include <pthread.h>
#ifndef _WIN32
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

static void *run(void *arg) {
	job *j = arg;
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
	return NULL;
}

// authlint_parse parses on a thread with a stack of b.stack bytes, or on this
// one if that is 0. A parser that had to be given up is null afterwards.
int authlint_parse(owned_parser *p, const char *src, uint32_t size, bounds b, TSTree **tree) {
	job j = {p, src, size, b, NULL, PARSED};
	if (b.stack == 0) {
		run(&j);
	} else {
		pthread_attr_t attr;
		pthread_t thread;
#ifndef _WIN32
		// Go's signal handlers are for Go's threads.
		sigset_t all, old;
		sigfillset(&all);
		pthread_sigmask(SIG_SETMASK, &all, &old);
#endif
		pthread_attr_init(&attr);
		bool started = pthread_attr_setstacksize(&attr, b.stack) == 0 && pthread_create(&thread, &attr, run, &j) == 0;
		pthread_attr_destroy(&attr);
#ifndef _WIN32
		pthread_sigmask(SIG_SETMASK, &old, NULL);
#endif
		if (!started) return NO_THREAD;
		pthread_join(thread, NULL);
	}
	*tree = j.tree;
	return j.how;
}

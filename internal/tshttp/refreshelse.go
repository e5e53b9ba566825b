package tshttp

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// What refreshes beside the handlers of clients: timers, and code that a server
// runs for each page, each part of one and each link that is fetched ahead.

// readTimedRefresh reads setInterval(() => refresh(), …). A timer that a refused
// request starts is a part of its handler.
func (r *reader) readTimedRefresh(n syntax.Node, callee value.Value) {
	if callee.Kind == value.Member && callee.Base.IsGlobal("window") {
		callee = value.Value{Kind: value.Global, Name: callee.Name}
	}
	if !callee.IsGlobal("setInterval") && !callee.IsGlobal("setTimeout") {
		return
	}
	if fn := handlerOfCall(n); fn.OK() && r.asksRefused(fn) {
		return
	}
	for _, fn := range r.value(firstOf(n.Child(syntax.FieldArguments))).Alternatives() {
		if fn.Kind == value.Function {
			r.startsIn(fn, authflow.OnTimer, "this timer")
		}
	}
}

// readServerHook reads the functions that Next and SvelteKit run for each
// request to a server that renders pages: middleware of middleware.ts, handle of
// hooks.server.ts.
func (r *reader) readServerHook(n syntax.Node) {
	file, _, _ := strings.Cut(filepath.Base(r.file.Path), ".")
	if !slices.Contains(serverHooks[file], n.Child(syntax.FieldName).Text()) && !(file != "hooks" && len(serverHooks[file]) > 0 && n.Parent().Has(syntax.Default)) {
		return
	}
	v := r.value(n)
	if n.Kind() == syntax.VariableDeclarator {
		v = r.value(n.Child(syntax.FieldValue))
	}
	fns := v.Alternatives()
	if v.Kind == value.Call && v.Base.From("sequence", "@sveltejs/kit/hooks") {
		fns = nil
		for _, a := range v.Arguments() {
			fns = append(fns, r.eval.Value(a).Alternatives()...)
		}
	}
	for _, fn := range fns {
		if fn.Kind == value.Function {
			r.startsIn(fn, authflow.OnPage, "`"+functionName(fn.Node)+"`")
		}
	}
}

// serverHooks are the functions by the file in which the frameworks look for
// them.
var serverHooks = map[string][]string{"middleware": {"middleware"}, "proxy": {"proxy"}, "hooks": {"handle"}}

// startsIn notes the refreshes that a function begins.
func (r *reader) startsIn(fn value.Value, stage authflow.Stage, enters string) {
	for n := range r.refreshesOf(fn) {
		j := sharing{r: r}
		s := j.start(fn.File, n, fn.Node)
		s.Stage, s.Enters, s.EntersAt = stage, enters, signature(fn.File, fn.Node)
		r.out.starts = append(r.out.starts, s)
	}
}

// linkTimers finds the handlers that send the same refresh as a timer, each
// under a lock of its own, or the timer under none.
func (l *linker) linkTimers() {
	for _, t := range l.facts.RefreshStarts {
		if t.Stage != authflow.OnTimer {
			continue
		}
		for _, h := range l.facts.RefreshStarts {
			apart := t.Shared == authflow.No || t.Shared == authflow.Yes && t.Lock.Valid() && h.Lock.Valid() && t.Lock != h.Lock
			same := slices.ContainsFunc(h.Sends, func(at source.Span) bool { return slices.Contains(t.Sends, at) })
			if h.Stage != authflow.OnTimer && h.Shared == authflow.Yes && apart && same {
				t.Handler = h
				break
			}
		}
	}
}

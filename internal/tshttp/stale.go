package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// An untouched is a request that a handler of axios sends again without looking
// at its headers. What its client does with them is known when files are linked.
type untouched struct {
	at       source.Span
	from, to string // the client that the handler serves, and the one it sends through
}

// touches reports whether a node may write the headers of the handler's request,
// or hands the request to code that may.
func (w *walk) touches(g guards, n syntax.Node) bool {
	switch n.Kind() {
	case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression:
		return w.ofHeaders(g, n.Child(syntax.FieldLeft))
	case syntax.UnaryExpression:
		return n.Operator() == "delete" && w.ofHeaders(g, n.Child(syntax.FieldArgument))
	case syntax.CallExpression:
		fn := n.Child(syntax.FieldFunction)
		if isLog(n) {
			return false
		}
		if fn.Kind() == syntax.MemberExpression && w.ofHeaders(g, fn.Child(syntax.FieldObject)) {
			return true // headers.set(…)
		}
		callee := g.eval(fn)
		if callee.Kind == value.Function {
			return false // walked into
		}
		if _, sends := w.through(callee); sends {
			return false
		}
		return slices.ContainsFunc(elements(n.Child(syntax.FieldArguments)), func(a syntax.Node) bool {
			if a.Kind() == syntax.SpreadElement {
				return true
			}
			_, ok := w.subject(g.eval(a))
			return ok || w.isParam(g.eval(a)) && fn.Text() != "Promise.reject" && calleeName(n) != "reject" && calleeName(n) != "isAxiosError"
		})
	}
	return false
}

// ofHeaders: the expression is the headers of the handler's request, or in them.
func (w *walk) ofHeaders(g guards, n syntax.Node) bool {
	for ; n.Is(syntax.MemberExpression, syntax.SubscriptExpression, syntax.NonNullExpression); n = n.Child(syntax.FieldObject) {
		if path, ok := w.subject(g.eval(n)); ok && len(path) > 0 && path[0] == "headers" {
			return true
		}
		if n.Child(syntax.FieldProperty).Text() == "headers" {
			if _, ok := w.subject(g.eval(n.Child(syntax.FieldObject))); ok {
				return true
			}
		}
		if n.Kind() == syntax.NonNullExpression {
			return w.ofHeaders(g, firstOf(n))
		}
	}
	return false
}

// leftAsIs notes a resend of the request as it came back.
func (w *walk) leftAsIs(f *authflow.Resend, client string, sent value.Value) {
	if w.hook > 0 || w.angular || client == "" || w.stage != authflow.OnFailure && w.stage != authflow.OnAnswer || !f.Trigger.Valid() {
		return
	}
	if path, ok := w.subject(sent); !ok || len(path) > 0 {
		return // a literal may hold headers of its own
	}
	w.asIs = append(w.asIs, untouched{at: f.At, from: w.client, to: client})
}

// linkStale asks what the clients put on the requests that are sent again.
func (l *linker) linkStale() {
	for _, sh := range l.sheets {
		for _, u := range sh.untouched {
			s, ok := l.staleness(u)
			if ok && !slices.ContainsFunc(l.facts.StaleResends, func(o *authflow.StaleResend) bool { return o.At == s.At }) {
				l.facts.StaleResends = append(l.facts.StaleResends, s)
			}
		}
	}
}

func (l *linker) staleness(u untouched) (*authflow.StaleResend, bool) {
	to := l.clients[u.to]
	if to == nil || to.fact.Library != "axios" {
		return nil, false
	}
	out := &authflow.StaleResend{At: u.at, Client: to.fact.Name}
	found := false
	take := func(at source.Span, how authflow.Staleness) {
		if !found || how > out.How {
			out.Written, out.How, found = at, how, true
		}
	}
	served := false // the second client has an interceptor that writes the header
	for _, sh := range l.sheets {
		for _, h := range sh.headers {
			if !h.fact.IsAuthorization() || h.at.path != sh.file.Path {
				continue
			}
			n := sh.file.Tree.At(h.at.node)
			around := l.interceptorsAround(sh, n, false)
			switch {
			case slices.Contains(around, u.to):
				served = true
				if !onlyAbsent(n) {
					return nil, false // it writes the new token
				}
				take(h.fact.At, authflow.WhenAbsent)
			case slices.Contains(around, u.from) && u.from != u.to:
				take(h.fact.At, authflow.ElsewhereSet)
			case h.key == u.from:
				take(h.fact.At, authflow.FromDefaults)
			}
		}
	}
	if !served && l.hasRequestHandler(u.to) {
		return nil, false // its interceptor was not understood
	}
	return out, found
}

// hasRequestHandler reports whether requests of a client run through a handler.
func (l *linker) hasRequestHandler(key string) bool {
	for _, sh := range l.sheets {
		for _, i := range sh.interceptors {
			if i.key == key && !i.response {
				return true
			}
		}
		if len(sh.registrations) > 0 {
			return true // whose handlers were perhaps not seen
		}
	}
	return false
}

// onlyAbsent: the write stands under a test of the header itself.
func onlyAbsent(n syntax.Node) bool {
	fn := functionOf(n)
	for _, c := range flow.Conditions(n, fn) {
		if strings.Contains(strings.ToLower(c.Expr.Text()), "authorization") {
			return true
		}
	}
	return false
}

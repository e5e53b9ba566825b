package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Defaults that a login sets and nothing sets again: the token is kept, but a
// page that is loaded anew sends its requests without it.

// linkLoginOnly looks at each client to whose defaults credentials are assigned.
func (l *linker) linkLoginOnly() {
	seen := map[string]bool{}
	for _, sh := range l.sheets {
		for _, h := range sh.headers {
			if h.key == "" || seen[h.key] || !h.fact.IsAuthorization() || !ofDefaults(sh.file.Tree.At(h.at.node).Child(syntax.FieldLeft)) {
				continue
			}
			seen[h.key] = true
			if kept := l.keptBeside(h); kept != nil && l.onlyLoginSets(h.key) {
				l.facts.LoginOnly = append(l.facts.LoginOnly, &authflow.LoginOnly{
					At: h.fact.At, Client: l.clients[h.key].fact, Kept: kept, Missed: l.sentAfter(h.key),
				})
			}
		}
	}
}

// onlyLoginSets reports whether all that gives a client credentials takes them
// out of the answer to a login. A header that may be of the client counts too.
func (l *linker) onlyLoginSets(key string) bool {
	c := l.clients[key]
	if c == nil || c.fact.Library != "axios" || c.fact.Credentials == authflow.Yes || len(c.from) > 0 || strings.Contains(key, "@") || strings.HasPrefix(key, vuePrefix) ||
		l.handedOn(key, nil) || len(l.facts.Evidence.SessionCookies) > 0 {
		return false
	}
	for _, sh := range l.sheets {
		for _, h := range sh.headers {
			if of := h.fact.Client; h.fact.IsAuthorization() && (of == nil || of == c.fact || of.Library == "axios" && !of.At.Valid()) && !l.fromLogin(h) {
				return false
			}
		}
		if slices.ContainsFunc(sh.interceptors, func(i interceptor) bool { return i.key == key && !i.response }) {
			return false
		}
	}
	return true
}

// fromLogin: what is written is taken out of the answer to a login, by the code
// itself or by all callers of the function that writes it.
func (l *linker) fromLogin(h *header) bool {
	if l.ofLogin(value.Operand{File: h.file, Node: h.val}) {
		return true
	}
	fn := functionOf(h.val)
	if !fn.OK() || !slices.ContainsFunc(h.fact.Values, hasParameter) {
		return false
	}
	calls := l.invocations(placeOf(h.file, fn))
	return len(calls) > 0 && !slices.ContainsFunc(calls, func(c invocation) bool {
		args := c.call.Node.Child(syntax.FieldArguments)
		return firstOf(args).OK() && !mayBeNothing(l.reader.eval.Eval(c.call.File, firstOf(args), nil)) && !l.ofLogin(value.Operand{File: c.call.File, Node: args})
	})
}

// ofLogin reports whether an expression has a part of the answer to a login in it.
func (l *linker) ofLogin(o value.Operand) bool {
	return anyBelow(o.Node, func(n syntax.Node) bool {
		if !n.Is(syntax.Identifier, syntax.MemberExpression) {
			return false
		}
		for _, c := range l.reader.answered(l.reader.eval.Eval(o.File, n, o.Env)) {
			at := c.Span()
			if slices.ContainsFunc(l.facts.Requests, func(q *authflow.Request) bool {
				return (q.At == at || q.Sends == at) && (q.Purpose == authflow.Login || q.Purpose == authflow.Exchange)
			}) {
				return true
			}
		}
		return false
	})
}

// keptBeside returns the write by which the token of a login outlives the page:
// one in the file that sets the default, or in a file that calls it.
func (l *linker) keptBeside(h *header) *authflow.StorageAccess {
	files := []string{h.file.Path}
	for _, c := range l.invocations(placeOf(h.file, functionOf(h.val))) {
		files = append(files, c.call.File.Path)
	}
	for _, a := range l.facts.Storage {
		if a.Op == authflow.Write && a.Store != "sessionStorage" && a.Store != "" && !a.Test && credential.IsCredentialName(a.Key) && slices.Contains(files, a.At.File) {
			return a
		}
	}
	return nil
}

// sentAfter returns a request through a client that needs its credentials.
func (l *linker) sentAfter(key string) *authflow.Request {
	for _, sh := range l.sheets {
		for _, q := range sh.requests {
			if q.client.key == key && q.fact.Purpose == authflow.Other && !q.fact.IsPublic() {
				return q.fact
			}
		}
	}
	return nil
}

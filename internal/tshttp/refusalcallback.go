package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// passedOver says what runs behind the call whose callback refuses, without
// looking at what came of it:
//
//	jwt.verify(token, key, (err) => { if (err) return res.sendStatus(401) })
//	next()
//
// Only the next handler is of interest: other work may well go on beside.
func (r *reader) passedOver(h *serverHandler, n syntax.Node) authflow.Sequel {
	for fn := functionOf(n); fn.OK() && fn != h.fn; fn = functionOf(fn) {
		stmt := callbackStatement(fn)
		if !stmt.OK() {
			break
		}
		if s := r.sequel(h, stmt, false); s.Kind == authflow.SequelNext && !s.Checked {
			return s
		}
	}
	return authflow.Sequel{}
}

// callbackStatement returns the statement that only calls what is given a
// function, awaited or not; none where the function is kept for an event, or
// something is made of the call.
func callbackStatement(fn syntax.Node) syntax.Node {
	args := fn.Parent()
	for args.Kind() == syntax.Arguments {
		call := args.Parent()
		if keepsCallback(calleeName(call)) {
			return syntax.Node{}
		}
		for call.Parent().Kind() == syntax.MemberExpression && isCalled(call.Parent()) {
			call = call.Parent().Parent() // verify(token).catch(…)
		}
		if stmt, direct := statementOf(call); stmt.OK() && direct {
			return stmt
		}
		args = call.Parent() // await Promise.all(roles.map(…))
	}
	return syntax.Node{}
}

// keepsCallback: the function is for later: on, once, setTimeout, onFinished.
func keepsCallback(name string) bool {
	return slices.ContainsFunc([]string{"on", "set", "add", "use"}, func(w string) bool { return strings.HasPrefix(name, w) })
}

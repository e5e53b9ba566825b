package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// readOrder reads the order of the calls on an XMLHttpRequest that a variable
// holds, where all of them stand one after another in the block that makes it.
func (r *reader) readOrder(n syntax.Node) {
	decl := n.Parent()
	b := r.file.Scopes.Lookup(decl.Child(syntax.FieldName))
	if b == nil {
		return
	}
	block := decl.Parent().Parent()
	var opened, sent source.Span
	var headers []*authflow.LateWrite // set since open
	var out []*authflow.LateWrite
	for _, ref := range b.Refs {
		member := ref.Parent()
		if member.Kind() != syntax.MemberExpression {
			return // assigned anew, or handed to other code, which may call anything
		}
		use, what := member.Parent(), member.Child(syntax.FieldProperty).Text()
		straight := use.Parent().Parent() == block
		called := use.Kind() == syntax.CallExpression
		set := use.Kind() == syntax.AssignmentExpression && use.Child(syntax.FieldLeft) == member
		if (called && (what == "open" || what == "send" || what == "setRequestHeader") || set && what == "withCredentials") && !straight {
			return // on a branch, or in a function: the order is not known
		}
		w := &authflow.LateWrite{At: r.span(use), What: member.Text()}
		switch {
		case called && what == "open":
			for _, h := range headers {
				h.Fault, h.Because = authflow.Reopened, r.span(use)
			}
			if !sent.Valid() {
				out = append(out, headers...)
			}
			opened, sent, headers = r.span(use), source.Span{}, nil
		case called && what == "send":
			sent = r.span(use)
		case called && what == "setRequestHeader" && !opened.Valid():
			w.Fault, w.Because = authflow.BeforeOpen, r.span(n)
			out = append(out, w)
		case called && what == "setRequestHeader" || set && what == "withCredentials":
			if sent.Valid() {
				w.Fault, w.Because = authflow.AfterSend, sent
				out = append(out, w)
			} else if called {
				headers = append(headers, w)
			}
		}
	}
	r.out.late = append(r.out.late, out...)
}

// lateDefaults finds defaults of a client that are changed inside its own request
// interceptor: the configuration of the request under way is merged already.
func (l *linker) lateDefaults(sh *sheet) {
	for _, h := range sh.headers {
		if h.at.path != sh.file.Path {
			continue
		}
		n := sh.file.Tree.At(h.at.node)
		for _, i := range sh.interceptors {
			if i.response || i.key != h.key || scope.Enclosing(n) != i.node || handsAway(i) || writesHeaders(sh, i) {
				continue
			}
			at := sh.file.Span(i.node)
			l.facts.LateWrites = append(l.facts.LateWrites, &authflow.LateWrite{
				At: h.fact.At, What: written(n).Text(), Fault: authflow.AfterMerged, Because: at,
			})
		}
	}
}

// written is what names a write: the left side of an assignment, what is called.
func written(n syntax.Node) syntax.Node {
	if n.Kind() == syntax.CallExpression {
		return n.Child(syntax.FieldFunction)
	}
	return n.Child(syntax.FieldLeft)
}

// writesHeaders reports whether a handler changes headers other than defaults.
func writesHeaders(sh *sheet, i interceptor) bool {
	for _, h := range sh.headers {
		if h.key == "" && h.at.path == sh.file.Path && i.node.Contains(sh.file.Tree.At(h.at.node)) {
			return true
		}
	}
	for n := range i.node.Descendants() {
		if n.Kind() == syntax.AssignmentExpression {
			if left := n.Child(syntax.FieldLeft).Text(); strings.Contains(left, "headers") && !strings.Contains(left, "defaults") {
				return true
			}
		}
	}
	return false
}

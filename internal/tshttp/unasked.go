package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// unasked returns the request out of whose answer a token is stored although it
// may have been refused: fetch resolves all the same, and nothing on the way from
// the call to the store asks how it went.
func (l *linker) unasked(x reach) *authflow.Request {
	field := x.val
	if field.Kind != value.Member || !credential.IsCredentialName(field.Name) {
		return nil
	}
	calls := l.reader.answered(field)
	if len(calls) != 1 {
		return nil
	}
	if c, ok := l.reader.sends(calls[0]); !ok || c.client.library != "fetch" {
		return nil
	}
	root, _ := field.Path()
	way := append(wrappers(calls[0]), x.way...)
	way = append(way, value.Operand{File: calls[0].File, Node: calls[0].Node}, value.Operand{File: root.File, Node: root.Node})
	for _, at := range way {
		if l.reader.asksHow(calls[0], at) {
			return nil
		}
	}
	at := calls[0].Span()
	i := slices.IndexFunc(l.facts.Requests, func(q *authflow.Request) bool {
		return (q.At == at || q.Sends == at) && (q.Purpose == authflow.Login || q.Purpose == authflow.Refresh || q.Purpose == authflow.Exchange)
	})
	if i < 0 {
		return nil
	}
	return l.facts.Requests[i]
}

// asksHow reports whether the function around a place tests anything of an answer,
// or hands the response to a function that may.
func (r *reader) asksHow(sent value.Value, at value.Operand) bool {
	if r.asksAnything(sent, at) {
		return true
	}
	var outer syntax.Node
	for fn := functionOf(at.Node); fn.OK(); fn = functionOf(fn) {
		outer = fn
	}
	return anyBelow(outer, func(n syntax.Node) bool {
		if n.Kind() != syntax.Arguments || isLog(n.Parent()) {
			return false
		}
		for a := range n.Elements() {
			if v := r.eval.Eval(at.File, a, nil); a.Kind() == syntax.Identifier && r.isResponse(v, sent) {
				return true
			}
		}
		return false
	})
}

func (r *reader) asksAnything(sent value.Value, at value.Operand) bool {
	return asksAround(at.Node, func(test syntax.Node) bool {
		return anyBelow(test, func(n syntax.Node) bool {
			return n.Kind() == syntax.Identifier && r.isOf(at.File, n, sent)
		})
	})
}

// isOf: a name holds the response that a call is answered with, or a part of it.
func (r *reader) isOf(f *module.File, n syntax.Node, sent value.Value) bool {
	return slices.ContainsFunc(r.answered(r.eval.Eval(f, n, nil)), func(c value.Value) bool { return c.Node == sent.Node })
}

// isResponse: the value is the response itself, not what it holds.
func (r *reader) isResponse(v, sent value.Value) bool {
	if b := v.Binding; v.Kind == value.Param && b != nil && b.Index == 0 {
		from, ok := deliverer(b.Func)
		if !ok {
			return false
		}
		v = r.eval.Eval(v.File, from, v.Env)
	}
	return v.Kind == value.Call && v.Node == sent.Node
}

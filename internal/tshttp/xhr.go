package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// An XMLHttpRequest is one request and its client at once. What it sends is
// said by several calls on the object that new made: open gives method and URL,
// setRequestHeader the headers, send the body.

func isXHR(v value.Value) bool {
	return v.Kind == value.Call && v.New && v.Base.IsGlobal("XMLHttpRequest")
}

// xhrKey identifies the object, whichever calls led to it: settings are read
// where they stand.
func xhrKey(v value.Value) string { return value.Value{File: v.File, Node: v.Node}.Key() }

// xhrCall recognizes xhr.send(body).
func xhrCall(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	if base.Kind != value.Member || base.Name != "send" || !isXHR(*base.Base) {
		return call{}, false
	}
	xhr := *base.Base
	c := call{
		client:   clientRef{key: xhrKey(xhr), library: "XMLHttpRequest", name: clientName(xhr), at: xhr.Span()},
		value:    v,
		body:     v.Arg(0),
		configAt: -1,
		byEvent:  true, // nothing of the answer comes out of send
		headerAt: placeOf(xhr.File, xhr.Node),
	}
	if open := r.openOf(xhr); open.Kind == value.Call {
		m, _ := r.eval.Value(open.Arg(0)).Constant()
		c.method, c.url = strings.ToUpper(m), open.Arg(1)
	}
	return c, true
}

// openOf finds the call of open on an XMLHttpRequest, in the function that
// makes it or, where an object or a module keeps it, in its file.
func (r *reader) openOf(xhr value.Value) value.Value {
	within := functionOf(xhr.Node)
	if !within.OK() || strings.Contains(clientName(xhr), ".") {
		within = xhr.File.Tree.Root()
	}
	for n := range within.Descendants() {
		if n.Kind() != syntax.CallExpression || calleeName(n) != "open" {
			continue
		}
		callee := r.eval.Eval(xhr.File, n.Child(syntax.FieldFunction), xhr.Env)
		for _, a := range callee.Alternatives() {
			if a.Kind == value.Member && isXHR(*a.Base) && a.Base.Node == xhr.Node {
				return value.Value{Kind: value.Call, Base: &callee, File: xhr.File, Node: n, Env: xhr.Env}
			}
		}
	}
	return value.Value{}
}

// xhrCredentials is the edit that sets withCredentials before send, which is
// early enough.
func xhrCredentials(f *module.File, send syntax.Node) *authflow.Edit {
	object := send.Child(syntax.FieldFunction).Child(syntax.FieldObject)
	statement := send.Parent()
	if statement.Kind() != syntax.ExpressionStatement || !statement.Parent().Is(syntax.StatementBlock, syntax.Program) {
		return nil
	}
	at := f.Span(statement)
	at.End = at.Start
	return &authflow.Edit{At: at, Text: object.Text() + ".withCredentials = true; "}
}

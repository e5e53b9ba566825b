package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readStatusTest reads a comparison of a response's status with a constant:
// ===, == and their negations, and switch.
func (r *reader) readStatusTest(n syntax.Node) {
	t := &authflow.StatusTest{At: r.span(n)}
	var subject syntax.Node
	if n.Kind() == syntax.SwitchStatement {
		subject, t.Strict = n.Child(syntax.FieldValue), true
		for c := range n.Child(syntax.FieldBody).Elements() {
			r.addConstant(t, c.Child(syntax.FieldValue))
		}
	} else {
		left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
		switch n.Operator() {
		case "===", "!==":
			t.Strict = true
		case "==", "!=":
		default:
			return
		}
		if left.Is(syntax.String, syntax.Number) {
			left, right = right, left
		}
		subject = left
		r.addConstant(t, right)
	}
	if len(t.Constants) == 0 || !r.isStatus(subject) {
		return
	}
	t.Subject = value.Spell(subject)
	r.out.status = append(r.out.status, t)
}

func (r *reader) addConstant(t *authflow.StatusTest, n syntax.Node) {
	switch n.Kind() {
	case syntax.String:
		s, _ := r.value(n).Constant()
		t.Constants = append(t.Constants, authflow.StatusConstant{At: r.span(n), Text: s, Quoted: true})
	case syntax.Number:
		t.Constants = append(t.Constants, authflow.StatusConstant{At: r.span(n), Text: n.Text()})
	}
}

// isStatus reports whether an expression is the status of an HTTP response: of
// the answer of a request that was found, of what Angular calls an
// HttpErrorResponse, or the response of an error.
func (r *reader) isStatus(n syntax.Node) bool {
	for n.Is(syntax.ParenthesizedExpression, syntax.NonNullExpression) {
		n = n.First()
	}
	v := r.value(n)
	if v.Kind != value.Member || v.Name != "status" {
		return false
	}
	of := *v.Base
	if of.Kind == value.Member && of.Name == "response" {
		// error.response.status: only axios and what imitates it put a response
		// into an error, and its status is a number.
		root, path := of.Path()
		return len(path) == 1 && (root.Kind == value.Param || root.Kind == value.Unknown)
	}
	if of.Kind == value.Call && of.New {
		return of.Base.From("HttpErrorResponse", angularHTTP) || of.Base.From("HttpResponse", angularHTTP) || of.Base.IsGlobal("Response") ||
			of.Base.From("AxiosResponse", "axios")
	}
	if _, ok := r.sends(of); ok {
		return true
	}
	return of.Kind == value.Param && r.answers(of)
}

// answers reports whether a parameter is the answer that a request's then
// hands to its callback.
func (r *reader) answers(p value.Value) bool {
	if p.Binding == nil || p.Binding.Index != 0 || len(p.Binding.Path) > 0 {
		return false
	}
	call := p.Binding.Func.Parent().Parent()
	if call.Kind() != syntax.CallExpression || calleeName(call) != "then" || call.Child(syntax.FieldArguments).First() != p.Binding.Func {
		return false
	}
	_, ok := r.sends(r.value(call.Child(syntax.FieldFunction).Child(syntax.FieldObject)))
	return ok
}

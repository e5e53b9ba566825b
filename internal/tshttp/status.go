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
		if left.Is(syntax.String, syntax.TemplateString, syntax.Number) {
			left, right = right, left
		}
		subject = left
		if right.Kind() == syntax.Identifier && namesStatus(left) {
			r.addNamed(t, right, r.value(right))
		} else {
			r.addConstant(t, right)
		}
	}
	r.addStatusTest(t, subject)
}

// readStatusMembership reads the same comparison spelled with a list:
// [401, 403].includes(status), and its older form with indexOf.
func (r *reader) readStatusMembership(n syntax.Node) {
	fn := n.Child(syntax.FieldFunction)
	list, subject := fn.Child(syntax.FieldObject), firstOf(n.Child(syntax.FieldArguments))
	if name := fn.Child(syntax.FieldProperty); name.Text() != "includes" && name.Text() != "indexOf" {
		return
	}
	t := &authflow.StatusTest{At: r.span(n), Strict: true}
	switch {
	case list.Kind() == syntax.Array:
		for c := range list.Elements() {
			r.addConstant(t, c)
		}
	case list.Kind() == syntax.Identifier && namesStatus(subject):
		if v := r.value(list); v.Kind == value.Array {
			for c := range v.Node.Elements() {
				r.addNamed(t, list, r.eval.Eval(v.File, c, v.Env))
			}
		}
	}
	r.addStatusTest(t, subject)
}

// namesStatus: only what is spelled so is asked for what it is compared with.
func namesStatus(n syntax.Node) bool {
	return n.Kind() == syntax.MemberExpression && n.Child(syntax.FieldProperty).Text() == "status"
}

// addNamed adds a constant that the comparison names. The name may stand for the
// text in other places too, so there is nothing to mend in this one.
func (r *reader) addNamed(t *authflow.StatusTest, name syntax.Node, v value.Value) {
	if s, ok := v.Constant(); ok && v.Kind == value.Text {
		t.Constants = append(t.Constants, authflow.StatusConstant{At: r.span(name), Text: s, Quoted: true, Named: true})
	}
}

func (r *reader) addStatusTest(t *authflow.StatusTest, subject syntax.Node) {
	if len(t.Constants) == 0 || !r.isStatus(subject) || r.converted(subject, 0) {
		return
	}
	t.Subject = value.Spell(subject)
	r.out.status = append(r.out.status, t)
}

func (r *reader) addConstant(t *authflow.StatusTest, n syntax.Node) {
	switch n.Kind() {
	case syntax.String, syntax.TemplateString:
		if s, ok := r.value(n).Constant(); ok {
			t.Constants = append(t.Constants, authflow.StatusConstant{At: r.span(n), Text: s, Quoted: true})
		}
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

// converted reports whether a status may be made a string on the way to n:
// String(res.status), res.status.toString(). The evaluation of values sees
// through both.
func (r *reader) converted(n syntax.Node, depth int) bool {
	switch n.Kind() {
	case syntax.CallExpression:
		return true
	case syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression:
		return r.converted(n.First(), depth)
	case syntax.BinaryExpression:
		return r.converted(n.Child(syntax.FieldLeft), depth) || r.converted(n.Child(syntax.FieldRight), depth)
	case syntax.TernaryExpression:
		return r.converted(n.Child(syntax.FieldConsequence), depth) || r.converted(n.Child(syntax.FieldAlternative), depth)
	case syntax.Identifier:
		b := r.file.Scopes.Lookup(n)
		return b != nil && len(b.Path) == 0 && (depth > 3 || r.converted(b.Init, depth+1))
	}
	return false
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

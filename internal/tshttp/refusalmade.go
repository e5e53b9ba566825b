package tshttp

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Answers and errors that refuse nothing unless they are returned or thrown:
// NextResponse.json(…, { status: 401 }), new Response(…), new
// UnauthorizedException().

// isWebResponse: the names of what route handlers answer with.
func isWebResponse(name string) bool { return name == "NextResponse" || name == "Response" }

// readMadeAnswer reads what makes a refusal, where that is a statement.
func (r *reader) readMadeAnswer(n syntax.Node) {
	if p := n.Parent(); !p.Is(syntax.ExpressionStatement, syntax.ReturnStatement, syntax.BinaryExpression, syntax.TernaryExpression, syntax.AwaitExpression) {
		return
	}
	callee := n.Child(syntax.FieldFunction)
	if n.Kind() == syntax.NewExpression {
		callee = n.Child(syntax.FieldConstructor)
	}
	status, way := r.webAnswer(r.file, n, callee), authflow.ThrownAway
	if status == 0 && n.Kind() == syntax.CallExpression && callee.Kind() == syntax.Identifier {
		status = r.answerMadeBy(r.value(callee))
	}
	if status == 0 {
		status, way = r.madeError(n, callee), authflow.Unthrown
	}
	stmt, direct := statementOf(n)
	fn := functionOf(n)
	if status == 0 || !fn.OK() {
		return
	}
	if way == authflow.Unthrown && isGuard(fn) && n.Parent().Kind() == syntax.ReturnStatement {
		r.keepRejection(&serverHandler{fn: fn, kind: "NestJS", guard: true}, &authflow.Rejection{
			At: r.span(n), Call: spellMade(n, callee), Status: status, Way: way, Returned: true, Chain: authflow.Yes, // an error is as good as true
			Mend: []authflow.Edit{{At: r.span(n.Parent().First()), Text: "throw"}}, MendBy: "Throw the error",
		})
		return
	}
	if !stmt.OK() {
		return
	}
	h := &serverHandler{fn: fn, kind: "Next", guard: isGuard(fn), middleware: r.isNextMiddleware(fn)}
	if way == authflow.Unthrown {
		if h = r.handlerAt(fn); h == nil {
			h = &serverHandler{fn: fn, next: r.interceptorNext(fn)}
		}
		h.kind, h.guard = "NestJS", isGuard(fn)
	}
	rej := &authflow.Rejection{At: r.span(n), Call: spellMade(n, callee), Status: status, Way: way, Sequel: r.sequel(h, stmt, false)}
	if rej.Sequel.Kind == authflow.SequelEnds && h.middleware {
		rej.Chain = authflow.Yes // the page or route runs
	}
	if direct {
		rej.Mend, rej.MendBy = []authflow.Edit{{At: before(r.span(stmt)), Text: "return "}}, "Return the answer"
		if way == authflow.Unthrown {
			rej.Mend[0].Text, rej.MendBy = "throw ", "Throw the error"
		}
	}
	r.keepRejection(h, rej)
}

func spellMade(n, callee syntax.Node) string {
	if n.Kind() == syntax.NewExpression {
		return "new " + value.Spell(callee)
	}
	return value.Spell(callee)
}

// webAnswer returns the status of NextResponse.json(…), new Response(…) and
// NextResponse.redirect('/login'), 0 of anything else.
func (r *reader) webAnswer(f *module.File, n, callee syntax.Node) int {
	name, root := "", callee
	if callee.Kind() == syntax.MemberExpression {
		name, root = callee.Child(syntax.FieldProperty).Text(), callee.Child(syntax.FieldObject)
	}
	if !isWebResponse(root.Text()) {
		return 0
	}
	if v := r.eval.Eval(f, root, nil); !v.From("NextResponse", "next/server") && !v.IsGlobal("Response") {
		return 0
	}
	first := firstOf(n.Child(syntax.FieldArguments))
	switch {
	case name == "redirect" && toLogin.MatchString(first.Text()):
		return statusFound
	case name == "json" || n.Kind() == syntax.NewExpression:
		if second := first.Next(); second.Kind() == syntax.Object {
			if s := r.statusOf(f, statusOption(second)); s == 401 || s == 403 {
				return s
			}
		}
	}
	return 0
}

// answerMadeBy returns the status of the answer that a function of the project
// makes and does nothing else: const unauthorized = () => Response.json(…, {
// status: 401 }).
func (r *reader) answerMadeBy(fn value.Value) int {
	if fn.Kind != value.Function {
		return 0
	}
	made := fn.Node.Child(syntax.FieldBody)
	if made.Kind() == syntax.StatementBlock {
		only := firstOf(made)
		if only.Kind() != syntax.ReturnStatement {
			return 0
		}
		made = firstOf(only)
	}
	switch made = bare(made); made.Kind() {
	case syntax.CallExpression:
		return r.webAnswer(fn.File, made, made.Child(syntax.FieldFunction))
	case syntax.NewExpression:
		return r.webAnswer(fn.File, made, made.Child(syntax.FieldConstructor))
	}
	return 0
}

// madeError returns the status of an error that would refuse: new
// UnauthorizedException(), new HttpException('no', 401).
func (r *reader) madeError(n, callee syntax.Node) int {
	if n.Kind() != syntax.NewExpression {
		return 0
	}
	name := lastProperty(callee)
	if !strings.HasSuffix(name, "Exception") && !strings.HasSuffix(name, "Error") {
		return 0
	}
	words := credential.Words(name)
	switch {
	case slices.Contains(words, "unauthorized"), slices.Contains(words, "unauthenticated"), slices.Contains(words, "authentication"):
		return 401
	case slices.Contains(words, "forbidden"):
		return 403
	case !slices.Contains(words, "http"):
		return 0
	}
	for a := range n.Child(syntax.FieldArguments).Elements() {
		if s := r.statusOf(r.file, a); s == 401 || s == 403 {
			return s
		}
	}
	return 0
}

// isNextMiddleware: Next runs the function before the page or route, by the name
// of the file and of the function. Version 16 calls it a proxy.
func (r *reader) isNextMiddleware(fn syntax.Node) bool {
	base := filepath.Base(r.file.Path)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if base != "middleware" && base != "proxy" && base != "_middleware" {
		return false
	}
	if b := nameOf(r.file, fn); b != nil {
		return b.Name == "middleware" || b.Name == "proxy"
	}
	return fn.Parent().Kind() == syntax.ExportStatement
}

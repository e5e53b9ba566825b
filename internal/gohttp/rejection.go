package gohttp

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// A rejection is an answer that refuses, in its handler.
type rejection struct {
	fact *authflow.Rejection
	call *ast.CallExpr
	// stmt is the statement that the call is, or the return of it.
	stmt ast.Stmt
	// bare: only the status is written; a body may follow.
	bare bool
}

// An answer is a call that writes one, or a part of one.
type answer struct {
	fact authflow.Rejection
	bare bool
	// location is what a redirect leads to.
	location ast.Expr
	// abort: the call only stops the chain.
	abort bool
}

// rejections finds what a handler answers, other than with success.
func (r *reader) rejections(h *handler) []*rejection {
	var out []*rejection
	own(h.fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		stmt, returned := r.statementOf(call)
		if stmt == nil {
			return true // its result decides something
		}
		a, ok := r.answers(h, call)
		if !ok {
			a, ok = r.answersByHelper(h, call)
		}
		if !ok || a.abort {
			return true
		}
		if a.location != nil && !r.leadsToLogin(a.location) {
			return true // a redirect for other reasons
		}
		f := a.fact
		f.At, f.Call = r.span(call), spell(call.Fun)
		f.Branch = r.branched(stmt, h.fn)
		f.Returned = returned || r.leavesNext(stmt)
		if returned {
			f.Sequel.Kind = authflow.SequelEnds
		}
		out = append(out, &rejection{fact: &f, call: call, stmt: stmt, bare: a.bare})
		return false
	})
	return out
}

// statementOf returns the statement that a call makes up alone, or the return
// statement whose result it is; nil where the call is part of something else.
func (r *reader) statementOf(call *ast.CallExpr) (stmt ast.Stmt, returned bool) {
	switch p := r.parent[call].(type) {
	case *ast.ExprStmt:
		return p, false
	case *ast.ReturnStmt:
		return p, true
	case *ast.AssignStmt:
		// Have: _ = c.JSON(401, …).
		if len(p.Lhs) == 1 && spell(p.Lhs[0]) == "_" && len(p.Rhs) == 1 {
			return p, false
		}
	}
	return nil, false
}

// branched reports whether a condition leads to a statement.
func (r *reader) branched(n ast.Node, fn ast.Node) bool {
	for p := r.parent[n]; p != nil && p != fn; p = r.parent[p] {
		switch p.(type) {
		case *ast.IfStmt, *ast.CaseClause, *ast.CommClause:
			return true
		}
	}
	return false
}

// leavesNext reports whether the statement after one leaves the function.
func (r *reader) leavesNext(stmt ast.Stmt) bool {
	list := listOf(r.parent[stmt])
	for i, s := range list {
		if s == stmt {
			return i+1 < len(list) && ends(list[i+1], false)
		}
	}
	return false
}

// listOf returns the statements of a block or clause.
func listOf(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// answers reads a call of the framework that writes an answer.
func (r *reader) answers(h *handler, call *ast.CallExpr) (answer, bool) {
	if a, ok := r.standardAnswer(h, call); ok {
		return a, true
	}
	method := r.method(h, call)
	switch h.kind {
	case ginGonic:
		return r.ginAnswer(method, call)
	case echoes:
		if name := r.nameOf(call); strings.HasPrefix(name, "github.com/labstack/echo") && strings.HasSuffix(name, ".NewHTTPError") {
			return answer{fact: authflow.Rejection{Status: r.status(call, 0), Way: authflow.ThrownAway}}, true
		}
		switch method {
		case "JSON", "JSONPretty", "JSONBlob", "JSONP", "String", "HTML", "XML", "Blob", "Stream", "NoContent", "Render":
			return answer{fact: authflow.Rejection{Status: r.status(call, 0)}}, true
		case "Redirect":
			return answer{fact: authflow.Rejection{Status: r.status(call, 0)}, location: argument(call, 1)}, true
		}
	case fibers:
		return r.fiberAnswer(h, method, call)
	case fastHTTP:
		switch method {
		case "Error":
			return answer{fact: authflow.Rejection{Status: r.status(call, 1)}}, true
		case "SetStatusCode":
			return answer{fact: authflow.Rejection{Status: r.status(call, 0)}, bare: true}, true
		}
	}
	return answer{}, false
}

// standardAnswer reads the calls of net/http, which other frameworks' writers
// take too.
func (r *reader) standardAnswer(h *handler, call *ast.CallExpr) (answer, bool) {
	switch name := r.nameOf(call); name {
	case "net/http.Error":
		if len(call.Args) == 3 && r.isContext(h, call.Args[0]) {
			return answer{fact: authflow.Rejection{Status: r.status(call, 2)}}, true
		}
	case "github.com/go-chi/render.Status":
		if len(call.Args) == 2 { // of the answer that render writes next
			return answer{fact: authflow.Rejection{Status: r.status(call, 1)}, bare: true}, true
		}
	case "net/http.Redirect":
		if len(call.Args) == 4 && r.isContext(h, call.Args[0]) {
			return answer{fact: authflow.Rejection{Status: r.status(call, 3)}, location: call.Args[2]}, true
		}
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if ok && sel.Sel.Name == "WriteHeader" && len(call.Args) == 1 && r.isContext(h, sel.X) {
		return answer{fact: authflow.Rejection{Status: r.status(call, 0)}, bare: true}, true
	}
	return answer{}, false
}

func (r *reader) ginAnswer(method string, call *ast.CallExpr) (answer, bool) {
	switch method {
	case "Abort":
		return answer{fact: authflow.Rejection{Way: authflow.Aborted}, abort: true}, true
	case "AbortWithStatus", "AbortWithStatusJSON", "AbortWithStatusPureJSON", "AbortWithError":
		return answer{fact: authflow.Rejection{Status: r.status(call, 0), Way: authflow.Aborted}}, true
	case "JSON", "IndentedJSON", "PureJSON", "AsciiJSON", "SecureJSON", "JSONP", "String", "HTML", "XML", "YAML", "TOML", "ProtoBuf", "Data", "Render":
		return answer{fact: authflow.Rejection{Status: r.status(call, 0)}}, true
	case "Status":
		return answer{fact: authflow.Rejection{Status: r.status(call, 0)}, bare: true}, true
	case "Redirect":
		return answer{fact: authflow.Rejection{Status: r.status(call, 0)}, location: argument(call, 1)}, true
	}
	return answer{}, false
}

// fiberAnswer reads c.Status(401).JSON(…), c.SendStatus(401) and c.JSON(…). A
// status alone is no answer: the one that is returned later has it.
func (r *reader) fiberAnswer(h *handler, method string, call *ast.CallExpr) (answer, bool) {
	if name := r.nameOf(call); strings.HasPrefix(name, "github.com/gofiber/fiber") && strings.HasSuffix(name, ".NewError") {
		return answer{fact: authflow.Rejection{Status: r.status(call, 0), Way: authflow.ThrownAway}}, true
	}
	switch method {
	case "SendStatus":
		return answer{fact: authflow.Rejection{Status: r.status(call, 0)}}, true
	case "JSON", "SendString", "Send", "Render", "XML":
		return answer{fact: authflow.Rejection{Status: 200}}, true
	case "Redirect":
		return answer{fact: authflow.Rejection{Status: 302}, location: argument(call, 0)}, true
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return answer{}, false
	}
	inner, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	if !ok || r.method(h, inner) != "Status" {
		return answer{}, false
	}
	switch sel.Sel.Name {
	case "JSON", "SendString", "Send", "Render", "XML":
		return answer{fact: authflow.Rejection{Status: r.status(inner, 0)}}, true
	}
	return answer{}, false
}

func argument(call *ast.CallExpr, i int) ast.Expr {
	if i < len(call.Args) {
		return call.Args[i]
	}
	return nil
}

// status returns the status that is argument i of a call, 0 where it is not
// constant. A constant of a package that could not be loaded is known by its
// name.
func (r *reader) status(call *ast.CallExpr, i int) int {
	arg := argument(call, i)
	if arg == nil {
		return 0
	}
	if tv, ok := r.info.Types[arg]; ok && tv.Value != nil {
		if n, exact := constant.Int64Val(constant.ToInt(tv.Value)); exact {
			return int(n)
		}
		return 0
	}
	if sel, ok := ast.Unparen(arg).(*ast.SelectorExpr); ok {
		switch sel.Sel.Name {
		case "StatusUnauthorized":
			return 401
		case "StatusForbidden":
			return 403
		case "StatusOK":
			return 200
		}
	}
	return 0
}

// leadsToLogin reports whether a redirect goes to where one logs in.
func (r *reader) leadsToLogin(e ast.Expr) bool {
	for _, s := range r.shapes(e) {
		text := strings.ToLower(s.String())
		for _, w := range []string{"login", "log-in", "signin", "sign-in", "sign_in", "auth"} {
			if strings.Contains(text, w) {
				return true
			}
		}
	}
	return false
}

// An answering says of a function that it answers for the handlers that call
// it. It is a fact for other packages.
type answering struct {
	// Param is the position of the context or writer.
	Param int
	// Answers: an answer is written on every way. Status is its constant status,
	// StatusParam the position from 1 of the parameter that it is.
	Answers     bool
	Bare        bool
	Status      int
	StatusParam int
	// Aborts: it keeps the handlers after the caller from running (gin).
	Aborts authflow.Truth
	// Ends: it never returns.
	Ends bool
	// Rejects: it is, or returns, a middleware that answers 401 or 403, and lets
	// no preflight through.
	Rejects bool
}

func (*answering) AFact() {}

func (a *answering) String() string {
	return fmt.Sprintf("answers %t status %d/%d aborts %d ends %t rejects %t", a.Answers, a.Status, a.StatusParam, a.Aborts, a.Ends, a.Rejects)
}

// answersByHelper reads a call of a function that answers: fail(w, 401, "…").
func (r *reader) answersByHelper(h *handler, call *ast.CallExpr) (answer, bool) {
	e := r.answeringOf(call)
	if e == nil || !e.Answers || e.Param >= len(call.Args) || !r.isContext(h, call.Args[e.Param]) {
		return answer{}, false
	}
	a := answer{fact: authflow.Rejection{Status: e.Status}, bare: e.Bare}
	if e.StatusParam > 0 {
		a.fact.Status = r.status(call, e.StatusParam-1)
	}
	if e.Aborts == authflow.Yes {
		a.fact.Way = authflow.Aborted
	}
	return a, true
}

// answeringOf returns what is known of the function that a call enters, nil where
// nothing is.
func (r *reader) answeringOf(call *ast.CallExpr) *answering {
	fn := r.callee(call)
	if fn == nil {
		return nil
	}
	if d := r.funcs[fn]; d != nil {
		return r.answeringBy(d)
	}
	if fn.Pkg() == nil || fn.Pkg() == r.pass.Pkg {
		return nil
	}
	e, ok := r.answerings[fn]
	if !ok {
		e = new(answering)
		if !r.pass.ImportObjectFact(fn, e) {
			e = nil
		}
		r.answerings[fn] = e
	}
	return e
}

// answeringBy looks into a function of the package.
func (r *reader) answeringBy(d *ast.FuncDecl) *answering {
	fn, ok := r.info.Defs[d.Name].(*types.Func)
	if !ok {
		return nil
	}
	if e, ok := r.answerings[fn]; ok {
		return e // nil while it is being looked at: it calls itself
	}
	r.answerings[fn] = nil
	h := r.handlerOf(d)
	if h == nil {
		return nil
	}
	e := &answering{Param: h.index, Aborts: authflow.No}
	straight := true // no way has left the function yet
	for _, s := range d.Body.List {
		call := callOf(s)
		if call == nil {
			straight = straight && !leavesWithin(s)
			if r.mayAbort(h, s) {
				e.Aborts = max(e.Aborts, authflow.Unknown)
				if e.Aborts == authflow.No {
					e.Aborts = authflow.Unknown
				}
			}
			continue
		}
		if isExit(call) {
			e.Ends = straight
		}
		if r.callsNext(h, call) {
			r.answerings[fn] = nil
			return nil // a middleware, no helper
		}
		r.answeringStep(h, e, d, call, straight)
	}
	r.answerings[fn] = e
	return e
}

// callOf returns the call that a statement is, or returns.
func callOf(s ast.Stmt) *ast.CallExpr {
	switch s := s.(type) {
	case *ast.ExprStmt:
		call, _ := s.X.(*ast.CallExpr)
		return call
	case *ast.ReturnStmt:
		if len(s.Results) > 0 {
			call, _ := ast.Unparen(s.Results[0]).(*ast.CallExpr)
			return call
		}
	}
	return nil
}

// answeringStep adds what one call of a helper's body does.
func (r *reader) answeringStep(h *handler, e *answering, d *ast.FuncDecl, call *ast.CallExpr, straight bool) {
	a, ok := r.answers(h, call)
	if !ok {
		a, ok = r.answersByHelper(h, call)
	}
	if !ok {
		if r.passesContext(h, call) && h.kind == ginGonic && e.Aborts == authflow.No && r.aborts(h, call) != authflow.No {
			e.Aborts = authflow.Unknown
		}
		return
	}
	if a.fact.Way == authflow.Aborted && straight {
		e.Aborts = authflow.Yes
	}
	if a.abort || !straight || a.location != nil || e.Answers && !e.Bare {
		return
	}
	e.Answers, e.Bare = true, a.bare
	if a.fact.Status != 0 {
		e.Status = a.fact.Status
		return
	}
	for _, arg := range call.Args {
		for i, p := range r.params(d.Type) {
			if p != nil && r.object(arg) == p && isInt(p.Type()) {
				e.StatusParam = i + 1
			}
		}
	}
}

func isInt(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// leavesWithin reports whether some way through a statement leaves the function.
func leavesWithin(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt, *ast.BranchStmt:
			found = true
		}
		return !found
	})
	return found
}

// exportAnswerings tells other packages of the functions that answer.
func (r *reader) exportAnswerings() {
	rejecting := map[string]bool{}
	for _, h := range r.facts.ServerHandlers {
		if h.ID != "" && h.RefusesPreflights() {
			rejecting[h.ID] = true
		}
	}
	for _, d := range r.order {
		fn := r.info.Defs[d.Name].(*types.Func)
		if !fn.Exported() {
			continue
		}
		e := r.answeringBy(d)
		if e == nil {
			e = &answering{}
		}
		e.Rejects = rejecting[fullName(fn)]
		if e.Answers || e.Aborts == authflow.Yes || e.Ends || e.Rejects || e.Aborts == authflow.Unknown && r.handlerOf(d) != nil && r.handlerOf(d).kind == ginGonic {
			r.pass.ExportObjectFact(fn, e)
		}
	}
}

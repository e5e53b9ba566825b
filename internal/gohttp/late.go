package gohttp

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// readLateWrites finds headers and cookies that are set when their request has
// been sent, or their answer begun.
func (r *reader) readLateWrites() {
	begun := map[ast.Node][]*ast.CallExpr{}
	for _, call := range r.calls {
		if fn := r.funcOf(call); fn != nil && r.begins(call) != nil {
			begun[fn] = append(begun[fn], call)
		}
	}
	for _, call := range r.calls {
		answer := r.setsOnAnswer(call)
		if answer == nil || r.inTest(call) {
			continue
		}
		for _, first := range begun[r.funcOf(call)] {
			if r.begins(first) == answer && r.surelyBefore(first, call) {
				r.late(call, first, authflow.AfterAnswer)
				break
			}
		}
	}
	for _, w := range r.writes {
		if call, ok := w.at.(*ast.CallExpr); ok && w.fact.IsAuthorization() && !r.inTest(call) {
			if sent := r.sentBefore(call, r.requestOf(w)); sent != nil {
				r.late(call, sent, authflow.AfterSent)
			}
		}
	}
}

func (r *reader) late(call, because *ast.CallExpr, fault authflow.LateFault) {
	r.facts.LateWrites = append(r.facts.LateWrites, &authflow.LateWrite{At: r.span(call), What: spell(call.Fun), Fault: fault, Because: r.span(because)})
}

// surelyBefore reports whether first has run whenever late runs, in one turn of
// whatever loop is around them.
func (r *reader) surelyBefore(first, late ast.Node) bool {
	stmt := r.statement(first)
	if _, deferred := stmt.(*ast.DeferStmt); deferred || first.Pos() >= late.Pos() {
		return false
	}
	if i, ok := r.parent[stmt].(*ast.IfStmt); ok && i.Init == stmt {
		stmt = i // if err := json.NewEncoder(w).Encode(v); err != nil { … }
	}
	branch, _, _ := r.meet(stmt, late)
	_, deferred := r.statement(late).(*ast.DeferStmt)
	return branch == nil && !deferred
}

// answerOf returns the variable of an answer: a http.ResponseWriter, or the
// context of gin or echo.
func (r *reader) answerOf(e ast.Expr) types.Object {
	obj := r.object(e)
	if v, ok := obj.(*types.Var); !ok || v.IsField() {
		return nil
	}
	t := obj.Type()
	if isNamed(t, "net/http", "ResponseWriter") || isNamed(t, ginPath, "Context") || isEcho(t) {
		return obj
	}
	return nil
}

const ginPath = "github.com/gin-gonic/gin"

func isEcho(t types.Type) bool {
	n := named(t)
	return n != nil && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && strings.HasPrefix(unvendored(n.Obj().Pkg().Path()), "github.com/labstack/echo")
}

// rendering are the methods of gin and echo that write the body at once. A
// redirect need not have one.
var rendering = []string{"JSON", "IndentedJSON", "PureJSON", "SecureJSON", "JSONP", "XML", "YAML", "String", "HTML", "Data", "Blob", "File",
	"AbortWithStatus", "AbortWithStatusJSON", "AbortWithStatusPureJSON", "NoContent", "JSONPretty"}

// begins returns the answer whose headers a call sends, nil where it sends none.
func (r *reader) begins(call *ast.CallExpr) types.Object {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil // a helper: what it writes is not followed
	}
	if obj := r.answerOf(sel.X); obj != nil {
		if isNamed(obj.Type(), "net/http", "ResponseWriter") {
			if sel.Sel.Name == "Write" || sel.Sel.Name == "WriteHeader" && !r.informs(call) {
				return obj
			}
			return nil
		}
		if slices.Contains(rendering, sel.Sel.Name) {
			return obj
		}
		return nil
	}
	if len(call.Args) == 0 {
		return nil
	}
	switch name := r.nameOf(call); {
	case strings.HasPrefix(name, "fmt.Fprint"), name == "io.WriteString", name == "io.Copy", name == "net/http.Error", name == "net/http.NotFound",
		name == "net/http.ServeFile", strings.HasSuffix(name, "/template.Template).Execute"), strings.HasSuffix(name, "/template.Template).ExecuteTemplate"):
		return r.answerOf(call.Args[0])
	case name == "net/http.Redirect":
		return r.answerOf(call.Args[0])
	case name == "(*encoding/json.Encoder).Encode":
		if made, ok := ast.Unparen(sel.X).(*ast.CallExpr); ok && len(made.Args) == 1 {
			return r.answerOf(made.Args[0])
		}
	}
	return nil
}

// informs: w.WriteHeader(http.StatusEarlyHints), after which headers may follow.
func (r *reader) informs(call *ast.CallExpr) bool {
	if len(call.Args) != 1 {
		return true
	}
	tv := r.info.Types[call.Args[0]]
	if tv.Value == nil || tv.Value.Kind() != constant.Int {
		return false
	}
	status, _ := constant.Int64Val(tv.Value)
	return status < 200
}

// setsOnAnswer returns the answer on which a call sets a cookie or a header of
// credentials.
func (r *reader) setsOnAnswer(call *ast.CallExpr) types.Object {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	switch sel.Sel.Name {
	case "SetCookie":
		if r.nameOf(call) == "net/http.SetCookie" {
			return r.answerOf(call.Args[0])
		}
		return r.answerOf(sel.X)
	case "Save": // of gorilla/sessions: session.Save(r, w)
		if len(call.Args) >= 2 {
			if obj := r.answerOf(call.Args[1]); obj != nil && isNamed(obj.Type(), "net/http", "ResponseWriter") {
				return obj
			}
		}
	case "Header": // of gin
		if obj := r.answerOf(sel.X); obj != nil && isNamed(obj.Type(), ginPath, "Context") && len(call.Args) == 2 && r.namesCredential(call.Args[0]) {
			return obj
		}
	case "Set", "Add":
		made, ok := ast.Unparen(sel.X).(*ast.CallExpr)
		if !ok || len(call.Args) != 2 || !r.namesCredential(call.Args[0]) {
			return nil
		}
		header, ok := ast.Unparen(made.Fun).(*ast.SelectorExpr)
		if !ok || header.Sel.Name != "Header" {
			return nil
		}
		if response, ok := ast.Unparen(header.X).(*ast.CallExpr); ok && lastName(response.Fun) == "Response" { // of echo
			if outer, ok := response.Fun.(*ast.SelectorExpr); ok {
				return r.answerOf(outer.X)
			}
		}
		return r.answerOf(header.X)
	}
	return nil
}

// namesCredential: the headers of an answer that give credentials, or ask for
// them.
func (r *reader) namesCredential(e ast.Expr) bool {
	name, ok := r.constant(e)
	if !ok || name == "" {
		return false
	}
	return strings.EqualFold(name, "Set-Cookie") || strings.EqualFold(name, "WWW-Authenticate") || isCredentialHeader(name)
}

// sharesHeader: req.WithContext(ctx), which shares the header of the request. Clone
// does not.
func (r *reader) sharesHeader(id *ast.Ident) bool {
	sel, ok := r.parent[id].(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "WithContext"
}

// sentBefore returns the call that surely sent a request before a header was set
// on it, where it is never sent or handed on after that.
func (r *reader) sentBefore(call *ast.CallExpr, req types.Object) (sent *ast.CallExpr) {
	v, ok := req.(*types.Var)
	if !ok || v.IsField() || !isRequest(v.Type()) || len(r.assigned[v]) == 0 || r.isParam(v, r.definition(v, call)) {
		return nil // others have it too
	}
	for p := r.parent[call]; p != nil; p = r.parent[p] {
		switch p.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return nil // the next turn sends it
		}
	}
	for _, id := range r.uses[v] {
		p, ok := r.parent[id].(*ast.CallExpr)
		switch {
		case id.Pos() > call.End():
			if sel, plain := r.parent[id].(*ast.SelectorExpr); !plain || sel.Sel.Name != "Header" {
				return nil // it is sent again, or kept
			}
		case r.sharesHeader(id):
			return nil // the copy has the same header
		case ok && (r.nameOf(p) == "(*net/http.Client).Do" || r.declared(p)) && r.surelyBefore(p, call):
			sent = p
		}
	}
	return sent
}

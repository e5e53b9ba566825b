package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// heeds reports whether anything looks at the error of a call that verifies, or
// at whether the token is valid: tok, _ := jwt.Parse(…) does not, nor does a test
// of the error that goes on.
func (r *reader) heeds(call *ast.CallExpr) bool {
	var lhs []ast.Expr
	var at ast.Node = call
	switch p := r.parent[call].(type) {
	case *ast.ExprStmt:
		return false
	case *ast.AssignStmt:
		lhs, at = p.Lhs, p
	case *ast.ValueSpec:
		at = p
		for _, n := range p.Names {
			lhs = append(lhs, n)
		}
	}
	if len(lhs) != 2 {
		return true // returned, or handed on as it is
	}
	if tok := r.object(lhs[0]); tok != nil && slices.ContainsFunc(r.uses[tok], func(id *ast.Ident) bool { return r.looksAt(id, at) }) {
		return true
	}
	fault, ok := lhs[1].(*ast.Ident)
	if !ok {
		return true
	}
	if fault.Name == "_" {
		return false
	}
	obj := r.object(fault)
	if obj == nil {
		return true
	}
	for _, a := range r.assigned[obj] {
		if a.at != at {
			continue
		}
		for _, id := range r.uses[obj] {
			if r.reaches(a, obj, id) != never && !r.goesOn(id) {
				return true
			}
		}
	}
	return false
}

// looksAt: a use of a parsed token that may ask whether it is valid.
func (r *reader) looksAt(id *ast.Ident, at ast.Node) bool {
	switch p := r.parent[id].(type) {
	case *ast.SelectorExpr:
		return !slices.Contains([]string{"Claims", "Header", "Raw", "Method"}, p.Sel.Name)
	case *ast.BinaryExpr:
		return false // tok != nil: there is one of a forged token too
	case *ast.AssignStmt:
		return p != at && slices.Contains(p.Rhs, ast.Expr(id))
	}
	return true // handed on to code that may look
}

// goesOn: if err != nil { log.Println(err) }, and the use of it in there.
func (r *reader) goesOn(id ast.Node) bool {
	for child, p := id, r.parent[id]; p != nil; child, p = p, r.parent[p] {
		s, ok := p.(*ast.IfStmt)
		if !ok {
			if _, stmt := p.(*ast.BlockStmt); stmt || isFunc(p) {
				// Have: what stands in the body of such a test.
				if in, ok := r.parent[p].(*ast.IfStmt); ok && in.Body == p {
					child, p, s = p, in, in
				} else {
					return false
				}
			} else {
				continue
			}
		}
		b, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
		return ok && b.Op == token.NEQ && s.Else == nil && (child == ast.Node(s.Cond) || child == ast.Node(s.Body)) && isErrorType(r.typeOrInvalid(b.X)) && r.onlyLogs(s.Body)
	}
	return false
}

func isFunc(n ast.Node) bool {
	_, lit := n.(*ast.FuncLit)
	_, decl := n.(*ast.FuncDecl)
	return lit || decl
}

func (r *reader) typeOrInvalid(e ast.Expr) types.Type {
	if t := r.info.TypeOf(e); t != nil {
		return t
	}
	return types.Typ[types.Invalid]
}

// onlyLogs: nothing of a block leaves, answers or changes anything.
func (r *reader) onlyLogs(b *ast.BlockStmt) bool {
	for _, s := range b.List {
		e, ok := s.(*ast.ExprStmt)
		if !ok || isExit(e.X) {
			return false
		}
		call, ok := e.X.(*ast.CallExpr)
		if !ok || r.nameOf(call) == "net/http.Error" || !authflow.QuietCall(lastName(call.Fun)) && !authflow.NamesLog(spell(call.Fun)) {
			return false
		}
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok && contextType(r.typeOrInvalid(sel.X), 0) != 0 {
			return false // c.Error(err): a handler of errors may answer
		}
	}
	return true
}

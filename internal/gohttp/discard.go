package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
)

// copying are the functions that return a changed copy and leave their object,
// the receiver or first argument, as it is.
var copying = map[string]struct {
	typ     string
	mutable bool
}{
	"(*net/http.Request).Clone":                               {"http.Request", true},
	"(*net/http.Request).WithContext":                         {"http.Request", true},
	"google.golang.org/grpc/metadata.AppendToOutgoingContext": {"context.Context", false},
	"google.golang.org/grpc/metadata.NewOutgoingContext":      {"context.Context", false},
}

// readDiscards finds the copies of requests and contexts that go nowhere.
func (r *reader) readDiscards() {
	for _, call := range r.calls {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || !slices.Contains([]string{"Clone", "WithContext", "AppendToOutgoingContext", "NewOutgoingContext"}, sel.Sel.Name) {
			continue
		}
		c, ok := copying[r.nameOf(call)]
		if !ok || r.inTest(call) {
			continue
		}
		object := sel.X
		if !c.mutable {
			if len(call.Args) == 0 {
				continue // does not compile
			}
			object = call.Args[0]
		}
		d := &authflow.Discard{At: r.span(call), Object: spell(object), Type: c.typ, Mutable: c.mutable, Call: spell(call.Fun)}
		switch p := r.parent[call].(type) {
		case *ast.ExprStmt:
			if at := r.between(call.Pos(), call.Pos()); at.File != "" && r.assignable(object) {
				d.Assign = []authflow.Edit{{At: at, Text: types.ExprString(object) + " = "}}
			}
		case *ast.SelectorExpr:
			// Have: req.Clone(ctx).Header.Set(…). WithContext shares the header.
			if sel.Sel.Name != "Clone" || !r.changesHeader(p) {
				continue
			}
		case *ast.AssignStmt:
			// Have: req2 := req.Clone(ctx).
			name := r.unsent(p, call, object)
			if sel.Sel.Name != "Clone" || name == nil {
				continue
			}
			d.At, d.Unused, d.Unsent = r.span(name), name.Name, true
		default:
			continue // handed on
		}
		r.facts.Discards = append(r.facts.Discards, d)
	}
}

// assignable reports whether e is a variable or a field of one, which a copy may
// be assigned to.
func (r *reader) assignable(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		_, ok := r.info.Uses[e].(*types.Var)
		return ok
	case *ast.SelectorExpr:
		s := r.info.Selections[e]
		return s != nil && s.Kind() == types.FieldVal && r.assignable(e.X)
	}
	return false
}

// changesHeader reports whether sel is the Header of a request in a statement
// that sets, adds to or deletes from it.
func (r *reader) changesHeader(sel *ast.SelectorExpr) bool {
	if sel.Sel.Name != "Header" {
		return false
	}
	method, ok := r.parent[sel].(*ast.SelectorExpr)
	if !ok || !slices.Contains([]string{"Set", "Add", "Del"}, method.Sel.Name) {
		return false
	}
	call, ok := r.parent[method].(*ast.CallExpr)
	if !ok || call.Fun != method {
		return false
	}
	_, ok = r.parent[call].(*ast.ExprStmt)
	return ok
}

// unsent returns the variable that a statement declares for a clone of original
// if nothing but its header is ever changed, while the original is handed on
// afterwards.
func (r *reader) unsent(s *ast.AssignStmt, call *ast.CallExpr, original ast.Expr) *ast.Ident {
	first, ok := original.(*ast.Ident)
	if !ok || s.Tok != token.DEFINE || len(s.Lhs) != 1 {
		return nil
	}
	name, ok := s.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	copied, request := r.info.Defs[name], r.info.Uses[first]
	if copied == nil || request == nil || len(r.uses[copied]) == 0 {
		return nil // does not compile
	}
	for _, id := range r.uses[copied] {
		if sel, ok := r.parent[id].(*ast.SelectorExpr); !ok || !r.changesHeader(sel) {
			return nil // it is read, kept or sent
		}
	}
	handed := slices.ContainsFunc(r.uses[request], func(id *ast.Ident) bool {
		c, ok := r.parent[id].(*ast.CallExpr)
		return ok && id.Pos() > call.End() && slices.Contains(c.Args, ast.Expr(id)) && r.funcOf(id) == r.funcOf(call)
	})
	if !handed {
		return nil // what it was made for does not show
	}
	return name
}

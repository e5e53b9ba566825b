package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"

	"github.com/authlint/authlint/internal/authflow"
)

// overlooked finds the checks of a middleware that lead to nothing: if err :=
// verify(token); err != nil { log.Println(err) }, and the next handler.
func (r *reader) overlooked(h *handler, middleware authflow.Truth) []*rejection {
	if middleware != authflow.Yes || !authflow.DemandsLogin(handlerName(h)) || r.inTest(h.fn) {
		return nil
	}
	var out []*rejection
	own(h.fn, func(n ast.Node) bool {
		s, ok := n.(*ast.IfStmt)
		if !ok || s.Else != nil || !r.onlyLogs(s.Body) || r.meant(s.Body) {
			return true
		}
		known := r.failsFor(s)
		if known == nil {
			return true
		}
		f := &authflow.Rejection{At: r.span(s.Cond), Call: types.ExprString(s.Cond), Way: authflow.Overlooked, Branch: true}
		if f.Sequel, f.Chain = r.reachesNext(h, s, known); f.Sequel.Kind == authflow.SequelNext || f.Chain == authflow.Yes {
			out = append(out, &rejection{fact: f, stmt: s})
		}
		return true
	})
	return out
}

// meant: a comment of its own line in a block says why it does nothing, and not
// what is missing.
func (r *reader) meant(b *ast.BlockStmt) bool {
	line := func(p token.Pos) int { return r.pass.Fset.Position(p).Line }
	for _, f := range r.pass.Files {
		if b.Pos() < f.FileStart || b.End() > f.FileEnd {
			continue
		}
		for _, c := range f.Comments {
			if c.Pos() > b.Lbrace && c.End() < b.Rbrace && line(c.Pos()) > line(b.Lbrace) && !toDo.MatchString(c.Text()) {
				return true
			}
		}
	}
	return false
}

// toDo matches comments on what is missing.
var toDo = regexp.MustCompile(`(?i)\b(?:todo|fixme|xxx)\b`)

// failsFor returns the variables that tell of a failed check, where the
// condition of s holds for requests without, or with bad, credentials; nil
// where it asks for something else.
func (r *reader) failsFor(s *ast.IfStmt) map[types.Object]bool {
	switch c := ast.Unparen(s.Cond).(type) {
	case *ast.BinaryExpr:
		switch {
		case c.Op == token.NEQ && isErrorType(r.typeOrInvalid(c.X)):
			return r.resultOfCheck(c.X)
		case c.Op == token.EQL && r.ofAuthorization(c.X):
			if text, ok := r.constant(c.Y); ok && text == "" {
				return map[types.Object]bool{r.object(c.X): true}
			}
		}
	case *ast.UnaryExpr:
		// Have: if !validToken(t) {}, if !ok {}.
		if call, ok := ast.Unparen(c.X).(*ast.CallExpr); ok && authflow.ChecksLogin(lastName(call.Fun)) {
			return map[types.Object]bool{}
		}
		return r.resultOfCheck(c.X)
	}
	return nil
}

func (r *reader) ofAuthorization(e ast.Expr) bool {
	g := &givenSearch{reader: r, busy: map[types.Object]bool{}, header: true}
	return isString(r.typeOrInvalid(e)) && g.expr(e, 0)
}

// resultOfCheck returns the variables that the call that made e assigns, if it
// checks a token.
func (r *reader) resultOfCheck(e ast.Expr) map[types.Object]bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	obj := r.object(id)
	for _, a := range r.assigned[obj] {
		call, ok := a.rhs.(*ast.CallExpr)
		if !ok || r.reaches(a, obj, id) == never || !authflow.ChecksLogin(lastName(call.Fun)) || r.tokenCall(call) != nil {
			continue // the libraries' own are judged by what takes their claims
		}
		known := map[types.Object]bool{}
		if as, ok := a.at.(*ast.AssignStmt); ok {
			for _, l := range as.Lhs {
				if o := r.object(l); o != nil {
					known[o] = true
				}
			}
		}
		return known
	}
	return nil
}

// reachesNext says whether the next handler runs after a statement, with nothing
// on the way that could still refuse.
func (r *reader) reachesNext(h *handler, s ast.Stmt, known map[types.Object]bool) (authflow.Sequel, authflow.Truth) {
	block, rest, whole := r.after(s, h.fn)
	out := authflow.Sequel{}
	for _, s := range append(block, rest...) {
		if simple(s) {
			r.events(h, s, func(k authflow.SequelKind, call ast.Expr) {
				if k == authflow.SequelNext {
					out = r.worse(out, k, call)
				}
			})
			if out.Kind == authflow.SequelNext {
				return out, authflow.Unknown
			}
		}
		if r.decidesBy(s, known) || leavesWithin(s) || r.mayAbort(h, s) || ends(s, false) {
			return out, authflow.Unknown
		}
	}
	if whole && h.kind == ginGonic {
		return out, authflow.Yes // it runs what comes after by itself
	}
	return out, authflow.Unknown
}

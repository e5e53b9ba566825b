package gohttp

import (
	"go/ast"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// mend finds the edits after which a rejection ends its handler.
func (r *reader) mend(h *handler, rej *rejection, middleware authflow.Truth) {
	if rej.stmt == nil || rej.fact.Returned && rej.fact.Chain != authflow.Yes {
		return
	}
	f := rej.fact
	behind := r.span(rej.stmt)
	behind.Start = behind.End
	if !behind.Valid() {
		return
	}
	line := "\n" + strings.Repeat("\t", max(0, r.pass.Fset.Position(rej.stmt.Pos()).Column-1))
	t, _ := body(h.fn)
	results := t.Results != nil && len(t.Results.List) > 0
	switch {
	case f.Chain == authflow.Yes && (middleware == authflow.Yes || f.Returned):
		text := ""
		edits := r.abortInstead(rej)
		if edits == nil {
			text = line + strings.TrimSuffix(spell(contextExpr(rej.call)), ".Writer") + ".Abort()"
		}
		f.MendBy = "Abort the chain"
		if !f.Returned && f.Sequel.Kind != authflow.SequelEnds && !results {
			text += line + "return"
			f.MendBy = "Abort the chain and return"
		}
		if text != "" {
			edits = append(edits, authflow.Edit{At: behind, Text: text})
		}
		f.Mend = edits
	case h.kind.returns() && results:
		if stmt, ok := rej.stmt.(*ast.ExprStmt); ok && yieldsOne(r, stmt.X) {
			at := r.span(stmt)
			at.End = at.Start
			f.Mend, f.MendBy = []authflow.Edit{{At: at, Text: "return "}}, "Return the answer"
		}
	case !results:
		f.Mend, f.MendBy = []authflow.Edit{{At: behind, Text: line + "return"}}, "Return after the rejection"
	}
}

// yieldsOne: the call has the one result that a handler of echo or fiber returns.
func yieldsOne(r *reader, e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	return ok && strings.HasSuffix(spell(call.Fun), "JSON") || ok && r.info.TypeOf(call) != nil && r.info.TypeOf(call).String() == "error"
}

// contextExpr returns the context as a call spells it.
func contextExpr(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if id, ok := sel.X.(*ast.Ident); ok && id.Name != "http" {
			return id
		}
	}
	if len(call.Args) > 0 {
		return call.Args[0]
	}
	return call.Fun
}

// abortInstead turns c.JSON into c.AbortWithStatusJSON and c.Status into
// c.AbortWithStatus.
func (r *reader) abortInstead(rej *rejection) []authflow.Edit {
	sel, ok := ast.Unparen(rej.call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	name, ok := map[string]string{"JSON": "AbortWithStatusJSON", "Status": "AbortWithStatus", "PureJSON": "AbortWithStatusPureJSON"}[sel.Sel.Name]
	if !ok || rej.fact.Status == 0 {
		return nil
	}
	at := r.span(sel.Sel)
	if at == (source.Span{}) {
		return nil
	}
	return []authflow.Edit{{At: at, Text: name}}
}

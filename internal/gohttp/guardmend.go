package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// How a retry is bounded where nothing bounds it. None of these edits is made
// where the code is not as plain as the comment beside it.

// guardLoop has a loop refresh once: for refreshed := false; ; { … if
// resp.StatusCode == 401 && !refreshed { refreshed = true; … } }.
func (r *reader) guardLoop(loop *ast.ForStmt, at ast.Stmt, trigger ast.Node) []authflow.Edit {
	const name = "refreshed"
	cond, ok := trigger.(ast.Expr)
	if !ok || loop.Cond != nil || r.declares(loop, name) {
		return nil
	}
	guarded := r.guarded(cond, name)
	if guarded == nil {
		return nil
	}
	edits := append(r.replacing(loop.For, loop.Body.Lbrace, "for "+name+" := false; ; "), guarded...)
	first := r.firstOf(cond, at)
	return append(edits, r.ahead(first, name+" = true")...)
}

// guardCalls gives a function that calls itself a parameter that says so, where
// every other use of it is a call in this package.
func (r *reader) guardCalls(d *ast.FuncDecl, fn *types.Func, again *ast.CallExpr, trigger ast.Node) []authflow.Edit {
	const name = "retried"
	cond, ok := trigger.(ast.Expr)
	calls := r.callsTo[fn.Origin()]
	if !ok || fn.Exported() || fn.Signature().Variadic() || r.mentions[fn.Origin()] != len(calls) || r.declares(d, name) || r.declaredByInterface(fn) {
		return nil
	}
	guarded := r.guarded(cond, name)
	if guarded == nil {
		return nil
	}
	list := d.Type.Params
	param := name + " bool"
	if len(list.List) > 0 {
		if len(list.List[0].Names) == 0 {
			return nil // parameters without names
		}
		param = ", " + param
	}
	edits := append(r.replacing(list.Closing, list.Closing, param), guarded...)
	for _, c := range calls {
		value := "false"
		if c == again {
			value = "true"
		} else if r.within(c, d) {
			return nil // it comes back in another way too
		}
		if len(c.Args) > 0 {
			value = ", " + value
		}
		end := c.Rparen
		if len(c.Args) > 0 {
			end = c.Args[len(c.Args)-1].End()
		}
		edits = append(edits, r.replacing(end, end, value)...)
	}
	return edits
}

// guarded adds the flag to the condition of an if: status == 401 && !flag, or
// status != 401 || flag where that leaves.
func (r *reader) guarded(cond ast.Expr, name string) []authflow.Edit {
	i, ok := r.parent[cond].(*ast.IfStmt)
	if !ok || i.Cond != cond {
		return nil // a case of a switch
	}
	op, flag := " && !", token.LOR
	if !r.isRefusal(cond) {
		op, flag = " || ", token.LAND
	}
	if b, ok := cond.(*ast.BinaryExpr); ok && b.Op == flag {
		return append(r.replacing(cond.Pos(), cond.Pos(), "("), r.replacing(cond.End(), cond.End(), ")"+op+name)...)
	}
	return r.replacing(cond.End(), cond.End(), op+name)
}

// firstOf returns the statement before which the flag is set: the first that the
// refusal leads to.
func (r *reader) firstOf(cond ast.Expr, at ast.Stmt) ast.Stmt {
	i := r.parent[cond].(*ast.IfStmt)
	if r.isRefusal(cond) && len(i.Body.List) > 0 {
		return i.Body.List[0]
	}
	block, ok := r.parent[i].(*ast.BlockStmt)
	for k, s := range blockOf(block, ok) {
		if s == ast.Stmt(i) && k+1 < len(block.List) {
			return block.List[k+1]
		}
	}
	return at
}

func blockOf(b *ast.BlockStmt, ok bool) []ast.Stmt {
	if !ok {
		return nil
	}
	return b.List
}

// ahead puts a statement on a line of its own before another one.
func (r *reader) ahead(s ast.Stmt, text string) []authflow.Edit {
	indent := strings.Repeat("\t", max(0, r.pass.Fset.Position(s.Pos()).Column-1))
	return r.replacing(s.Pos(), s.Pos(), text+"\n"+indent)
}

// declares reports whether a name is in use somewhere in the function around n.
func (r *reader) declares(n ast.Node, name string) bool {
	found := false
	ast.Inspect(r.declOf(n), func(c ast.Node) bool {
		id, ok := c.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

// declaredByInterface reports whether an interface of the package has a method
// of the name, which the function may have to be.
func (r *reader) declaredByInterface(fn *types.Func) bool {
	if fn.Signature().Recv() == nil {
		return false
	}
	for id := range r.info.Defs {
		if other, ok := r.info.Defs[id].(*types.Func); ok && other != fn && other.Name() == fn.Name() && r.funcs[other] == nil {
			return true
		}
	}
	return false
}

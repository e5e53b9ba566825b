package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// What runs after an answer that refuses.

// after returns the statements that run after stmt until the function ends:
// those of its own block, and those behind the branches around it. whole is
// false where the rest is not to be seen, as in a loop.
func (r *reader) after(stmt ast.Stmt, fn ast.Node) (block, rest []ast.Stmt, whole bool) {
	child, first := ast.Node(stmt), true
	for p := r.parent[child]; p != nil && child != fn; child, p = p, r.parent[p] {
		switch p.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.LabeledStmt:
			return block, rest, false
		case *ast.FuncLit:
			return block, rest, p == fn
		}
		list := listOf(p)
		if list == nil || r.holdsClauses(p) {
			continue
		}
		if i := slices.IndexFunc(list, func(s ast.Stmt) bool { return ast.Node(s) == child }); i >= 0 {
			for _, s := range list[i+1:] {
				if first {
					block = append(block, s)
				} else {
					rest = append(rest, s)
				}
				if b, ok := s.(*ast.BranchStmt); ok {
					if b.Tok == token.BREAK && b.Label == nil && r.inSwitch(b) {
						break
					}
					return block, rest, false
				}
				if ends(s, false) {
					return block, rest, true
				}
			}
			first = false
		}
	}
	return block, rest, true
}

// holdsClauses reports whether a block is that of a switch: its clauses do not
// run one after another.
func (r *reader) holdsClauses(block ast.Node) bool {
	switch r.parent[block].(type) {
	case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		return true
	}
	return false
}

// inSwitch reports whether a break leaves a switch, no loop.
func (r *reader) inSwitch(b ast.Node) bool {
	for p := r.parent[b]; p != nil; p = r.parent[p] {
		switch p.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return true
		}
	}
	return false
}

// sequel says what runs after a rejection.
func (r *reader) sequel(h *handler, rej *rejection) authflow.Sequel {
	block, rest, whole := r.after(rej.stmt, h.fn)
	out := authflow.Sequel{Kind: authflow.SequelEnds}
	aborted := rej.fact.Way == authflow.Aborted // Next does nothing then
	for _, s := range block {
		// What stands in the same block as the answer belongs to it: its body, its
		// log. Only the next handler does not.
		r.events(h, s, func(k authflow.SequelKind, call ast.Expr) {
			if k == authflow.SequelNext && !aborted {
				out = r.worse(out, k, call)
			}
		})
	}
	known := r.knows(rej, h.fn)
	checked := false // another check stands in between
	for _, s := range rest {
		if r.decidesBy(s, known) {
			if out.Kind == authflow.SequelEnds {
				out.Kind = authflow.SequelUnknown // the condition may know of the rejection
			}
			return out
		}
		r.forget(s, known)
		nested := !simple(s)
		r.events(h, s, func(k authflow.SequelKind, call ast.Expr) {
			switch {
			case k == authflow.SequelNext && aborted:
				return
			case k == authflow.SequelAnswer && (nested || rej.bare && !r.statesStatus(h, call)):
				return // another refusal, or the body to this status
			case k == authflow.SequelWork && rej.bare:
				return // what makes the body
			}
			out = r.worse(out, k, call)
			out.Checked = out.Kind == k && k == authflow.SequelNext && checked
		})
		checked = checked || nested && leavesWithin(s)
	}
	if !whole && out.Kind == authflow.SequelEnds {
		out.Kind = authflow.SequelUnknown
	}
	return out
}

// decidesBy reports whether a statement branches on one of the variables.
func (r *reader) decidesBy(s ast.Stmt, known map[types.Object]bool) bool {
	switch s := s.(type) {
	case *ast.IfStmt:
		return r.mentionsAny(s.Cond, known)
	case *ast.SwitchStmt:
		return s.Tag != nil && r.mentionsAny(s.Tag, known)
	}
	return false
}

// forget drops the variables that a statement gives new values from a call: what
// they say from then on is of other things.
func (r *reader) forget(s ast.Stmt, known map[types.Object]bool) {
	a, ok := s.(*ast.AssignStmt)
	if !ok || len(a.Rhs) != 1 {
		return
	}
	if _, ok := ast.Unparen(a.Rhs[0]).(*ast.CallExpr); ok {
		for _, l := range a.Lhs {
			delete(known, r.object(l))
		}
	}
}

func simple(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.IfStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.ForStmt, *ast.RangeStmt:
		return false
	}
	return true
}

// statesStatus: the later answer has a status of its own.
func (r *reader) statesStatus(h *handler, e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	a, ok := r.answers(h, call)
	return ok && a.fact.Status != 0
}

// worse returns the graver of two sequels.
func (r *reader) worse(s authflow.Sequel, k authflow.SequelKind, at ast.Expr) authflow.Sequel {
	if k <= s.Kind {
		return s
	}
	what := at
	if call, ok := at.(*ast.CallExpr); ok {
		what = call.Fun
	}
	return authflow.Sequel{Kind: k, At: r.span(at), Call: spell(what)}
}

// knows are the variables that tell later code of the rejection: those that the
// conditions before it test, and those that its branch sets.
func (r *reader) knows(rej *rejection, fn ast.Node) map[types.Object]bool {
	known := map[types.Object]bool{}
	add := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := r.info.ObjectOf(id).(*types.Var); ok && !r.isParam(v, fn) {
					known[v] = true
				}
			}
			return true
		})
	}
	for p, child := r.parent[rej.stmt], ast.Node(rej.stmt); p != nil && child != fn; p, child = r.parent[p], p {
		switch n := p.(type) {
		case *ast.IfStmt:
			add(n.Cond)
		case *ast.SwitchStmt:
			if n.Tag != nil {
				add(n.Tag)
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				add(e)
			}
		}
		if list := listOf(p); list != nil && r.branched(child, fn) {
			for _, s := range list {
				if a, ok := s.(*ast.AssignStmt); ok && a.Tok != token.DEFINE {
					for _, l := range a.Lhs {
						add(l)
					}
				}
			}
		}
	}
	return known
}

func (r *reader) mentionsAny(e ast.Node, objs map[types.Object]bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && objs[r.info.ObjectOf(id)] {
			found = true
		}
		return !found
	})
	return found
}

// events tells of what a statement does that matters after a rejection, in the
// order of the code.
func (r *reader) events(h *handler, s ast.Stmt, tell func(authflow.SequelKind, ast.Expr)) {
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.DeferStmt:
			return false // a closure runs whenever; what is deferred runs anyway
		case *ast.TypeAssertExpr:
			if n.Type != nil && !r.commaOK(n) {
				tell(authflow.SequelWork, n) // it panics where there is nothing
			}
		case *ast.CallExpr:
			if r.callsNext(h, n) {
				tell(authflow.SequelNext, n)
				return false
			}
			if a, ok := r.answers(h, n); ok {
				if !a.abort && a.fact.Way != authflow.Aborted {
					tell(authflow.SequelAnswer, n)
				}
				return false
			}
			if r.writesBody(h, n) {
				tell(authflow.SequelAnswer, n)
				return false
			}
			if r.harmless(h, n) {
				return false
			}
			if a, ok := r.answersByHelper(h, n); ok {
				if a.fact.Way != authflow.Aborted {
					tell(authflow.SequelAnswer, n)
				}
				return false
			}
			tell(authflow.SequelWork, n)
		}
		return true
	})
}

// writesBody: w.Write(…), fmt.Fprint(w, …), json.NewEncoder(w).Encode(…).
func (r *reader) writesBody(h *handler, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	switch {
	case strings.HasPrefix(sel.Sel.Name, "Write"):
		return r.isContext(h, sel.X)
	case strings.HasPrefix(r.nameOf(call), "fmt.Fprint"), r.nameOf(call) == "io.WriteString", r.nameOf(call) == "io.Copy":
		return len(call.Args) > 0 && r.isContext(h, call.Args[0])
	case sel.Sel.Name == "Encode", sel.Sel.Name == "Execute", sel.Sel.Name == "ExecuteTemplate":
		return r.mentionsObject(call, h.ctx)
	}
	return false
}

func (r *reader) commaOK(n ast.Expr) bool {
	switch p := r.parent[n].(type) {
	case *ast.AssignStmt:
		return len(p.Lhs) == 2 && len(p.Rhs) == 1
	case *ast.ValueSpec:
		return len(p.Names) == 2 && len(p.Values) == 1
	}
	return false
}

// harmlessNames end the names of functions of Go whose running after a rejection
// nobody minds, besides what authflow.QuietCall knows: the parts of a log that is
// written in a chain, metrics, cleaning up, making texts.
var harmlessNames = []string{"Msg", "Msgf", "Str", "Err", "Int", "Inc", "Dec", "Observe", "Since", "Sub", "Now", "Close", "Unlock", "RUnlock", "Lock", "RLock", "Done", "End", "Flush", "Sync",
	"Finish", "SetStatus", "SetAttributes", "AddEvent", "Sprint", "Sprintf", "Sprintln", "New", "Header", "Set", "Del", "Add", "Context", "WithContext",
	"String", "Fields", "WithField", "WithFields", "WithError", "With", "WithValue", "Logger", "Elapsed", "Seconds", "Milliseconds", "Next"}

var harmlessBuiltins = []string{"len", "cap", "append", "make", "new", "copy", "delete", "print", "println", "min", "max"}

func (r *reader) harmless(h *handler, call *ast.CallExpr) bool {
	if tv, ok := r.info.Types[call.Fun]; ok && tv.IsType() {
		return true // a conversion
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if _, builtin := r.info.Uses[id].(*types.Builtin); builtin {
			return slices.Contains(harmlessBuiltins, id.Name)
		}
	}
	name := lastName(call.Fun)
	return slices.Contains(harmlessNames, name) || authflow.QuietCall(name)
}

// chain says whether the handlers after this one, if it is a middleware, run for
// a request that it has refused. Only gin runs them unless it is told not to.
func (r *reader) chain(h *handler, rej *rejection) authflow.Truth {
	if h.kind != ginGonic {
		return authflow.Unknown
	}
	if rej.fact.Way == authflow.Aborted || r.defersAbort(h) {
		return authflow.No
	}
	block, rest, whole := r.after(rej.stmt, h.fn)
	before, earlier := r.before(rej.stmt, h.fn)
	out := authflow.Yes
	if !whole {
		out = authflow.Unknown
	}
	for _, s := range earlier {
		if r.runsNext(h, s) {
			return authflow.No // it answers after the others did
		}
	}
	for _, s := range append(append(before, block...), rest...) {
		switch a := r.abortsIn(h, s); {
		case a == authflow.Yes:
			return authflow.No
		case a == authflow.Unknown:
			out = authflow.Unknown
		}
		if e, ok := s.(*ast.ExprStmt); ok && isExit(e.X) {
			return authflow.No
		}
	}
	return out
}

// before returns the statements before stmt in its own block, and those before
// it in all blocks around it.
func (r *reader) before(stmt ast.Stmt, fn ast.Node) (block, all []ast.Stmt) {
	child, first := ast.Node(stmt), true
	for p := r.parent[child]; p != nil && child != fn; child, p = p, r.parent[p] {
		for _, s := range listOf(p) {
			if ast.Node(s) == child {
				break
			}
			all = append(all, s)
			if first {
				block = append(block, s)
			}
		}
		if listOf(p) != nil {
			first = false
		}
	}
	return block, all
}

func (r *reader) runsNext(h *handler, s ast.Stmt) bool {
	call := callOf(s)
	return call != nil && r.callsNext(h, call)
}

func (r *reader) defersAbort(h *handler) bool {
	_, block := body(h.fn)
	found := false
	ast.Inspect(block, func(n ast.Node) bool {
		if d, ok := n.(*ast.DeferStmt); ok && r.mayAbort(h, d) {
			found = true
		}
		return !found
	})
	return found
}

// abortsIn says whether a statement surely, perhaps or surely not aborts.
func (r *reader) abortsIn(h *handler, s ast.Stmt) authflow.Truth {
	if e, ok := s.(*ast.ExprStmt); ok {
		if call, ok := e.X.(*ast.CallExpr); ok {
			return r.aborts(h, call)
		}
	}
	if r.mayAbort(h, s) {
		return authflow.Unknown
	}
	return authflow.No
}

// aborts says whether a call keeps gin from running the handlers that follow.
func (r *reader) aborts(h *handler, call *ast.CallExpr) authflow.Truth {
	if strings.HasPrefix(r.method(h, call), "Abort") {
		return authflow.Yes
	}
	if !r.passesContext(h, call) {
		return authflow.No
	}
	if e := r.answeringOf(call); e != nil {
		return e.Aborts
	}
	if fn := r.callee(call); fn != nil && r.funcs[fn] != nil {
		return authflow.No // looked into: it takes no context as such
	}
	return authflow.Unknown
}

// mayAbort reports whether anything in a statement aborts or could.
func (r *reader) mayAbort(h *handler, n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && strings.HasPrefix(r.method(h, call), "Abort") {
			found = true
		}
		return !found
	})
	return found
}

package gohttp

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// readHeaderParses finds where the Authorization header is indexed or sliced
// with nothing that makes sure of its length.
func (r *reader) readHeaderParses() {
	for _, ix := range r.indexes {
		if list := r.splits(ix.X); list != nil && r.least(ix.Index) >= r.partsOf(list) && !r.inTest(ix) {
			r.addHeaderParse(ix, list.Args[0], ix.X)
		}
	}
	for _, s := range r.cuts {
		switch {
		case r.inTest(s) || !isString(r.info.TypeOf(s.X)) && !invalid(r.info.TypeOf(s.X)):
		case s.Low != nil && r.least(s.Low) > 0, s.High != nil && r.least(s.High) > 0, s.High != nil && r.mayBeNegative(s.High):
			r.addHeaderParse(s, s.X, s.X)
		}
	}
	r.readTokenExits()
}

// splits returns the call of strings.Split and its like that made a list.
func (r *reader) splits(e ast.Expr) *ast.CallExpr {
	e = ast.Unparen(e)
	if obj := r.object(e); obj != nil {
		as := r.assigned[obj]
		if len(as) != 1 || as[0].rhs == nil || as[0].result >= 0 {
			return nil
		}
		e = ast.Unparen(as[0].rhs)
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 || !slices.Contains([]string{"strings.Split", "strings.SplitN", "strings.SplitAfter", "strings.Fields"}, r.nameOf(call)) {
		return nil
	}
	return call
}

// partsOf is how many parts a call makes of every text: Split one, Fields none.
func (r *reader) partsOf(call *ast.CallExpr) int64 {
	if r.nameOf(call) == "strings.Fields" {
		return 0
	}
	return 1
}

// least is the value of a constant integer, -1 where it is none.
func (r *reader) least(e ast.Expr) int64 {
	if tv, ok := r.info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.Int {
		if n, exact := constant.Int64Val(tv.Value); exact {
			return n
		}
	}
	return -1
}

// mayBeNegative: strings.Index(dec, ":"), or a variable that holds it and that
// nothing looks at.
func (r *reader) mayBeNegative(e ast.Expr) bool {
	e = ast.Unparen(e)
	if obj := r.object(e); obj != nil {
		as := r.assigned[obj]
		if len(as) != 1 || as[0].rhs == nil || as[0].result >= 0 {
			return false
		}
		for _, id := range r.uses[obj] {
			if b, ok := r.parent[id].(*ast.BinaryExpr); ok && isComparison(b.Op) {
				return false
			}
		}
		e = ast.Unparen(as[0].rhs)
	}
	call, ok := e.(*ast.CallExpr)
	return ok && slices.Contains([]string{"strings.Index", "strings.IndexByte", "strings.IndexRune", "bytes.Index", "bytes.IndexByte"}, r.nameOf(call))
}

func isComparison(op token.Token) bool {
	return slices.Contains([]token.Token{token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ}, op)
}

func (r *reader) addHeaderParse(at, header, taken ast.Expr) {
	g := &givenSearch{reader: r, busy: map[types.Object]bool{}, header: true}
	if !g.expr(header, 0) || r.sized(at, header, taken) {
		return
	}
	fact := &authflow.HeaderParse{At: r.span(at), Code: spell(at), Header: spell(header)}
	r.placeParse(fact, at)
	r.facts.HeaderParses = append(r.facts.HeaderParses, fact)
}

// placeParse says of which handler a place is part.
func (r *reader) placeParse(fact *authflow.HeaderParse, at ast.Node) {
	for fn := r.funcOf(at); fn != nil; fn = r.funcOf(fn) {
		if h := r.handlerOf(fn); h != nil {
			middleware, _ := r.middleware(h)
			fact.Framework, fact.Middleware = h.kind.String(), middleware == authflow.Yes
			return
		}
	}
}

// sized reports whether a condition on the way asks about the header or its
// parts, by anything but whether it is empty, or a panic is caught.
func (r *reader) sized(at, header, taken ast.Expr) bool {
	var objs []types.Object
	for _, e := range []ast.Expr{header, taken} {
		if obj := r.object(e); obj != nil {
			objs = append(objs, obj)
		}
	}
	texts := []string{types.ExprString(ast.Unparen(header))}
	asks := func(cond ast.Expr) bool { return cond != nil && r.asksAbout(cond, objs, texts, 0) }
	child := ast.Node(at)
	for p := r.parent[child]; p != nil; child, p = p, r.parent[p] {
		switch s := p.(type) {
		case *ast.IfStmt:
			if child != ast.Node(s.Cond) && child != ast.Node(s.Init) && asks(s.Cond) {
				return true
			}
		case *ast.BinaryExpr:
			if (s.Op == token.LAND || s.Op == token.LOR) && child == ast.Node(s.Y) && asks(s.X) {
				return true
			}
		case *ast.CaseClause:
			if sw, ok := r.parent[r.parent[s]].(*ast.SwitchStmt); ok && r.asksInSwitch(sw, asks) {
				return true
			}
			if asksBefore(s.Body, child, asks) {
				return true
			}
		case *ast.BlockStmt:
			if asksBefore(s.List, child, asks) || recovers(s) {
				return true
			}
		case *ast.ForStmt:
			if asks(s.Cond) {
				return true
			}
		case *ast.FuncDecl:
			return false
		}
	}
	return false
}

func (r *reader) asksInSwitch(sw *ast.SwitchStmt, asks func(ast.Expr) bool) bool {
	if asks(sw.Tag) {
		return true
	}
	for _, c := range sw.Body.List {
		if slices.ContainsFunc(c.(*ast.CaseClause).List, asks) {
			return true
		}
	}
	return false
}

// asksBefore: an earlier statement of the list asks, and leaves.
func asksBefore(list []ast.Stmt, child ast.Node, asks func(ast.Expr) bool) bool {
	for _, s := range list {
		if ast.Node(s) == child {
			return false
		}
		switch s := s.(type) {
		case *ast.IfStmt:
			if (ends(s.Body, true) || s.Else != nil && ends(s.Else, true)) && asks(s.Cond) {
				return true
			}
		case *ast.SwitchStmt:
			for _, c := range s.Body.List {
				if cl := c.(*ast.CaseClause); ends(cl, true) && slices.ContainsFunc(cl.List, asks) {
					return true
				}
			}
		}
	}
	return false
}

// recovers: the block defers a function that recovers.
func recovers(b *ast.BlockStmt) bool {
	for _, s := range b.List {
		d, ok := s.(*ast.DeferStmt)
		if !ok {
			continue
		}
		found := false
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && id.Name == "recover" {
				found = true
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// asksAbout: a condition that hands one of the variables to a function, len
// among them, or compares it with something else than the empty string. One
// that only asks whether there is anything does not count.
func (r *reader) asksAbout(cond ast.Expr, objs []types.Object, texts []string, depth int) bool {
	is := func(e ast.Expr) bool {
		e = ast.Unparen(e)
		return slices.Contains(objs, r.object(e)) && r.object(e) != nil || slices.Contains(texts, types.ExprString(e))
	}
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			for _, a := range n.Args {
				found = found || is(sliced(a)) && !(is(a) && r.onlyEmpty(n)) || r.isRequest(a) && mayAnswer(r.info.TypeOf(n))
			}
		case *ast.IndexExpr:
			// Have: parts[0] != "Bearer": with one part it is reached all the same.
		case *ast.BinaryExpr:
			for _, p := range [][2]ast.Expr{{n.X, n.Y}, {n.Y, n.X}} {
				if (is(p[0]) || is(sliced(p[0]))) && isComparison(n.Op) {
					s, constant := r.constant(p[1])
					found = found || constant && s != ""
				}
			}
		case *ast.Ident:
			// Have: ok := strings.HasPrefix(h, "Bearer "); if !ok { return }.
			obj := r.object(n)
			if depth < 2 && obj != nil && mayAnswer(obj.Type()) {
				for _, a := range r.assigned[obj] {
					found = found || a.rhs != nil && r.asksAbout(a.rhs, objs, texts, depth+1)
				}
			}
		}
		return !found
	})
	return found
}

// mayAnswer: what says yes or no, or whether there was an error. Where nothing is
// known of a type it may be one that does.
func mayAnswer(t types.Type) bool {
	return invalid(t) || isBool(t) || isErrorType(t)
}

func sliced(e ast.Expr) ast.Expr {
	if s, ok := ast.Unparen(e).(*ast.SliceExpr); ok {
		return s.X
	}
	return e
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// onlyEmpty: len(h) of the text, compared with 0.
func (r *reader) onlyEmpty(call *ast.CallExpr) bool {
	if lastName(call.Fun) != "len" {
		return lowers[r.nameOf(call)] || strings.HasPrefix(r.nameOf(call), "strings.Trim")
	}
	b, ok := r.parent[call].(*ast.BinaryExpr)
	if !ok || !isString(r.info.TypeOf(call.Args[0])) {
		return false
	}
	return r.least(b.Y) == 0 || r.least(b.X) == 0
}

// readTokenExits finds log.Fatal and os.Exit in handlers where a token of the
// request is no good.
func (r *reader) readTokenExits() {
	for _, call := range r.calls {
		name := r.nameOf(call)
		if name != "os.Exit" && !strings.HasPrefix(name, "log.Fatal") || r.inTest(call) {
			continue
		}
		h := r.handlerOf(r.funcOf(call))
		if h == nil {
			continue
		}
		cond := r.conditionAround(call)
		if cond == nil || !r.ofToken(cond) {
			continue
		}
		middleware, _ := r.middleware(h)
		r.facts.HeaderParses = append(r.facts.HeaderParses, &authflow.HeaderParse{
			At: r.span(call), Code: spell(call.Fun), Fault: authflow.EndsProcess, Framework: h.kind.String(), Middleware: middleware == authflow.Yes,
		})
	}
}

func (r *reader) conditionAround(n ast.Node) ast.Expr {
	for p := r.parent[n]; p != nil; p = r.parent[p] {
		switch s := p.(type) {
		case *ast.IfStmt:
			return s.Cond
		case *ast.FuncDecl, *ast.FuncLit:
			return nil
		}
	}
	return nil
}

// ofToken: the condition asks about the error of a call that took what the
// Authorization header or a cookie brought, or that verifies tokens.
func (r *reader) ofToken(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return !found
		}
		for _, a := range r.assigned[r.object(id)] {
			call, ok := a.rhs.(*ast.CallExpr)
			if !ok || r.reaches(a, r.object(id), id) == never {
				continue
			}
			g := &givenSearch{reader: r, busy: map[types.Object]bool{}, header: true}
			found = found || verifies(r.nameOf(call)) || slices.ContainsFunc(call.Args, func(e ast.Expr) bool { return g.expr(e, 0) })
		}
		return !found
	})
	return found
}

package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// readLaxChecks finds the calls of libraries of JWT that verify, and take more
// tokens than they should.
func (r *reader) readLaxChecks() {
	for _, call := range r.calls {
		path, name := r.libraryCall(call)
		if path == "" || r.inTest(call) {
			continue
		}
		c := &laxCheck{reader: r, call: call}
		switch {
		case strings.Contains(path, "golang-jwt/") || strings.Contains(path, "jwt-go"):
			if at, ok := keyAt[name]; ok && at < len(call.Args) {
				c.golangJWT(at)
			}
		case strings.HasPrefix(path, "github.com/lestrrat-go/jwx") && name == "WithKey" && len(call.Args) > 1:
			c.algorithm(call.Args[0])
		case strings.Contains(path, "jose") && name == "ParseSigned":
			c.jose()
		}
	}
}

// keyAt are the functions of golang-jwt that verify, with the position of the
// function that gives the key. Options follow it.
var keyAt = map[string]int{"Parse": 1, "ParseWithClaims": 2, "ParseFromRequest": 2, "ParseFromRequestWithClaims": 3}

// A laxCheck is a call that may be one.
type laxCheck struct {
	*reader
	call *ast.CallExpr
}

func (c *laxCheck) report(at ast.Node, takes authflow.Laxity, key ast.Expr) {
	f := &authflow.LaxCheck{At: c.span(at), Call: spell(c.call.Fun), CallAt: c.span(c.call), Takes: takes}
	if key != nil {
		f.Key = spell(key)
	}
	if !slices.ContainsFunc(c.facts.LaxChecks, func(o *authflow.LaxCheck) bool { return o.At == f.At && o.Takes == f.Takes }) {
		c.facts.LaxChecks = append(c.facts.LaxChecks, f) // once where a function gives the key to several calls
	}
}

// golangJWT reads the options of the call and of its parser, and the function
// that gives the key, at a position.
func (c *laxCheck) golangJWT(at int) {
	pinned := false
	for _, o := range c.parserOptions(at) {
		switch _, name := c.libraryCall(o); name {
		case "WithValidMethods":
			pinned = true
			if list := c.only(o); list != nil {
				c.list(list)
			}
		case "WithoutClaimsValidation":
			c.expired(o)
		case "":
			pinned = true // an option that is made elsewhere
		}
	}
	if s := c.parser(); s != nil {
		if list, known := s.field("ValidMethods"); list != nil || !known {
			pinned = true
		}
		if skip, _ := s.field("SkipClaimsValidation"); skip != nil && c.boolean(skip) == authflow.Yes {
			c.expired(skip)
		}
	}
	c.keyFunction(c.call.Args[at], pinned)
}

// parserOptions are the options of a call and those of the parser whose method it
// calls; one that is no call of the library is a call of nothing.
func (c *laxCheck) parserOptions(at int) []*ast.CallExpr {
	known := func(o *ast.CallExpr) bool { path, _ := c.libraryCall(o); return path != "" }
	calls, whole := c.options(c.call.Args[at+1:], c.call.Ellipsis.IsValid(), known)
	if sel, ok := ast.Unparen(c.call.Fun).(*ast.SelectorExpr); ok && c.importOf(firstIdent(sel.X)) == "" {
		made, ok := c.valueOf(sel.X).(*ast.CallExpr)
		if _, name := c.libraryCallOrNone(made); ok && name == "NewParser" {
			more, all := c.options(made.Args, made.Ellipsis.IsValid(), known)
			calls, whole = append(calls, more...), whole && all
		} else if s := c.parser(); s == nil {
			whole = false // a parser that comes from elsewhere
		}
	}
	if !whole {
		calls = append(calls, &ast.CallExpr{Fun: &ast.Ident{}})
	}
	return calls
}

func (c *laxCheck) libraryCallOrNone(call *ast.CallExpr) (path, name string) {
	if call == nil {
		return "", ""
	}
	return c.libraryCall(call)
}

// firstIdent is e where it is a name, else a name of nothing.
func firstIdent(e ast.Expr) *ast.Ident {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		return id
	}
	return &ast.Ident{}
}

// parser reads the literal, or new(jwt.Parser), whose method the call calls.
func (c *laxCheck) parser() *settings {
	sel, ok := ast.Unparen(c.call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	e := c.valueOf(sel.X)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = u.X
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		return c.settingsOf(e)
	case *ast.CallExpr:
		if id, ok := e.Fun.(*ast.Ident); ok && id.Name == "new" {
			return c.settingsOf(e)
		}
	}
	return nil
}

// list reads the algorithms that are taken, where one is what the token says.
func (c *laxCheck) list(e ast.Expr) {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		for _, elt := range lit.Elts {
			c.algorithm(elt)
		}
	}
}

// algorithm reads one algorithm that is taken.
func (c *laxCheck) algorithm(e ast.Expr) {
	if from := c.ofToken(e, 0); from != nil && !c.tested(from) {
		c.report(e, authflow.TakesAnyAlgorithm, nil)
	}
}

// ofToken returns the algorithm in the header of a token that an expression is
// made of: token.Header["alg"], token.Method.Alg(), sig.ProtectedHeaders().Algorithm().
func (c *laxCheck) ofToken(e ast.Expr, depth int) ast.Expr {
	if depth > maxDepth {
		return nil
	}
	switch e := c.valueOf(e).(type) {
	case *ast.IndexExpr:
		if key, ok := c.constant(e.Index); ok && key == "alg" && namesHeader(spell(e.X)) {
			return e
		}
	case *ast.SelectorExpr:
		if e.Sel.Name == "Algorithm" && namesHeader(spell(e.X)) {
			return e
		}
	case *ast.TypeAssertExpr:
		return c.ofToken(e.X, depth+1)
	case *ast.CallExpr:
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		switch {
		case ok && sel.Sel.Name == "Algorithm" && namesHeader(spell(sel.X)), ok && sel.Sel.Name == "Alg" && strings.HasSuffix(spell(sel.X), ".Method"):
			return e
		case len(e.Args) == 1:
			return c.ofToken(e.Args[0], depth+1) // a conversion
		}
	case *ast.Ident:
		if as := c.assigned[c.object(e)]; len(as) == 1 && as[0].rhs != nil && as[0].result == 0 {
			return c.ofToken(as[0].rhs, depth+1) // alg, ok := token.Header["alg"].(string)
		}
	}
	return nil
}

// tested: the function compares the algorithm with others before.
func (c *laxCheck) tested(alg ast.Expr) bool {
	fn := c.funcOf(c.call)
	if fn == nil {
		return false
	}
	names := []string{types.ExprString(alg)}
	for obj, as := range c.assigned {
		if slices.ContainsFunc(as, func(a assignment) bool { return a.rhs != nil && c.within(alg, a.rhs) && !c.within(c.call, a.rhs) }) {
			names = append(names, obj.Name())
		}
	}
	found := false
	_, block := body(fn)
	ast.Inspect(block, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			found = found || slices.Contains(names, types.ExprString(n.X)) || slices.Contains(names, types.ExprString(n.Y))
		case *ast.SwitchStmt:
			found = found || n.Tag != nil && slices.Contains(names, types.ExprString(n.Tag))
		case *ast.CallExpr:
			// Have: slices.Contains(allowed, alg).
			found = found || n != c.call && strings.Contains(lastName(n.Fun), "Contains") && slices.ContainsFunc(n.Args, func(a ast.Expr) bool { return slices.Contains(names, types.ExprString(a)) })
		}
		return !found
	})
	return found
}

// jose: since its fourth version ParseSigned wants the algorithms; before, the
// key decides.
func (c *laxCheck) jose() {
	if len(c.call.Args) > 1 {
		c.list(c.valueOf(c.call.Args[1]))
		return
	}
	token := c.assignedTo(c.call)
	if token == nil {
		return
	}
	for _, id := range c.uses[token] {
		sel, ok := c.parent[id].(*ast.SelectorExpr)
		if !ok {
			continue
		}
		if call, ok := c.parent[sel].(*ast.CallExpr); ok && (sel.Sel.Name == "Claims" || sel.Sel.Name == "Verify") && len(call.Args) > 0 && c.isPublic(call.Args[0]) {
			c.report(c.call, authflow.Unpinned, call.Args[0])
		}
	}
}

// assignedTo returns the variable that takes the first result of a call.
func (r *reader) assignedTo(call *ast.CallExpr) types.Object {
	if a, ok := r.parent[call].(*ast.AssignStmt); ok && len(a.Rhs) == 1 {
		return r.object(a.Lhs[0])
	}
	return nil
}

// expired: a token that has expired is taken by what lets requests in. Elsewhere
// it is how a token is refreshed, or the time is looked at by hand.
func (c *laxCheck) expired(at ast.Node) {
	fn := c.funcOf(c.call)
	h := c.handlerOf(fn)
	if h == nil {
		return
	}
	if middleware, _ := c.reader.middleware(h); middleware != authflow.Yes {
		return
	}
	d := c.declOf(fn)
	looks := d != nil && authflow.MayTakeExpired(d.Name.Name)
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			looks = looks || authflow.MayTakeExpired(n.Name)
		case *ast.BasicLit:
			looks = looks || n.Value == `"exp"`
		}
		return !looks
	})
	if !looks {
		c.report(at, authflow.TakesExpired, nil)
	}
}

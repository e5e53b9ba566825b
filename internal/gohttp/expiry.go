package gohttp

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// readUnits finds the seconds of a token's lifetime where milliseconds or
// nanoseconds belong, and milliseconds in the exp of a token that is signed.
func (r *reader) readUnits() {
	for _, call := range r.calls {
		if len(call.Args) != 1 || r.inTest(call) {
			continue
		}
		arg := call.Args[0]
		switch {
		case r.isDuration(call):
			if r.isLifetime(arg, 0) && !r.scaled(call) {
				at := r.between(call.End(), call.End())
				r.unit(call, arg, authflow.Lasted, &authflow.Edit{At: at, Text: " * time.Second"})
			}
		case r.nameOf(call) == "time.UnixMilli":
			if r.isMoment(arg, 0) {
				// time.UnixMilli(exp) becomes time.Unix(exp, 0).
				sel := call.Fun.(*ast.SelectorExpr).Sel
				r.unit(call, arg, authflow.Dated, &authflow.Edit{At: r.between(sel.Pos(), call.End()), Text: "Unix(" + types.ExprString(arg) + ", 0)"})
			}
		}
	}
	for _, n := range r.orders {
		for _, side := range [][2]ast.Expr{{n.X, n.Y}, {n.Y, n.X}} {
			if r.inTest(n) {
				continue
			}
			if r.isMoment(side[0], 0) && r.isClock(side[1], 0) {
				r.unit(n, side[0], authflow.Compared, nil)
			} else if exp := r.times1000(side[0]); exp != nil && r.isMoment(exp, 0) && r.isSeconds(side[1], 0) {
				r.unit(n, exp, authflow.Overscaled, nil)
			}
		}
	}
	for _, n := range r.binaries {
		for _, side := range [][2]ast.Expr{{n.X, n.Y}, {n.Y, n.X}} {
			if r.isLifetime(side[0], 0) && r.isClock(side[1], 0) && !r.inTest(n) {
				r.unit(n, side[0], authflow.Added, nil)
			}
		}
	}
	r.readIssued()
}

func (r *reader) unit(at ast.Node, seconds ast.Expr, form authflow.UnitForm, scale *authflow.Edit) {
	r.facts.Units = append(r.facts.Units, &authflow.UnitMix{At: r.span(at), Seconds: spell(r.plain(seconds)), Form: form, Scale: scale})
}

// isDuration: the conversion time.Duration(x).
func (r *reader) isDuration(call *ast.CallExpr) bool {
	tv, ok := r.info.Types[call.Fun]
	return ok && tv.IsType() && isNamed(tv.Type, "time", "Duration") && lastName(call.Fun) == "Duration"
}

// scaled reports whether a conversion stands in a product, or is kept for one.
func (r *reader) scaled(call ast.Node) bool {
	for p := r.parent[call]; p != nil; p = r.parent[p] {
		switch n := p.(type) {
		case *ast.ParenExpr, *ast.UnaryExpr:
		case *ast.BinaryExpr:
			if n.Op == token.MUL || n.Op == token.QUO {
				return true
			}
		case *ast.CallExpr:
			// Have: time.Now().Add(time.Duration(expiresIn)).
			return lastName(n.Fun) != "Add" || !strings.HasPrefix(r.nameOf(n), "(time.Time)")
		default:
			return true // a variable, a field: who scales it is not followed
		}
	}
	return true
}

// plain takes conversions and parentheses off an expression.
func (r *reader) plain(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return e
		}
		if tv, ok := r.info.Types[call.Fun]; !ok || !tv.IsType() {
			return e
		}
		e = call.Args[0]
	}
}

// isLifetime: a number of seconds by RFC 6749, expires_in, that was read from an
// answer and not scaled.
func (r *reader) isLifetime(e ast.Expr, depth int) bool {
	e = r.plain(e)
	if !r.isNumber(e) || depth > maxDepth {
		return false
	}
	switch n := e.(type) {
	case *ast.SelectorExpr:
		return r.tagged(n, "expires_in", "ExpiresIn")
	case *ast.Ident:
		return r.follow(n, depth, r.isLifetime)
	}
	return false
}

// isMoment: a number of seconds since 1970 by RFC 7519, exp, from the claims of
// a token.
func (r *reader) isMoment(e ast.Expr, depth int) bool {
	e = r.plain(e)
	if depth > maxDepth {
		return false
	}
	switch n := e.(type) {
	case *ast.SelectorExpr:
		return r.isNumber(n) && (r.tagged(n, "exp", "Exp") || r.ofStandardClaims(n))
	case *ast.TypeAssertExpr:
		ix, ok := ast.Unparen(n.X).(*ast.IndexExpr)
		if !ok {
			return false
		}
		key, _ := r.constant(ix.Index)
		return key == "exp" && isClaims(r.info.TypeOf(ix.X)) && r.isNumber(n)
	case *ast.Ident:
		return r.follow(n, depth, r.isMoment)
	}
	return false
}

// follow asks what a variable was given, where that is one thing.
func (r *reader) follow(n *ast.Ident, depth int, ask func(ast.Expr, int) bool) bool {
	obj := r.object(n)
	as := r.assigned[obj]
	return obj != nil && len(as) == 1 && as[0].rhs != nil && as[0].result <= 0 && as[0].rhs != ast.Expr(n) && ask(as[0].rhs, depth+1)
}

func (r *reader) isNumber(e ast.Expr) bool {
	t := r.info.TypeOf(e)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type() // exp, ok := claims["exp"].(float64)
	}
	if t == nil {
		return false
	}
	b, ok := types.Unalias(t).(*types.Basic) // a type of its own, such as time.Duration, has its own unit
	return ok && b.Info()&(types.IsInteger|types.IsFloat) != 0
}

// tagged reports whether a field is one of an answer or of claims, by its tag:
// the unit is that of the wire.
func (r *reader) tagged(sel *ast.SelectorExpr, tag, name string) bool {
	s := r.info.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal {
		return false
	}
	v, _ := s.Obj().(*types.Var)
	if v == nil || len(r.assignedNumbers(v)) > 0 {
		return false // the program fills it in as well, in a unit of its own
	}
	st, ok := under(s.Recv()).(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		if st.Field(i) == v {
			key, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
			return key == tag && (v.Pkg() == r.pass.Pkg || v.Name() == name)
		}
	}
	return false
}

func (r *reader) assignedNumbers(v *types.Var) []assignment { return r.assigned[v.Origin()] }

// ofStandardClaims: the ExpiresAt of golang-jwt's StandardClaims, an int64.
func (r *reader) ofStandardClaims(sel *ast.SelectorExpr) bool {
	v, ok := r.object(sel).(*types.Var)
	return ok && v.IsField() && v.Name() == "ExpiresAt" && v.Pkg() != nil && isJWTPath(unvendored(v.Pkg().Path()))
}

func isJWTPath(path string) bool {
	return strings.HasPrefix(path, "github.com/golang-jwt/jwt") || strings.HasPrefix(path, "github.com/dgrijalva/jwt-go")
}

// isClaims: jwt.MapClaims.
func isClaims(t types.Type) bool {
	n := named(t)
	return n != nil && n.Obj().Name() == "MapClaims" && n.Obj().Pkg() != nil && isJWTPath(unvendored(n.Obj().Pkg().Path()))
}

// isClock: time.Now().UnixMilli() or UnixNano(), with what is added to the time
// before.
func (r *reader) isClock(e ast.Expr, depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch n := r.plain(e).(type) {
	case *ast.CallExpr:
		switch r.nameOf(n) {
		case "(time.Time).UnixMilli", "(time.Time).UnixNano", "(time.Time).UnixMicro":
			return true
		}
	case *ast.Ident:
		return r.follow(n, depth, r.isClock)
	}
	return false
}

// times1000 returns what is multiplied by 1000; nil where nothing is.
func (r *reader) times1000(e ast.Expr) ast.Expr {
	b, ok := r.plain(e).(*ast.BinaryExpr)
	switch {
	case !ok || b.Op != token.MUL:
		return nil
	case r.is1000(b.Y):
		return b.X
	case r.is1000(b.X):
		return b.Y
	}
	return nil
}

func (r *reader) is1000(e ast.Expr) bool {
	tv := r.info.Types[e]
	return tv.Value != nil && constant.Compare(constant.ToInt(tv.Value), token.EQL, constant.MakeInt64(1000))
}

// isSeconds: time.Now().Unix(), or UnixMilli() / 1000.
func (r *reader) isSeconds(e ast.Expr, depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch n := r.plain(e).(type) {
	case *ast.CallExpr:
		return r.nameOf(n) == "(time.Time).Unix"
	case *ast.BinaryExpr:
		return n.Op == token.QUO && r.isClock(n.X, 0) && r.is1000(n.Y)
	case *ast.Ident:
		return r.follow(n, depth, r.isSeconds)
	}
	return false
}

// readIssued: milliseconds put into the exp of claims.
func (r *reader) readIssued() {
	issue := func(value ast.Expr, name string) {
		if r.isClock(value, 0) && !r.inTest(value) {
			r.facts.Units = append(r.facts.Units, &authflow.UnitMix{At: r.span(value), Seconds: name, Form: authflow.Issued})
		}
	}
	for _, lit := range r.literals {
		t := r.info.TypeOf(lit)
		n := named(t)
		standard := n != nil && n.Obj().Name() == "StandardClaims" && n.Obj().Pkg() != nil && isJWTPath(unvendored(n.Obj().Pkg().Path()))
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if id, ok := kv.Key.(*ast.Ident); ok && standard && slices.Contains([]string{"ExpiresAt", "IssuedAt", "NotBefore"}, id.Name) {
				issue(kv.Value, id.Name)
			} else if isClaims(t) {
				if key, _ := r.constant(kv.Key); isDate(key) {
					issue(kv.Value, strconv.Quote(key))
				}
			}
		}
	}
	for _, a := range r.assigns {
		for i, l := range a.Lhs {
			ix, ok := l.(*ast.IndexExpr)
			if !ok || i >= len(a.Rhs) || !isClaims(r.info.TypeOf(ix.X)) {
				continue
			}
			if key, _ := r.constant(ix.Index); isDate(key) {
				issue(a.Rhs[i], spell(l))
			}
		}
	}
}

func isDate(claim string) bool { return claim == "exp" || claim == "nbf" || claim == "iat" }

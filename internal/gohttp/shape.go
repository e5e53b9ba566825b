package gohttp

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/authlint/authlint/internal/credential"
)

const (
	maxAlternatives = credential.MaxAlternatives
	maxDepth        = 5   // functions looked into, one from inside the other
	maxSteps        = 500 // expressions looked at for one value
)

// An evaluator finds the shapes that an expression can have. It follows local
// variables in the order of the code, fields that are assigned in one place,
// and functions of the module; what it cannot follow becomes a hole.
type evaluator struct {
	x     *index
	bind  map[types.Object][]credential.Shape
	busy  map[types.Object]bool
	depth int
	steps *int
}

func (x *index) evaluator() *evaluator {
	return &evaluator{x: x, bind: map[types.Object][]credential.Shape{}, busy: map[types.Object]bool{}, steps: new(int)}
}

// shapes returns the shapes of e as it stands in its function.
func (x *index) shapes(e ast.Expr) []credential.Shape { return x.evaluator().eval(e) }

// constant returns the one string that e surely is.
func (x *index) constant(e ast.Expr) (string, bool) {
	if tv, ok := x.info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.String {
		return constant.StringVal(tv.Value), true
	}
	if s := x.shapes(e); len(s) == 1 {
		return s[0].Constant()
	}
	return "", false
}

// inside returns an evaluator for the body of a function that is called with
// args.
func (e *evaluator) inside(params []types.Object, args [][]credential.Shape) *evaluator {
	in := &evaluator{x: e.x, bind: map[types.Object][]credential.Shape{}, busy: e.busy, depth: e.depth + 1, steps: e.steps}
	for i, p := range params {
		if p != nil && i < len(args) && args[i] != nil {
			in.bind[p] = args[i]
		}
	}
	return in
}

func (e *evaluator) eval(expr ast.Expr) []credential.Shape {
	*e.steps++
	if *e.steps > maxSteps {
		return e.hole(expr, credential.Unknown)
	}
	switch n := expr.(type) {
	case *ast.ParenExpr:
		return e.eval(n.X)
	case *ast.BasicLit:
		return e.literal(n)
	case *ast.BinaryExpr:
		if n.Op == token.ADD {
			return credential.Product(e.eval(n.X), e.eval(n.Y))
		}
	case *ast.Ident:
		return e.ident(n)
	case *ast.SelectorExpr:
		return e.selector(n)
	case *ast.CallExpr:
		return e.call(n, 0)
	case *ast.IndexExpr:
		return e.element(n)
	case *ast.SliceExpr:
		if isString(e.x.info.TypeOf(n.X)) || isBytes(e.x.info.TypeOf(n.X)) {
			return cut(e.eval(n.X), n)
		}
	}
	return e.orConstant(expr, credential.Unknown)
}

// orConstant returns the constant that the compiler folds expr to, or else a
// hole.
func (e *evaluator) orConstant(expr ast.Expr, origin credential.Origin) []credential.Shape {
	if tv, ok := e.x.info.Types[expr]; ok && tv.Value != nil && tv.Value.Kind() == constant.String {
		return []credential.Shape{credential.Text(constant.StringVal(tv.Value), e.x.span(expr), false)}
	}
	return e.hole(expr, origin)
}

func (e *evaluator) hole(expr ast.Expr, origin credential.Origin) []credential.Shape {
	return e.filled(expr, credential.Hole{Origin: origin})
}

func (e *evaluator) filled(expr ast.Expr, h credential.Hole) []credential.Shape {
	if h.Name == "" {
		h.Name = spell(expr)
	}
	return []credential.Shape{credential.Of(h, e.x.span(expr))}
}

func (e *evaluator) literal(n *ast.BasicLit) []credential.Shape {
	tv, ok := e.x.info.Types[n]
	if n.Kind != token.STRING || !ok || tv.Value == nil || tv.Value.Kind() != constant.String {
		return e.orConstant(n, credential.Unknown)
	}
	text := constant.StringVal(tv.Value)
	at := e.x.between(n.Pos()+1, n.End()-1)
	if !at.Valid() || len(n.Value) < 2 || n.Value[1:len(n.Value)-1] != text || at.End-at.Start != len(text) {
		return []credential.Shape{credential.Text(text, e.x.span(n), false)}
	}
	return []credential.Shape{credential.Text(text, at, true)}
}

func (e *evaluator) ident(n *ast.Ident) []credential.Shape {
	switch obj := e.x.info.ObjectOf(n).(type) {
	case *types.Const:
		if value, ok := e.x.consts[obj]; ok && isString(obj.Type()) {
			return e.eval(value)
		}
		return e.orConstant(n, credential.Unknown)
	case *types.Var:
		return e.variable(n, obj)
	}
	return e.orConstant(n, credential.Variable)
}

// variable returns the shapes that a variable can have at n.
func (e *evaluator) variable(n *ast.Ident, obj *types.Var) []credential.Shape {
	if bound, ok := e.bind[obj]; ok && (e.busy[obj] || len(e.x.assigned[obj]) == 0) {
		return bound
	}
	if e.busy[obj] {
		return e.unfollowed(n, obj)
	}
	if e.x.addressed[obj] && isString(obj.Type()) {
		return e.unfollowed(n, obj) // filled in through its address: flag.StringVar, Scan, Unmarshal
	}
	e.busy[obj] = true
	defer delete(e.busy, obj)

	var now []credential.Shape
	if fn := e.x.definition(obj, n); e.x.isParam(obj, fn) {
		now = e.bind[obj]
		if now == nil {
			now = e.unfollowed(n, obj)
		}
	}
	saved, had := e.bind[obj]
	for _, a := range e.x.assigned[obj] {
		reach := e.x.reaches(a, obj, n)
		if reach == never {
			continue
		}
		e.bind[obj] = now
		value := e.assigned(a, n)
		if reach == surely {
			now = value
		} else {
			now = union(now, value)
		}
	}
	delete(e.bind, obj)
	if had {
		e.bind[obj] = saved
	}
	if len(now) == 0 {
		return e.unfollowed(n, obj)
	}
	return e.renamed(now, n)
}

// unfollowed is the hole of a variable whose value is not known.
func (e *evaluator) unfollowed(n ast.Expr, obj types.Object) []credential.Shape {
	h := credential.Hole{Origin: credential.Variable, MayHaveScheme: e.x.schemeTested(obj)}
	if obj != nil && e.x.isParam(obj, e.x.definition(obj, n)) {
		h.Origin = credential.Param
	}
	out := e.filled(n, h)
	if h.Origin == credential.Param {
		e.x.paramOf[out[0][0].Hole] = obj
	}
	return out
}

// assigned returns the shapes that an assignment gives.
func (e *evaluator) assigned(a assignment, n ast.Expr) []credential.Shape {
	var value []credential.Shape
	switch {
	case a.rhs == nil:
		return e.hole(n, credential.Variable)
	case a.result >= 0:
		value = e.tuple(a)
	default:
		value = e.eval(a.rhs)
	}
	if a.op == token.ADD_ASSIGN {
		return credential.Product(e.bind[e.x.object(a.at.(*ast.AssignStmt).Lhs[0])], value)
	}
	return value
}

func (e *evaluator) tuple(a assignment) []credential.Shape {
	switch rhs := ast.Unparen(a.rhs).(type) {
	case *ast.CallExpr:
		return e.call(rhs, a.result)
	case *ast.IndexExpr:
		if a.result == 0 {
			return e.element(rhs)
		}
	}
	return e.hole(a.rhs, credential.Variable)
}

// renamed gives holes that are the whole value the name of the variable that
// holds them, where that says at least as much.
func (e *evaluator) renamed(shapes []credential.Shape, n ast.Expr) []credential.Shape {
	name := spell(n)
	kind := credential.NameOf(name)
	out := make([]credential.Shape, len(shapes))
	for i, s := range shapes {
		out[i] = s
		old := s.Sole()
		if old == nil || kind == credential.NameUnknown && credential.NameOf(old.Name) != credential.NameUnknown {
			continue
		}
		h := *old
		h.Name = name
		out[i] = credential.Of(h, e.x.span(n))
		if p, ok := e.x.paramOf[old]; ok {
			e.x.paramOf[out[i][0].Hole] = p
		}
	}
	return out
}

func (e *evaluator) selector(n *ast.SelectorExpr) []credential.Shape {
	if tv, ok := e.x.info.Types[n]; ok && tv.Value != nil {
		if c, ok := e.x.info.Uses[n.Sel].(*types.Const); ok && isString(c.Type()) && e.x.consts[c] != nil {
			return e.eval(e.x.consts[c])
		}
		return e.orConstant(n, credential.Unknown)
	}
	obj, ok := e.x.info.Uses[n.Sel].(*types.Var)
	if !ok {
		return e.hole(n, credential.Variable) // a method value, or nothing that has a type
	}
	obj = obj.Origin()
	if n.Sel.Name == "AccessToken" && isNamed(e.x.info.TypeOf(n.X), "golang.org/x/oauth2", "Token") {
		return e.filled(n, credential.Hole{Origin: credential.Answer})
	}
	h := credential.Hole{Origin: credential.Variable, MayHaveScheme: e.x.schemeTested(obj)}
	if e.busy[obj] || e.x.addressed[obj] || e.depth >= maxDepth {
		return e.filled(n, h)
	}
	e.busy[obj] = true
	defer delete(e.busy, obj)
	var now []credential.Shape
	for _, a := range e.x.assigned[obj] {
		if a.op == token.ADD_ASSIGN {
			return e.filled(n, h)
		}
		now = union(now, e.inside(nil, nil).assigned(a, n))
	}
	if len(now) == 0 || len(now) > 3 || len(now) == 1 && now[0].String() == "" {
		return e.filled(n, h) // all that is seen is that it is emptied: what fills it is not
	}
	out := e.renamed(now, n)
	for i, s := range out {
		if hole := s.Sole(); hole != nil && (hole.Origin == credential.Param || hole.Origin == credential.Unknown) {
			// A field outlives the call that filled it in: who passes what is not
			// to be seen here.
			f := *hole
			f.Origin, f.Name = credential.Variable, spell(n)
			f.MayHaveScheme = f.MayHaveScheme || h.MayHaveScheme
			out[i] = credential.Of(f, e.x.span(n))
		}
	}
	return out
}

// element returns the shapes of m[k].
func (e *evaluator) element(n *ast.IndexExpr) []credential.Shape {
	// Have: h["Authorization"] or h["Authorization"][0], h an http.Header.
	base := ast.Unparen(n.X)
	if inner, ok := base.(*ast.IndexExpr); ok {
		base, n = inner.X, inner
	}
	if isNamed(e.x.info.TypeOf(base), "net/http", "Header") {
		key, _ := e.x.constant(n.Index)
		return e.filled(n, credential.Hole{Origin: credential.Header, Key: key, MayHaveScheme: true})
	}
	return e.filled(n, credential.Hole{Origin: credential.Variable})
}

// cut returns the shapes of s[i:j]. Slicing a value is how a scheme or a line
// end is taken off by hand.
func cut(shapes []credential.Shape, n *ast.SliceExpr) []credential.Shape {
	return eachHole(shapes, func(h *credential.Hole) {
		h.MayHaveScheme = h.MayHaveScheme && n.Low == nil
		h.EndsInNewline = h.EndsInNewline && n.High == nil
	})
}

// eachHole returns the shapes with every hole changed by f.
func eachHole(shapes []credential.Shape, f func(*credential.Hole)) []credential.Shape {
	out := make([]credential.Shape, len(shapes))
	for i, s := range shapes {
		out[i] = append(credential.Shape(nil), s...)
		for j, p := range out[i] {
			if p.Hole != nil {
				h := *p.Hole
				f(&h)
				out[i][j].Hole = &h
			}
		}
	}
	return out
}

// union returns the alternatives of both. The empty string is left out where
// there is another: it is the value before anything is assigned.
func union(a, b []credential.Shape) []credential.Shape {
	var out []credential.Shape
	seen := map[string]bool{}
	for _, s := range append(append([]credential.Shape(nil), a...), b...) {
		if key := s.String(); !seen[key] && len(out) < maxAlternatives {
			seen[key] = true
			out = append(out, s)
		}
	}
	if len(out) > 1 && seen[""] {
		kept := out[:0]
		for _, s := range out {
			if s.String() != "" {
				kept = append(kept, s)
			}
		}
		out = kept
	}
	return out
}

// schemeTested reports whether the package tests a variable for its scheme or
// splits one off: its value may then have one.
func (x *index) schemeTested(obj types.Object) bool {
	if obj == nil {
		return false
	}
	for _, id := range x.uses[obj] {
		var arg ast.Node = id
		if sel, ok := x.parent[arg].(*ast.SelectorExpr); ok && sel.Sel == id {
			arg = sel
		}
		for {
			p := x.parent[arg]
			call, ok := p.(*ast.CallExpr)
			if !ok {
				break
			}
			name := x.nameOf(call)
			if lowers[name] {
				arg = call
				continue
			}
			if schemeTests[name] {
				return true
			}
			break
		}
	}
	return false
}

var lowers = map[string]bool{"strings.ToLower": true, "strings.ToUpper": true, "strings.TrimSpace": true}

var schemeTests = map[string]bool{
	"strings.HasPrefix": true, "strings.Contains": true, "strings.EqualFold": true, "strings.Split": true,
	"strings.SplitN": true, "strings.Fields": true, "strings.Cut": true, "strings.CutPrefix": true, "strings.Index": true,
	"strings.IndexByte": true,
}

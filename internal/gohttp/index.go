package gohttp

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"sort"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// An index is one package, looked through once. It keeps what the questions of
// the other files would otherwise each walk the whole package for.
type index struct {
	pass *analysis.Pass
	info *types.Info

	parent map[ast.Node]ast.Node
	funcs  map[*types.Func]*ast.FuncDecl
	// functions are the declarations and literals, in the order of their places.
	functions []ast.Node
	order     []*ast.FuncDecl // in the order of their places
	decls     []*ast.FuncDecl // by position, those without a body too
	consts    map[types.Object]ast.Expr

	// assigned are the assignments to variables and struct fields.
	assigned map[types.Object][]assignment
	// addressed are the variables whose address is taken: others may assign them.
	addressed map[types.Object]bool
	uses      map[types.Object][]*ast.Ident
	// mentions counts the places that name a function, its calls included.
	mentions map[*types.Func]int

	calls    []*ast.CallExpr
	callsTo  map[*types.Func][]*ast.CallExpr
	literals []*ast.CompositeLit
	unset    []*ast.ValueSpec  // variables that are declared with no value
	binaries []*ast.BinaryExpr // sums
	// comparisons are those by == and !=, orders those by < and its kin.
	comparisons []*ast.BinaryExpr
	orders      []*ast.BinaryExpr
	loops       []*ast.ForStmt
	gotos       []*ast.BranchStmt
	assigns     []*ast.AssignStmt
	rawQueries  []*ast.AssignStmt
	indexes     []*ast.IndexExpr
	cuts        []*ast.SliceExpr

	tests    map[*token.File]bool      // what inTest has answered
	jwtPaths map[*types.Package]string // what jwtPath has answered

	// writesFiles: somewhere the package writes a file.
	writesFiles bool

	behaviours map[*types.Func]*behaviour
	names      map[*types.Func]string   // full names
	callNames  map[*ast.CallExpr]string // what nameOf has answered: every reader asks about every call
	// paramOf remembers which parameter a hole stands for.
	paramOf map[*credential.Hole]types.Object
}

// An assignment gives a value to a variable or field.
type assignment struct {
	at ast.Node // the statement, specification or literal's element
	// rhs is the value; nil where the code does not spell it (range, ++).
	rhs ast.Expr
	// result is which result of the call rhs is meant, -1 where rhs is the value.
	result int
	op     token.Token
}

// indexing makes the index of a package that matters by itself. It asks nothing
// of other packages, so that those of a chain of imports are indexed at once,
// before they are read one after the other.
var indexing = &analysis.Analyzer{
	Name: "authindex",
	Doc:  "look through a package for what the readers of its auth facts ask for",
	Run: func(pass *analysis.Pass) (_ any, err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("indexing %s: %w", pass.Pkg.Path(), PanicError(r))
			}
		}()
		if !matters(pass) {
			return (*index)(nil), nil
		}
		return newIndex(pass), nil
	},
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*index](),
}

func newIndex(pass *analysis.Pass) *index {
	size := 0
	for _, f := range pass.Files {
		size += int(f.FileEnd - f.FileStart)
	}
	x := &index{
		pass:       pass,
		info:       pass.TypesInfo,
		parent:     make(map[ast.Node]ast.Node, size/8), // a node for so many bytes, about
		funcs:      map[*types.Func]*ast.FuncDecl{},
		consts:     map[types.Object]ast.Expr{},
		assigned:   map[types.Object][]assignment{},
		addressed:  map[types.Object]bool{},
		uses:       map[types.Object][]*ast.Ident{},
		mentions:   map[*types.Func]int{},
		callsTo:    map[*types.Func][]*ast.CallExpr{},
		paramOf:    map[*credential.Hole]types.Object{},
		behaviours: map[*types.Func]*behaviour{},
		names:      map[*types.Func]string{},
		tests:      map[*token.File]bool{},
		jwtPaths:   map[*types.Package]string{},
		callNames:  map[*ast.CallExpr]string{},
	}
	for _, f := range pass.Files {
		var stack []ast.Node
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil {
				stack = stack[:len(stack)-1]
				return true
			}
			if len(stack) > 0 {
				x.parent[n] = stack[len(stack)-1]
			}
			stack = append(stack, n)
			x.note(n)
			return true
		})
	}
	slices.SortFunc(x.decls, func(a, b *ast.FuncDecl) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return x
}

func (x *index) note(n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := x.info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
			x.funcs[fn] = n
			x.order = append(x.order, n)
		}
		x.functions = append(x.functions, n)
		x.decls = append(x.decls, n)
	case *ast.FuncLit:
		x.functions = append(x.functions, n)
	case *ast.AssignStmt:
		x.assigns = append(x.assigns, n)
		x.noteAssign(n, n.Lhs, n.Rhs, n.Tok)
		if rawQuery(n) != nil {
			x.rawQueries = append(x.rawQueries, n)
		}
	case *ast.ValueSpec:
		x.noteSpec(n)
	case *ast.IncDecStmt:
		x.assign(n.X, assignment{at: n, result: -1, op: n.Tok})
	case *ast.RangeStmt:
		for _, e := range []ast.Expr{n.Key, n.Value} {
			x.assign(e, assignment{at: n, result: -1, op: n.Tok})
		}
	case *ast.CompositeLit:
		x.literals = append(x.literals, n)
		x.noteLiteral(n)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			if obj := x.object(n.X); obj != nil {
				x.addressed[obj] = true
			}
		}
	case *ast.Ident:
		switch obj := x.info.Uses[n].(type) {
		case *types.Var:
			x.uses[obj.Origin()] = append(x.uses[obj.Origin()], n)
		case *types.Func:
			x.mentions[obj.Origin()]++
		}
	case *ast.BinaryExpr:
		switch n.Op {
		case token.ADD:
			x.binaries = append(x.binaries, n)
		case token.LSS, token.LEQ, token.GTR, token.GEQ:
			x.orders = append(x.orders, n)
		case token.EQL, token.NEQ:
			x.comparisons = append(x.comparisons, n)
		}
	case *ast.IndexExpr:
		x.indexes = append(x.indexes, n)
	case *ast.SliceExpr:
		x.cuts = append(x.cuts, n)
	case *ast.ForStmt:
		x.loops = append(x.loops, n)
	case *ast.BranchStmt:
		if n.Tok == token.GOTO {
			x.gotos = append(x.gotos, n)
		}
	case *ast.CallExpr:
		x.calls = append(x.calls, n)
		if fn := x.callee(n); fn != nil {
			if fn.Pkg() == x.pass.Pkg {
				x.callsTo[fn] = append(x.callsTo[fn], n)
			}
			x.writesFiles = x.writesFiles || createsFile(fn)
		}
	}
}

// createsFile reports whether a function of the standard library writes a file.
func createsFile(fn *types.Func) bool {
	switch fn.Name() {
	case "WriteFile", "Create", "OpenFile":
		return fn.Pkg() != nil && (fn.Pkg().Path() == "os" || fn.Pkg().Path() == "io/ioutil")
	}
	return false
}

func (x *index) noteAssign(at ast.Node, lhs, rhs []ast.Expr, op token.Token) {
	for i, l := range lhs {
		switch {
		case len(lhs) == len(rhs):
			x.assign(l, assignment{at: at, rhs: rhs[i], result: -1, op: op})
		case len(rhs) == 1:
			x.assign(l, assignment{at: at, rhs: rhs[0], result: i, op: op})
		}
	}
}

func (x *index) noteSpec(n *ast.ValueSpec) {
	lhs := make([]ast.Expr, len(n.Names))
	for i, name := range n.Names {
		lhs[i] = name
		if c, ok := x.info.Defs[name].(*types.Const); ok && i < len(n.Values) {
			x.consts[c] = n.Values[i]
		}
	}
	if len(n.Values) > 0 {
		x.noteAssign(n, lhs, n.Values, token.DEFINE)
	} else if n.Type != nil {
		x.unset = append(x.unset, n)
	}
}

func (x *index) noteLiteral(n *ast.CompositeLit) {
	st, ok := under(x.info.TypeOf(n)).(*types.Struct)
	if !ok {
		return // a map, slice or array has no fields; or its type is not known
	}
	for i, elt := range n.Elts {
		a := assignment{at: elt, rhs: elt, result: -1, op: token.DEFINE}
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			a.rhs = kv.Value
			if id, ok := kv.Key.(*ast.Ident); ok {
				x.add(x.info.Uses[id], a)
			}
		} else if i < st.NumFields() {
			x.add(st.Field(i), a)
		}
	}
}

func (x *index) assign(lhs ast.Expr, a assignment) { x.add(x.object(lhs), a) }

func (x *index) add(obj types.Object, a assignment) {
	if v, ok := obj.(*types.Var); ok {
		x.assigned[v.Origin()] = append(x.assigned[v.Origin()], a)
	}
}

// object returns the variable or field that an expression names, nil for
// anything else.
func (x *index) object(e ast.Expr) types.Object {
	var obj types.Object
	switch e := e.(type) {
	case nil:
		return nil
	case *ast.Ident:
		if e.Name == "_" {
			return nil
		}
		obj = x.info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = x.info.Uses[e.Sel]
	case *ast.ParenExpr:
		return x.object(e.X)
	case *ast.StarExpr:
		return x.object(e.X)
	}
	if v, ok := obj.(*types.Var); ok {
		return v.Origin()
	}
	return nil
}

// callee returns the function or method that a call surely enters; nil for
// calls through interfaces, function values and conversions.
func (x *index) callee(call *ast.CallExpr) *types.Func {
	if fn := typeutil.StaticCallee(x.info, call); fn != nil {
		return fn.Origin()
	}
	return nil
}

// called returns the function or method that a call names, interface methods
// included.
func (x *index) called(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(x.info, call).(*types.Func)
	return fn
}

// nameOf returns the full name of what a call names, such as
// "(net/http.Header).Set" or "os.Getenv". Where the package could not be loaded
// the import alone says it: "golang.org/x/oauth2.NewClient".
func (x *index) nameOf(call *ast.CallExpr) string {
	name, ok := x.callNames[call]
	if !ok {
		name = x.findName(call)
		x.callNames[call] = name
	}
	return name
}

func (x *index) findName(call *ast.CallExpr) string {
	if fn := x.called(call); fn != nil {
		name, ok := x.names[fn]
		if !ok {
			name = fullName(fn)
			x.names[fn] = name
		}
		return name
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return "" // a local function value
	}
	if id, ok := sel.X.(*ast.Ident); ok {
		if path := x.importOf(id); path != "" {
			return path + "." + sel.Sel.Name
		}
	}
	return ""
}

// importOf returns the import path that a name stands for, empty where it is no
// package. A package that could not be loaded may not even have its name: then
// the last element of the path that is no version counts as such.
func (x *index) importOf(id *ast.Ident) string {
	if pkg, ok := x.info.Uses[id].(*types.PkgName); ok {
		return unvendored(pkg.Imported().Path())
	}
	if x.info.ObjectOf(id) != nil {
		return ""
	}
	var n ast.Node = id
	for x.parent[n] != nil {
		n = x.parent[n]
	}
	file, ok := n.(*ast.File)
	if !ok {
		return ""
	}
	for _, s := range file.Imports {
		path := strings.Trim(s.Path.Value, "`\"")
		if s.Name == nil && conventional(path) == id.Name {
			return path
		}
	}
	return ""
}

func conventional(path string) string {
	name := path[strings.LastIndexByte(path, '/')+1:]
	if rest := strings.TrimLeft(strings.TrimPrefix(name, "v"), "0123456789"); rest == "" && strings.HasPrefix(name, "v") {
		path = strings.TrimSuffix(path, "/"+name)
		name = path[strings.LastIndexByte(path, '/')+1:]
	}
	return name
}

// fullName is FullName without a vendor directory in front of the path.
func fullName(fn *types.Func) string {
	name := fn.FullName()
	if i := strings.LastIndex(name, "/vendor/"); i >= 0 {
		head := ""
		if strings.HasPrefix(name, "(*") {
			head = "(*"
		} else if strings.HasPrefix(name, "(") {
			head = "("
		}
		return head + name[i+len("/vendor/"):]
	}
	return name
}

func unvendored(path string) string {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		return path[i+len("/vendor/"):]
	}
	return path
}

// isNamed reports whether t, or what it points to, is the named type.
func isNamed(t types.Type, path, name string) bool {
	n := named(t)
	return n != nil && n.Obj().Name() == name && n.Obj().Pkg() != nil && unvendored(n.Obj().Pkg().Path()) == path
}

// named returns the named type of t or of what it points to.
func named(t types.Type) *types.Named {
	if t == nil {
		return nil
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, _ := t.(*types.Named)
	return n
}

// under returns the underlying type of t or of what it points to.
func under(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	t = t.Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	return t
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isBytes(t types.Type) bool {
	if t == nil {
		return false
	}
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// span returns the place of a node in the file as it is on disk.
func (x *index) span(n ast.Node) source.Span {
	if n == nil {
		return source.Span{}
	}
	return x.between(n.Pos(), n.End())
}

func (x *index) between(start, end token.Pos) source.Span {
	f := x.pass.Fset.File(start)
	if f == nil || !end.IsValid() || int(end) > f.Base()+f.Size() {
		return source.Span{} // a node that the parser made up where there was a syntax error
	}
	return source.Span{File: f.Name(), Start: f.Offset(start), End: f.Offset(end)}
}

// spell prints an expression as the user wrote it, on one line and not long.
func spell(e ast.Expr) string {
	s := types.ExprString(e)
	if len(s) <= 48 {
		return s
	}
	if call, ok := e.(*ast.CallExpr); ok {
		if f := types.ExprString(call.Fun); len(f) <= 44 {
			return f + "(…)"
		}
	}
	return strings.ToValidUTF8(s[:47], "") + "…"
}

// funcOf returns the innermost function that n stands in: a *ast.FuncDecl or a
// *ast.FuncLit, or nil.
func (x *index) funcOf(n ast.Node) ast.Node {
	for p := x.parent[n]; p != nil; p = x.parent[p] {
		switch p.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return p
		}
	}
	return nil
}

// declOf returns the declared function that n stands in, closures passed over.
func (x *index) declOf(n ast.Node) *ast.FuncDecl {
	if n == nil {
		return nil
	}
	after := sort.Search(len(x.decls), func(i int) bool { return x.decls[i].Pos() > n.Pos() })
	if after == 0 || n.Pos() >= x.decls[after-1].End() {
		return nil
	}
	return x.decls[after-1]
}

// within reports whether n stands in, or is, outer.
func (x *index) within(n, outer ast.Node) bool {
	return outer != nil && n != nil && outer.Pos() <= n.Pos() && n.End() <= outer.End()
}

// body returns the body and parameters of a declaration or literal.
func body(fn ast.Node) (*ast.FuncType, *ast.BlockStmt) {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Type, fn.Body
	case *ast.FuncLit:
		return fn.Type, fn.Body
	}
	return nil, nil
}

// params returns the parameters of a function in order; nil for unnamed ones.
func (x *index) params(t *ast.FuncType) []types.Object {
	var out []types.Object
	if t == nil || t.Params == nil {
		return nil
	}
	for _, f := range t.Params.List {
		if len(f.Names) == 0 {
			out = append(out, nil)
		}
		for _, n := range f.Names {
			out = append(out, x.info.Defs[n])
		}
	}
	return out
}

// isParam reports whether obj is a parameter or receiver of fn.
func (x *index) isParam(obj types.Object, fn ast.Node) bool {
	t, _ := body(fn)
	if t == nil || obj == nil {
		return false
	}
	inList := func(l *ast.FieldList) bool { return l != nil && l.Pos() <= obj.Pos() && obj.Pos() < l.End() }
	if d, ok := fn.(*ast.FuncDecl); ok && inList(d.Recv) {
		return true
	}
	return inList(t.Params)
}

// definition returns the function whose body or parameter list declares obj.
func (x *index) definition(obj types.Object, from ast.Node) ast.Node {
	for p := x.parent[from]; p != nil; p = x.parent[p] {
		switch p.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			if p.Pos() <= obj.Pos() && obj.Pos() < p.End() {
				return p
			}
		}
	}
	return nil
}

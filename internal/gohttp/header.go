package gohttp

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A write is a place in this package that sets a request header.
type write struct {
	fact *authflow.HeaderWrite
	at   ast.Node
	decl *ast.FuncDecl // the function around it; nil at package level

	name, value ast.Expr
	// header is the name where the library and not the code writes it.
	header string
	// user is the name that the library joins with value, a password, and encodes
	// for Basic (RFC 7617).
	user ast.Expr
	// sender is the library that sends the header, where it is no plain HTTP.
	sender string
	// scheme is what the library puts before the value.
	scheme credential.Shape
	// target is the request or header that is written to; nil where it is none
	// that has a name.
	target ast.Expr

	names, values []credential.Shape
	// byParam: name or value begins with a parameter of decl, so that only the
	// callers decide.
	byParam bool
}

func (r *reader) readHeaders() {
	r.passedOn = map[*ast.FuncDecl][]packedWrite{}
	for _, call := range r.calls {
		r.headerCall(call)
	}
	for _, lit := range r.literals {
		r.headerLiteral(lit)
		r.oauth2Literal(lit)
	}
	for _, a := range r.assigns {
		r.headerIndex(a)
	}
	slices.SortFunc(r.writes, func(a, b *write) int { return int(a.at.Pos() - b.at.Pos()) })
	for _, w := range r.writes {
		r.emit(w)
	}
	r.calledElsewhere()
	r.distinct()
}

// distinct drops writes that were come to on several ways: a helper that calls
// another, which sets the header in two places.
func (r *reader) distinct() {
	type key struct {
		at, via     source.Span
		name, value string
	}
	seen := map[key]bool{}
	r.facts.Headers = slices.DeleteFunc(r.facts.Headers, func(w *authflow.HeaderWrite) bool {
		k := key{w.At, w.Via, w.Name, fmt.Sprint(w.Values)}
		was := seen[k]
		seen[k] = true
		return was
	})
}

// headerCall: req.Header.Set(name, value), and the setters of other libraries.
func (r *reader) headerCall(call *ast.CallExpr) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return // every setter is a method
	}
	switch name := r.nameOf(call); {
	case name == "(net/http.Header).Set" || name == "(net/http.Header).Add":
		if len(call.Args) == 2 && !r.ofResponse(sel.X) {
			r.add(&write{at: call, name: call.Args[0], value: call.Args[1], target: sel.X})
		}
	case strings.HasPrefix(name, "(*"+fasthttp+".RequestHeader)."):
		r.fasthttpHeader(call, sel)
	case strings.Contains(name, grpcMetadata):
		r.grpcHeader(call, name)
	default:
		if f := r.fluentOf(sel.X); f != nil {
			f.headerCall(r, call, sel)
		} else {
			r.authSetter(call, sel, name)
		}
	}
}

// headerLiteral: http.Header{"Authorization": {v}}, and a map[string]string
// that is a header by its name or use.
func (r *reader) headerLiteral(lit *ast.CompositeLit) {
	t := r.info.TypeOf(lit)
	m, ok := under(t).(*types.Map)
	if !ok || !isString(m.Key()) {
		return // no map
	}
	list := false
	if s, ok := m.Elem().Underlying().(*types.Slice); ok && isString(s.Elem()) {
		list = true
	} else if !isString(m.Elem()) {
		return // neither strings nor lists of strings
	}
	sender := ""
	if r.isMetadata(lit) {
		sender = "grpc"
	} else if !isNamed(t, "net/http", "Header") && !r.servesAsHeader(lit) || r.goesToResponse(lit) {
		return
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		for _, v := range headerValues(kv.Value, list) {
			r.add(&write{at: kv, name: kv.Key, value: v, target: lit, sender: sender})
		}
	}
}

// headerIndex: h["Authorization"] = []string{v}.
func (r *reader) headerIndex(a *ast.AssignStmt) {
	if len(a.Lhs) != len(a.Rhs) {
		return
	}
	for i, l := range a.Lhs {
		ix, ok := ast.Unparen(l).(*ast.IndexExpr)
		if !ok {
			continue
		}
		t := r.info.TypeOf(ix.X)
		header := isNamed(t, "net/http", "Header")
		if !header && !(isStringMap(t) && namesHeader(spell(ix.X))) || r.ofResponse(ix.X) {
			continue
		}
		for _, v := range headerValues(a.Rhs[i], header) {
			r.add(&write{at: a, name: ix.Index, value: v, target: ix.X})
		}
	}
}

func isStringMap(t types.Type) bool {
	m, ok := under(t).(*types.Map)
	return ok && isString(m.Key()) && isString(m.Elem())
}

// headerValues returns the values that an element gives a header.
func headerValues(e ast.Expr, list bool) []ast.Expr {
	if !list {
		return []ast.Expr{e}
	}
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		return lit.Elts
	}
	return nil // a slice made elsewhere
}

func namesHeader(name string) bool { return strings.Contains(strings.ToLower(name), "header") }

// servesAsHeader reports whether a map literal is a set of headers: it is held
// by a variable, field or parameter of that name, or given to a setter.
func (r *reader) servesAsHeader(lit *ast.CompositeLit) bool {
	var n ast.Node = lit
	if u, ok := r.parent[n].(*ast.UnaryExpr); ok {
		n = u
	}
	switch p := r.parent[n].(type) {
	case *ast.AssignStmt:
		for i, rhs := range p.Rhs {
			if rhs == n && i < len(p.Lhs) {
				return namesHeader(spell(p.Lhs[i]))
			}
		}
	case *ast.ValueSpec:
		return len(p.Names) > 0 && namesHeader(p.Names[0].Name)
	case *ast.KeyValueExpr:
		return namesHeader(spell(p.Key))
	case *ast.CallExpr:
		return namesHeader(r.argumentName(p, n)) || r.declared(p)
	}
	return false
}

// argumentName returns the name of the parameter that an argument is for, or
// that of the function.
func (r *reader) argumentName(call *ast.CallExpr, arg ast.Node) string {
	fn := r.called(call)
	if fn == nil {
		return spell(call.Fun)
	}
	sig := fn.Signature()
	for i, a := range call.Args {
		if a == arg && i < sig.Params().Len() {
			return sig.Params().At(i).Name() + " " + fn.Name()
		}
	}
	return fn.Name()
}

// goesToResponse reports whether a literal is written out as an answer.
func (r *reader) goesToResponse(lit *ast.CompositeLit) bool {
	kv, ok := r.parent[lit].(*ast.KeyValueExpr)
	if !ok {
		return false
	}
	outer, ok := r.parent[kv].(*ast.CompositeLit)
	if !ok {
		return false
	}
	n := named(r.info.TypeOf(outer))
	return n != nil && strings.Contains(n.Obj().Name(), "Response")
}

// ofResponse reports whether an http.Header is that of a response.
func (r *reader) ofResponse(e ast.Expr) bool { return r.ofResponseDepth(e, 0) }

func (r *reader) ofResponseDepth(e ast.Expr, depth int) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		if n := named(r.info.TypeOf(e.X)); n != nil && e.Sel.Name == "Header" && strings.Contains(n.Obj().Name(), "Response") {
			return true // resp.Header
		}
		return e.Sel.Name == "Trailer"
	case *ast.CallExpr:
		// w.Header() of an http.ResponseWriter or anything like it.
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Header" && sel.Sel.Name != "Clone" {
			return false
		}
		t := r.info.TypeOf(sel.X)
		if sel.Sel.Name == "Clone" {
			return depth < maxDepth && r.ofResponseDepth(sel.X, depth+1)
		}
		if t == nil {
			return true // its type is not known; a method of that name is nearly always a response's
		}
		if n := named(t); n != nil && strings.Contains(n.Obj().Name(), "Response") {
			return true
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "WriteHeader")
		return obj != nil
	case *ast.Ident:
		if depth >= maxDepth {
			return false
		}
		return slices.ContainsFunc(r.assigned[r.object(e)], func(a assignment) bool {
			return a.rhs != nil && a.result < 0 && r.ofResponseDepth(a.rhs, depth+1)
		})
	}
	return false
}

func (r *reader) add(w *write) {
	w.decl = r.declOf(w.at)
	w.names, w.values = w.eval(r.evaluator())
	if w.decl != nil {
		params := r.params(w.decl.Type)
		w.byParam = r.leads(w.names, params) || r.leads(w.values, params)
	}
	r.writes = append(r.writes, w)
}

func (w *write) eval(e *evaluator) (names, values []credential.Shape) {
	if w.header != "" {
		names = []credential.Shape{credential.Text(w.header, source.Span{}, false)}
	} else {
		names = e.eval(w.name)
	}
	values = e.eval(w.value)
	if w.user != nil {
		return names, w.encoded(e, values)
	}
	if w.scheme != nil {
		values = credential.Product([]credential.Shape{w.scheme}, values)
	}
	return names, values
}

// encoded returns the values of Basic: the scheme, and a hole that stands for
// the base64 of user and password.
func (w *write) encoded(e *evaluator, passwords []credential.Shape) []credential.Shape {
	at := e.x.span(w.value)
	var out []credential.Shape
	for _, pair := range credential.Product(credential.Product(e.eval(w.user), []credential.Shape{credential.Text(":", at, false)}), passwords) {
		encoded := credential.Of(credential.Hole{Name: "auth", Encodes: pair}, at)
		out = append(out, credential.Join(credential.Text("Basic ", at, false), encoded))
	}
	return out
}

// inScope are the names in placeholders of a text, "Bearer {token}", that are
// variables where it is used.
func (r *reader) inScope(values []credential.Shape, at ast.Expr) []string {
	var out []string
	for _, v := range values {
		for _, p := range credential.Placeholders(v) {
			root, _, _ := strings.Cut(p.Name, ".")
			inner := r.pass.Pkg.Scope().Innermost(at.Pos())
			if inner == nil {
				continue
			}
			if _, obj := inner.LookupParent(root, at.Pos()); obj != nil {
				if _, ok := obj.(*types.Var); ok {
					out = append(out, p.Name)
				}
			}
		}
	}
	return out
}

// configures reports whether headers stand in the configuration of a tool, which
// fills placeholders in itself: server{Command: …, Headers: …}.
func (r *reader) configures(headers ast.Expr) bool {
	kv, ok := r.parent[headers].(*ast.KeyValueExpr)
	if !ok {
		return false
	}
	lit, ok := r.parent[kv].(*ast.CompositeLit)
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return field(lit, name) != nil })
	}
	return ok && (has("Command", "Args") || has("Type") && has("URL", "Url"))
}

// leads reports whether one of the shapes begins with one of the parameters.
func (r *reader) leads(shapes []credential.Shape, params []types.Object) bool {
	return slices.ContainsFunc(shapes, func(s credential.Shape) bool {
		return len(s) > 0 && s[0].Hole != nil && r.paramOf[s[0].Hole] != nil && slices.Contains(params, r.paramOf[s[0].Hole])
	})
}

// emit hands out the write, or, where its callers decide, one at each call.
func (r *reader) emit(w *write) {
	name, constant := "", false
	if len(w.names) == 1 {
		name, constant = w.names[0].Constant()
	}
	w.fact = &authflow.HeaderWrite{
		At:      r.span(w.at),
		Name:    name,
		Values:  w.values,
		ValueAt: r.span(w.value),
		Call:    r.span(r.statement(w.at)),
		Sender:  w.sender,
	}
	w.fact.NameAt = r.nameAt(w)
	w.fact.Accompanied = constant && r.accompanied(w, name)
	w.fact.Client, w.fact.Origin = r.goesTo(w.target)
	w.fact.PutScheme = r.putScheme(w.value)
	r.mendValue(w.fact, w.value)
	w.fact.InScope = r.inScope(w.values, w.value)
	if r.configures(w.target) {
		w.fact.Configures, w.fact.Call = true, source.Span{}
	}
	if !w.byParam {
		if constant {
			r.facts.Headers = append(r.facts.Headers, w.fact)
		}
		return
	}
	fn, _ := r.info.Defs[w.decl.Name].(*types.Func)
	if r.atCalls(w, fn, nil) {
		return
	}
	if constant {
		w.fact.CallersUnseen = fn.Exported()
		r.facts.Headers = append(r.facts.Headers, w.fact)
	}
}

// atCalls judges a write at the calls of the function around it, and reports
// whether all of them were seen. chain are the calls below, innermost last.
func (r *reader) atCalls(w *write, fn *types.Func, chain []*ast.CallExpr) bool {
	var calls []*ast.CallExpr
	for _, c := range r.callsTo[fn] {
		if !r.inTest(c) && !slices.Contains(chain, c) {
			calls = append(calls, c)
		}
	}
	if len(calls) == 0 || r.mentions[fn] > len(r.callsTo[fn]) || len(chain) >= 3 {
		return false // nobody calls it here, or it is passed on as a value
	}
	for _, c := range calls {
		r.atCall(w, append([]*ast.CallExpr{c}, chain...))
	}
	return true
}

// atCall judges a write with the arguments of the outermost call of a chain.
func (r *reader) atCall(w *write, chain []*ast.CallExpr) {
	e := r.evaluator()
	for _, c := range chain {
		d := r.funcs[r.callee(c)]
		e = e.inside(r.params(d.Type), e.args(c, d.Type))
	}
	names, values := w.eval(e)
	outer := chain[0]
	if d := r.declOf(outer); d != nil {
		params := r.params(d.Type)
		if fn, _ := r.info.Defs[d.Name].(*types.Func); (r.leads(names, params) || r.leads(values, params)) && r.atCalls(w, fn, chain) {
			return
		}
	}
	r.call(outer, names, values, w.fact)
}

// call hands out a write that a helper makes for its caller.
func (r *reader) call(call *ast.CallExpr, names, values []credential.Shape, inner *authflow.HeaderWrite) {
	if len(names) != 1 {
		return // which header is not known
	}
	name, ok := names[0].Constant()
	if !ok {
		return
	}
	f := &authflow.HeaderWrite{At: r.span(call), Name: name, Values: values, ValueAt: r.span(call), Call: r.span(r.statement(call)), Via: inner.At, Sender: inner.Sender}
	f.Client, f.Origin = inner.Client, inner.Origin
	f.NameAt, f.Accompanied = inner.NameAt, inner.Accompanied
	if !f.NameAt.Valid() {
		f.NameAt = r.nameArgument(call, name)
	}
	if d := r.declOf(call); d != nil {
		fn, _ := r.info.Defs[d.Name].(*types.Func)
		if params := r.params(d.Type); fn != nil && fn.Exported() && r.leads(values, params) {
			f.CallersUnseen = true
			r.passedOn[d] = append(r.passedOn[d], packedWrite{Name: packOne(r.pack(names, params)), Values: r.pack(values, params), At: f.At})
		}
	}
	if arg := argumentAt(r, call, values); arg != nil {
		f.ValueAt = r.span(arg)
		f.PutScheme = r.putScheme(arg)
		r.mendValue(f, arg)
	}
	r.facts.Headers = append(r.facts.Headers, f)
}

// argumentAt returns the argument that wrote the beginning of a value.
func argumentAt(r *reader, call *ast.CallExpr, values []credential.Shape) ast.Expr {
	for _, v := range values {
		if len(v) == 0 {
			continue
		}
		for _, a := range call.Args {
			if r.span(a).Contains(v[0].At) {
				return a
			}
		}
	}
	// The value was followed to its beginning elsewhere: an argument that is a
	// variable then stands for it.
	for _, a := range call.Args {
		if !isString(r.info.TypeOf(a)) {
			continue
		}
		got := r.shapes(a)
		if len(got) > 0 && len(values) > 0 && got[0].String() == values[0].String() {
			return a
		}
	}
	return nil
}

// calledElsewhere judges the calls of helpers in other packages.
func (r *reader) calledElsewhere() {
	for _, c := range r.calls {
		b := r.behaviour(r.callee(c))
		if b == nil {
			continue
		}
		for _, w := range b.Writes {
			args := r.evaluator().args(c, nil)
			names := r.unpack([]packed{w.Name}, args, c)
			values := r.unpack(w.Values, args, c)
			r.call(c, names, values, &authflow.HeaderWrite{At: w.At})
		}
	}
}

// putScheme returns the edit that puts "Bearer " before a string expression.
func (r *reader) putScheme(e ast.Expr) []authflow.Edit {
	at := r.span(e)
	if !at.Valid() || !isString(r.info.TypeOf(e)) {
		return nil
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		if start := r.between(e.Pos()+1, e.End()-1); start.Valid() {
			return []authflow.Edit{{At: source.Span{File: start.File, Start: start.Start, End: start.Start}, Text: "Bearer "}}
		}
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.IndexExpr, *ast.SliceExpr:
		plus := " + "
		if call, ok := r.parent[e].(*ast.CallExpr); ok && len(call.Args) > 1 {
			plus = "+" // as gofmt writes it
		}
		if n := named(r.info.TypeOf(e)); n != nil {
			return []authflow.Edit{
				{At: source.Span{File: at.File, Start: at.Start, End: at.Start}, Text: `"Bearer "` + plus + `string(`},
				{At: source.Span{File: at.File, Start: at.End, End: at.End}, Text: ")"},
			}
		}
		return []authflow.Edit{{At: source.Span{File: at.File, Start: at.Start, End: at.Start}, Text: `"Bearer "` + plus}}
	}
	return nil
}

// statement returns the statement that n stands in.
func (x *index) statement(n ast.Node) ast.Node {
	for p := n; p != nil; p = x.parent[p] {
		if s, ok := p.(ast.Stmt); ok {
			return s
		}
	}
	return n
}

package gohttp

import "go/ast"

// options are the calls of a library that make the options of a call, those in a
// list that it is given included; whole where there are no others.
func (r *reader) options(args []ast.Expr, spread bool, known func(*ast.CallExpr) bool) (calls []*ast.CallExpr, whole bool) {
	o := optionList{reader: r, known: known, whole: true}
	o.add(args, spread, 0)
	return o.calls, o.whole
}

// An optionList gathers options.
type optionList struct {
	*reader
	known func(*ast.CallExpr) bool
	calls []*ast.CallExpr
	whole bool
}

// add takes options, of which the last may be a list of them.
func (o *optionList) add(es []ast.Expr, spread bool, depth int) {
	for i, e := range es {
		if spread && i == len(es)-1 {
			o.list(ast.Unparen(e), depth)
		} else if call, ok := o.valueOf(e).(*ast.CallExpr); ok && o.known(call) {
			o.calls = append(o.calls, call)
		} else {
			o.whole = false // made elsewhere
		}
	}
}

// list takes a list: a literal, append, or a variable with all that is assigned
// to it.
func (o *optionList) list(e ast.Expr, depth int) {
	switch e := e.(type) {
	case *ast.CompositeLit:
		o.add(e.Elts, false, depth)
		return
	case *ast.CallExpr:
		if id, ok := e.Fun.(*ast.Ident); ok && id.Name == "append" && len(e.Args) > 0 && depth < maxDepth {
			o.list(ast.Unparen(e.Args[0]), depth+1)
			o.add(e.Args[1:], e.Ellipsis.IsValid(), depth)
			return
		}
	case *ast.Ident:
		obj := o.object(e)
		if obj == nil || depth >= maxDepth || o.isParam(obj, o.definition(obj, e)) || o.addressed[obj] {
			break
		}
		for _, a := range o.assigned[obj] {
			if call, ok := a.rhs.(*ast.CallExpr); ok && len(call.Args) > 0 && o.object(call.Args[0]) == obj {
				o.add(call.Args[1:], call.Ellipsis.IsValid(), depth+1) // opts = append(opts, …)
			} else if a.rhs != nil && a.result < 0 {
				o.list(ast.Unparen(a.rhs), depth+1)
			} else {
				o.whole = false
			}
		}
		return
	}
	o.whole = false
}

package gohttp

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// settings are a configuration struct as it is when it is used: what its literal
// or the function that makes it says, and what is assigned to its fields
// afterwards. It works where the type of the struct is not known.
type settings struct {
	at     ast.Node // the literal, the call or the variable's declaration
	maker  string   // the function that made it; empty for a literal
	fields map[string]ast.Expr
	// unsure are the fields that are assigned on some ways only, or more than once.
	unsure map[string]bool
	// calls are the methods called on it.
	calls []*ast.CallExpr
	// opaque: other code can change it.
	opaque bool
}

// field returns what a field is set to; nil where it is not set. It is not known
// where other code may set it.
func (s *settings) field(name string) (e ast.Expr, known bool) {
	e = s.fields[name]
	return e, !s.unsure[name] && (e != nil || !s.opaque)
}

// literalType returns the import path and name of a composite literal's type,
// by its spelling where the package could not be loaded; empty for types of this
// package.
func (x *index) literalType(lit *ast.CompositeLit) (path, name string) {
	t := lit.Type
	if t == nil {
		if n := named(x.info.TypeOf(lit)); n != nil && n.Obj().Pkg() != nil {
			return unvendored(n.Obj().Pkg().Path()), n.Obj().Name() // an element of a typed list
		}
		return "", ""
	}
	return x.typeNamed(t)
}

// typeNamed returns the import path and name of a type that is spelled with its
// package.
func (x *index) typeNamed(t ast.Expr) (path, name string) {
	sel, ok := t.(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	id, ok := sel.X.(*ast.Ident)
	if !ok {
		return "", ""
	}
	return x.importOf(id), sel.Sel.Name
}

// settingsOf reads the struct that made makes, a literal or a call, with what is
// done to the variable that holds it.
func (r *reader) settingsOf(made ast.Expr) *settings {
	s := &settings{at: made, fields: map[string]ast.Expr{}, unsure: map[string]bool{}}
	switch e := made.(type) {
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					s.fields[id.Name] = kv.Value
				}
			} else {
				s.opaque = true // by position
			}
		}
	case *ast.CallExpr:
		s.maker = r.nameOf(e)
	}
	if obj := r.heldBy(made); obj != nil {
		r.fieldWrites(s, obj)
	}
	return s
}

// heldBy returns the variable that a literal or call is assigned to.
func (r *reader) heldBy(made ast.Expr) types.Object {
	var n ast.Node = made
	if u, ok := r.parent[n].(*ast.UnaryExpr); ok && u.Op == token.AND {
		n = u
	}
	switch p := r.parent[n].(type) {
	case *ast.AssignStmt:
		for i, rhs := range p.Rhs {
			if rhs == n && i < len(p.Lhs) && len(p.Lhs) == len(p.Rhs) {
				return r.object(p.Lhs[i])
			}
		}
	case *ast.ValueSpec:
		if p.Type == n && len(p.Values) == 0 {
			return r.info.Defs[p.Names[0]] // var v T
		}
		for i, v := range p.Values {
			if v == n && i < len(p.Names) {
				return r.info.Defs[p.Names[i]]
			}
		}
	}
	return nil
}

// fieldWrites adds what is assigned to the fields of the variable.
func (r *reader) fieldWrites(s *settings, obj types.Object) {
	if len(r.assigned[obj]) > 1 || r.addressed[obj] {
		s.opaque = true
	}
	home := r.blockOf(s.at)
	for _, id := range r.uses[obj] {
		sel, ok := r.parent[id].(*ast.SelectorExpr)
		if !ok || sel.X != ast.Expr(id) {
			continue
		}
		switch p := r.parent[sel].(type) {
		case *ast.AssignStmt:
			for i, l := range p.Lhs {
				if l != ast.Expr(sel) {
					continue
				}
				if len(p.Lhs) != len(p.Rhs) || p.Tok != token.ASSIGN || r.blockOf(p) != home {
					s.unsure[sel.Sel.Name] = true // on a branch, in another function, or by a call of several results
					continue
				}
				s.fields[sel.Sel.Name] = p.Rhs[i]
			}
		case *ast.CallExpr:
			if p.Fun == ast.Expr(sel) {
				s.calls = append(s.calls, p)
			}
		case *ast.UnaryExpr:
			s.unsure[sel.Sel.Name] = true // &c.Field: filled in elsewhere
		}
	}
}

// blockOf returns the block that a node stands in directly.
func (x *index) blockOf(n ast.Node) ast.Node {
	for p := x.parent[n]; p != nil; p = x.parent[p] {
		switch p.(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause, *ast.File:
			return p
		}
	}
	return nil
}

// truth returns what a boolean setting is; No where it is not set, since that is
// the zero value.
func (r *reader) truth(s *settings, name string) authflow.Truth {
	e, known := s.field(name)
	switch {
	case !known:
		return authflow.Unknown
	case e == nil:
		return authflow.No
	}
	return r.boolean(e)
}

// boolean returns the value of a constant expression.
func (x *index) boolean(e ast.Expr) authflow.Truth {
	if tv, ok := x.info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.Bool {
		return authflow.TruthOf(constant.BoolVal(tv.Value))
	}
	return authflow.Unknown
}

// A list is what is known of a list of strings.
type list struct {
	items []string
	whole bool // nothing else is on it
	at    ast.Expr
}

func (l list) has(s string) bool { return slices.Contains(l.items, s) }

// stringList reads a list: a literal, a variable that holds one, append, or a text
// with commas.
func (r *reader) stringList(e ast.Expr) list {
	l := r.listDepth(e, 0)
	l.at = e
	return l
}

func (r *reader) listDepth(e ast.Expr, depth int) list {
	if depth > maxDepth {
		return list{}
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		out := list{whole: true}
		for _, elt := range e.Elts {
			s, ok := r.constant(elt)
			if !ok {
				out.whole = false
				continue
			}
			out.items = append(out.items, s)
		}
		return out
	case *ast.Ident:
		if e.Name == "nil" {
			return list{whole: true}
		}
		obj := r.object(e)
		if as := r.assigned[obj]; len(as) == 1 && as[0].rhs != nil && as[0].result < 0 && !r.addressed[obj] {
			return r.listDepth(as[0].rhs, depth+1)
		}
	case *ast.CallExpr:
		return r.listCall(e, depth)
	}
	return list{}
}

// listCall: append(list, …) and strings.Split(text, ",").
func (r *reader) listCall(call *ast.CallExpr, depth int) list {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "append" && len(call.Args) > 0 && !call.Ellipsis.IsValid() {
		out := r.listDepth(call.Args[0], depth+1)
		for _, a := range call.Args[1:] {
			if s, ok := r.constant(a); ok {
				out.items = append(slices.Clone(out.items), s)
			} else {
				out.whole = false
			}
		}
		return out
	}
	if r.nameOf(call) == "strings.Split" && len(call.Args) == 2 {
		text, ok := r.constant(call.Args[0])
		sep, ok2 := r.constant(call.Args[1])
		if ok && ok2 {
			return list{items: strings.Split(text, sep), whole: true}
		}
	}
	return list{}
}

// commas reads a text that holds a list with commas in it.
func (r *reader) commas(e ast.Expr) list {
	text, ok := r.constant(e)
	if !ok {
		return list{at: e}
	}
	out := list{whole: true, at: e}
	for _, s := range strings.Split(text, ",") {
		if s = strings.TrimSpace(s); s != "" {
			out.items = append(out.items, s)
		}
	}
	return out
}

// always reports whether a function returns true whatever it is asked.
func (r *reader) always(e ast.Expr) bool {
	var fn ast.Node
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		fn = e
	case *ast.Ident, *ast.SelectorExpr:
		if f, ok := r.info.Uses[lastIdent(e)].(*types.Func); ok {
			if d := r.funcs[f.Origin()]; d != nil {
				fn = d
			}
		}
	}
	_, block := body(fn)
	return r.returnsTrue(block) // nil where it is of another package, or in a variable
}

// returnsTrue reports whether a function's body returns true on every way.
func (r *reader) returnsTrue(block *ast.BlockStmt) bool {
	if block == nil {
		return false
	}
	all, some := true, false
	ast.Inspect(block, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			some = true
			all = all && len(n.Results) > 0 && r.boolean(n.Results[0]) == authflow.Yes
		}
		return true
	})
	return all && some
}

func lastIdent(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

// forDevelopment reports whether code stands on a branch, in a function or in a
// file that is for developers' machines.
func (x *index) forDevelopment(n ast.Node) bool {
	for p, child := x.parent[n], n; p != nil; p, child = x.parent[p], p {
		switch p := p.(type) {
		case *ast.IfStmt:
			if child != ast.Node(p.Cond) && credential.SpeaksOfDevelopment(types.ExprString(p.Cond)) {
				return true
			}
		case *ast.CaseClause:
			for _, e := range p.List {
				if credential.SpeaksOfDevelopment(types.ExprString(e)) {
					return true
				}
			}
		case *ast.FuncDecl:
			return credential.NamesDevelopment(p.Name.Name) || credential.NamesDevelopment(fileStem(x.filename(n.Pos())))
		}
	}
	return false
}

func fileStem(path string) string {
	path = path[strings.LastIndexAny(path, `/\`)+1:]
	stem, _, _ := strings.Cut(path, ".")
	return stem
}

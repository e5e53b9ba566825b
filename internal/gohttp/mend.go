package gohttp

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// How a header's value is mended where it is wrong. Each edit is made only where
// the mistake is one that it mends.

// mend completes a header's fact. val is the expression that w.ValueAt is.
func (r *reader) mendValue(w *authflow.HeaderWrite, val ast.Expr) {
	w.TakeScheme = r.takeScheme(val)
	for _, s := range w.Values {
		if _, wrong := credential.PlainBasic(s); wrong {
			w.Encode = r.encode(val)
		}
		if _, wrong := (credential.Schemes{credential.SchemeOf(s)}).Unformatted(s); wrong { // whether it is a scheme is for rules to say
			w.Fill = r.fill(val)
		}
	}
}

// schemeOf returns the length of the scheme and the blank that begin a literal
// as it is written, 0 where there is none.
func schemeOf(lit *ast.BasicLit) token.Pos {
	scheme, _, ok := strings.Cut(lit.Value[1:], " ")
	if !ok || !credential.IsScheme(scheme) {
		return 0
	}
	return token.Pos(len(scheme) + 1)
}

// isScheme reports whether an operand is a scheme with its blank and no more: a
// literal, or a constant of that value.
func (r *reader) isScheme(e ast.Expr) bool {
	tv := r.info.Types[e]
	if tv.Value == nil || tv.Value.Kind() != constant.String {
		return false
	}
	scheme, rest, ok := strings.Cut(constant.StringVal(tv.Value), " ")
	return ok && rest == "" && credential.IsScheme(scheme)
}

// takeScheme takes the scheme away that "Bearer " + token or fmt.Sprintf("Bearer
// %s", token) puts before a value.
func (r *reader) takeScheme(val ast.Expr) []authflow.Edit {
	if format, args := r.sprintf(val); format != nil && len(args) == 1 {
		if n := schemeOf(format); n > 0 {
			return r.replacing(format.Pos()+1, format.Pos()+1+n, "")
		}
		return nil
	}
	if parts := operands(val, nil); len(parts) > 1 && r.isScheme(parts[0]) {
		return r.replacing(parts[0].Pos(), parts[1].Pos(), "")
	}
	return nil
}

// encode puts user and password through base64.
func (r *reader) encode(val ast.Expr) []authflow.Edit {
	const before, after = "base64.StdEncoding.EncodeToString([]byte(", "))"
	var edits []authflow.Edit
	if format, args := r.sprintf(val); format != nil {
		if len(args) != 2 || format.Value != `"Basic %s:%s"` || !isString(r.info.TypeOf(args[0])) || !isString(r.info.TypeOf(args[1])) {
			return nil
		}
		colon := format.End() - token.Pos(len(`:%s"`))
		edits = append(edits, r.replacing(colon, colon+token.Pos(len(":%s")), "")...)
		edits = append(edits, r.replacing(args[0].Pos(), args[0].Pos(), before)...)
		edits = append(edits, r.replacing(args[0].End(), args[1].Pos(), `+":"+`)...)
		edits = append(edits, r.replacing(args[1].End(), args[1].End(), after)...)
	} else if parts := operands(val, nil); len(parts) > 2 && r.isScheme(parts[0]) {
		edits = append(edits, r.replacing(parts[1].Pos(), parts[1].Pos(), before)...)
		edits = append(edits, r.replacing(val.End(), val.End(), after)...)
	}
	if len(edits) == 0 {
		return nil
	}
	imports := r.importing(val, "encoding/base64", "base64")
	if imports == nil {
		return nil
	}
	return append(imports, edits...)
}

// fill gives a format its token, where one variable alone can be meant.
func (r *reader) fill(val ast.Expr) []authflow.Edit {
	name := r.tokenInScope(val)
	if name == "" {
		return nil
	}
	if lit, ok := ast.Unparen(val).(*ast.BasicLit); ok {
		if i := strings.LastIndexByte(lit.Value, '%'); i > 0 && i == len(lit.Value)-len(`%s"`) {
			end := lit.End()
			return r.replacing(end-3, end, lit.Value[len(lit.Value)-1:]+"+"+name)
		}
		return nil
	}
	imports := r.importing(val, "fmt", "fmt")
	if imports == nil {
		return nil
	}
	edits := append(imports, r.replacing(val.Pos(), val.Pos(), "fmt.Sprintf(")...)
	return append(edits, r.replacing(val.End(), val.End(), ", "+name+")")...)
}

// tokenInScope returns the one string variable of the function around a place
// that is named for a credential, empty where there is none or more than one.
func (r *reader) tokenInScope(at ast.Expr) string {
	found := ""
	d := r.declOf(at)
	if d == nil {
		return ""
	}
	for sc := r.pass.Pkg.Scope().Innermost(at.Pos()); sc != nil && sc != r.pass.Pkg.Scope(); sc = sc.Parent() {
		for _, name := range sc.Names() {
			v, ok := sc.Lookup(name).(*types.Var)
			if !ok || !isString(v.Type()) || !credential.IsCredentialName(name) || v.Pos() >= at.Pos() {
				continue
			}
			if found != "" {
				return ""
			}
			found = name
		}
	}
	return found
}

// sprintf returns the format and the arguments of a call of fmt.Sprintf whose
// format is written out.
func (r *reader) sprintf(e ast.Expr) (format *ast.BasicLit, args []ast.Expr) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 || call.Ellipsis.IsValid() || r.nameOf(call) != "fmt.Sprintf" {
		return nil, nil
	}
	format, ok = call.Args[0].(*ast.BasicLit)
	if !ok || format.Kind != token.STRING || len(format.Value) < 2 {
		return nil, nil
	}
	return format, call.Args[1:]
}

// replacing is the edit that puts a text in the place of another; none where the
// code is not as it was written.
func (r *reader) replacing(from, to token.Pos, text string) []authflow.Edit {
	at := r.between(from, to)
	if at == (source.Span{}) {
		return nil
	}
	return []authflow.Edit{{At: at, Text: text}}
}

// addJar gives a client a cookie jar, where the statement that makes it tells
// where.
func (r *reader) addJar(made ast.Node) []authflow.Edit {
	if made == nil {
		return nil
	}
	stmt := r.statement(made)
	if _, in := r.parent[stmt].(*ast.BlockStmt); !in {
		return nil // an initialisation in an if, a case, no statement at all
	}
	lit, ok := made.(*ast.CompositeLit)
	imports := r.importing(made, "net/http/cookiejar", "cookiejar")
	indent := strings.Repeat("\t", max(0, r.pass.Fset.Position(stmt.Pos()).Column-1))
	if imports == nil {
		return nil
	}
	if name := holder(stmt, made); name != "" {
		return append(imports, r.replacing(stmt.End(), stmt.End(), "\n"+indent+name+".Jar, _ = cookiejar.New(nil)")...)
	}
	name := r.freeName(made, "jar")
	if !ok || name == "" {
		return nil
	}
	edits := append(imports, r.replacing(stmt.Pos(), stmt.Pos(), name+", _ := cookiejar.New(nil)\n"+indent)...)
	text := "Jar: " + name
	if len(lit.Elts) > 0 {
		text += ", "
	}
	return append(edits, r.replacing(lit.Lbrace+1, lit.Lbrace+1, text)...)
}

// freeName returns a name that nothing in the function around n is called by, and
// no other edit of it uses: jar, jar2 and so on. It is empty outside of functions.
func (r *reader) freeName(n ast.Node, name string) string {
	d := r.declOf(n)
	if d == nil {
		return ""
	}
	used := r.newNames[d]
	if used == nil {
		used = map[string]bool{}
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				used[id.Name] = true
			}
			return true
		})
		r.newNames[d] = used
	}
	free := name
	for i := 2; used[free]; i++ {
		free = name + strconv.Itoa(i)
	}
	used[free] = true
	return free
}

// holder returns the variable that a statement makes of a client: c := &http.Client{},
// var c http.Client.
func holder(stmt ast.Node, made ast.Node) string {
	switch s := stmt.(type) {
	case *ast.AssignStmt:
		if len(s.Lhs) != 1 || len(s.Rhs) != 1 {
			return ""
		}
		rhs := ast.Unparen(s.Rhs[0])
		if u, ok := rhs.(*ast.UnaryExpr); ok && u.Op == token.AND {
			rhs = u.X
		}
		if id, ok := s.Lhs[0].(*ast.Ident); ok && ast.Unparen(rhs) == made {
			return id.Name
		}
	case *ast.DeclStmt:
		g := s.Decl.(*ast.GenDecl)
		if len(g.Specs) != 1 || g.Lparen.IsValid() {
			return ""
		}
		if spec, ok := g.Specs[0].(*ast.ValueSpec); ok && len(spec.Names) == 1 {
			return spec.Names[0].Name
		}
	}
	return ""
}

// sendBelow has a RoundTripper send a request again through the transport that it
// sent it through at first, which does not come back to it.
func (r *reader) sendBelow(d *ast.FuncDecl, again *ast.CallExpr) []authflow.Edit {
	if d.Name.Name != "RoundTrip" || d.Recv == nil || len(again.Args) != 1 || !isNamed(r.info.TypeOf(again.Args[0]), "net/http", "Request") {
		return nil
	}
	own := ""
	if names := d.Recv.List[0].Names; len(names) == 1 {
		own = names[0].Name
	}
	for _, call := range r.calls {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || call == again || sel.Sel.Name != "RoundTrip" || !r.within(call, d) || call.Pos() > again.Pos() || types.ExprString(sel.X) == own {
			continue
		}
		switch ast.Unparen(sel.X).(type) {
		case *ast.SelectorExpr, *ast.Ident:
			return r.replacing(again.Fun.Pos(), again.Fun.End(), types.ExprString(sel))
		}
	}
	return nil
}

// declaration returns the identifier that declares a variable of the function
// around a use of it.
func (r *reader) declaration(obj types.Object, use ast.Expr) (found ast.Node) {
	d := r.declOf(use)
	if d == nil {
		return nil
	}
	ast.Inspect(d, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && r.info.Defs[id] == obj {
			found = id
		}
		return found == nil
	})
	return found
}

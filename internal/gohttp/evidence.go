package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// readEvidence collects what the package shows of the project: what its server
// demands, sets and allows, and whether its clients live on tokens.
func (r *reader) readEvidence() {
	e := &r.facts.Evidence
	for _, call := range r.calls {
		if r.inTest(call) {
			continue // what a test sends or accepts says nothing of the project
		}
		switch name := r.readsHeader(call); {
		case strings.EqualFold(name, "Authorization"):
			e.ServerReads = append(e.ServerReads, authflow.ServerRead{At: r.span(call), Scheme: r.schemeUse(call, 0)})
		case credential.KindOfHeader(name) != credential.OtherHeader:
			e.NamesRead = append(e.NamesRead, authflow.NameRead{At: r.span(call), Name: name})
		}
		switch name := r.nameOf(call); {
		case name == "net/http.SetCookie" && len(call.Args) == 2:
			if r.sessionCookie(call.Args[1]) {
				e.SessionCookies = append(e.SessionCookies, r.span(call))
			}
		case strings.HasSuffix(name, ".SetCookie") && len(call.Args) > 0 || r.untyped(call, "SetCookie"):
			if key, ok := r.constant(call.Args[0]); ok && credential.IsSessionCookie(key) {
				e.SessionCookies = append(e.SessionCookies, r.span(call))
			}
		}
		if r.allowsCredentials(call) {
			e.CredentialedCORS = append(e.CredentialedCORS, r.span(call))
		}
		if r.nameOf(call) == "fmt.Sprintf" && len(call.Args) >= 3 && r.joinsScheme(call.Args[1:]) {
			if f, ok := r.constant(call.Args[0]); ok && strings.HasPrefix(f, "%") && strings.Contains(f, " %") {
				e.SchemeJoins = append(e.SchemeJoins, r.span(call))
			}
		}
	}
	for _, b := range r.binaries {
		if _, inner := r.parent[b].(*ast.BinaryExpr); !inner && !r.inTest(b) {
			if ops := operands(b, nil); len(ops) >= 3 && r.joinsScheme(append(ops[:1:1], ops[2:]...)) && r.isBlank(ops[1]) {
				e.SchemeJoins = append(e.SchemeJoins, r.span(b))
			}
		}
	}
	for _, lit := range r.literals {
		r.keepsScheme(lit)
		if v := field(lit, "AllowCredentials"); v != nil && spell(v) == "true" && !r.inTest(lit) {
			e.CredentialedCORS = append(e.CredentialedCORS, r.span(v))
		}
	}
	for _, a := range r.assigns {
		for i, l := range a.Lhs {
			if sel, ok := l.(*ast.SelectorExpr); ok && sel.Sel.Name == "AllowCredentials" && i < len(a.Rhs) && spell(a.Rhs[i]) == "true" && !r.inTest(a) {
				e.CredentialedCORS = append(e.CredentialedCORS, r.span(a))
			}
		}
	}
	for _, w := range r.facts.Headers {
		if strings.EqualFold(w.Name, "Authorization") && !strings.HasSuffix(w.At.File, "_test.go") && r.sendsToken(w) {
			e.TokenReads = append(e.TokenReads, w.At)
		}
	}
}

// keepsScheme notes a token that a literal keeps or answers with together with
// its scheme, gin.H{"token": "Bearer " + t}: whoever sends that later sends it as
// it is.
func (r *reader) keepsScheme(lit *ast.CompositeLit) {
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok || !isString(r.info.TypeOf(kv.Value)) {
			continue
		}
		name := lastName(kv.Key)
		if key, ok := r.constant(kv.Key); ok {
			name = key
		}
		if !credential.IsCredentialName(name) || r.inTest(kv) {
			continue
		}
		for _, s := range r.shapes(kv.Value) {
			if _, constant := s.Constant(); !constant && credential.HasScheme(s) {
				r.facts.Evidence.SchemeJoins = append(r.facts.Evidence.SchemeJoins, r.span(kv))
			}
		}
	}
}

// sendsToken: a header that is passed on or holds a password is no sign that
// the project lives on tokens.
func (r *reader) sendsToken(w *authflow.HeaderWrite) bool {
	return slices.ContainsFunc(w.Values, func(v credential.Shape) bool {
		if h := v.Sole(); h != nil {
			return h.Origin != credential.Header
		}
		return !strings.EqualFold(credential.SchemeOf(v), "basic")
	})
}

// readsHeader returns the name of the header of a request that came in which a
// call reads, empty where it reads none.
func (r *reader) readsHeader(call *ast.CallExpr) string {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	switch sel.Sel.Name {
	case "GetHeader": // gin
	case "Peek":
		if !strings.Contains(spell(sel.X), "Header") { // fasthttp
			return ""
		}
	case "Get":
		t := r.info.TypeOf(sel.X)
		if isNamed(t, "net/http", "Header") {
			if !r.incoming(sel.X) {
				return ""
			}
		} else if n := named(t); n == nil || n.Obj().Name() != "Ctx" { // fiber
			return ""
		}
	default:
		return ""
	}
	name, _ := r.constant(call.Args[0])
	return name
}

// incoming reports whether a header is that of a request which came in: one
// that the function is given and does not make, outside of a transport.
func (r *reader) incoming(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Header" {
		_, call := ast.Unparen(e).(*ast.CallExpr)
		return call && !r.ofResponse(e) // req.Header() of a server framework
	}
	if isNamed(r.info.TypeOf(sel.X), "net/http", "Response") {
		return false
	}
	if d := r.declOf(e); d != nil && d.Name.Name == "RoundTrip" {
		return false
	}
	obj := r.object(sel.X)
	return obj == nil || r.made(sel.X, 0).url == nil && (obj.(*types.Var).IsField() || r.isParam(obj, r.definition(obj, e)))
}

// schemeUse follows the value of the header that was read to what is done with
// its scheme.
func (r *reader) schemeUse(e ast.Expr, depth int) authflow.SchemeUse {
	if depth > maxDepth {
		return authflow.SchemeUnseen
	}
	switch p := r.parent[e].(type) {
	case *ast.ParenExpr:
		return r.schemeUse(p, depth+1)
	case *ast.CallExpr:
		if p.Fun == e {
			return authflow.SchemeUnseen
		}
		return r.useByCall(p, e, depth)
	case *ast.SliceExpr:
		return authflow.SchemeDemanded // h[len("Bearer "):]
	case *ast.AssignStmt:
		for i, rhs := range p.Rhs {
			if rhs == e && len(p.Lhs) == len(p.Rhs) {
				return r.useByVariable(r.object(p.Lhs[i]), e, depth)
			}
		}
	case *ast.ValueSpec:
		if len(p.Names) == 1 {
			return r.useByVariable(r.info.Defs[p.Names[0]], e, depth)
		}
	}
	return authflow.SchemeUnseen
}

func (r *reader) useByVariable(obj types.Object, from ast.Expr, depth int) authflow.SchemeUse {
	use := authflow.SchemeUnseen
	if obj == nil {
		return use
	}
	for _, id := range r.uses[obj] {
		if id == from {
			continue
		}
		if u := r.schemeUse(id, depth+1); u == authflow.SchemeDemanded {
			return u
		} else if u == authflow.SchemeIgnored {
			use = u
		}
	}
	return use
}

// useByCall: the value is an argument.
func (r *reader) useByCall(call *ast.CallExpr, arg ast.Expr, depth int) authflow.SchemeUse {
	name := r.nameOf(call)
	switch {
	case lowers[name]:
		return r.schemeUse(call, depth+1)
	case schemeTests[name] || strings.HasPrefix(name, "strings.Trim") || strings.HasPrefix(name, "strings.Replace") || name == "fmt.Sscanf" ||
		strings.HasPrefix(name, "(*regexp.Regexp)"):
		return authflow.SchemeDemanded
	case verifies(name):
		return authflow.SchemeIgnored
	}
	if d, ok := r.calleeBody(call).(*ast.FuncDecl); ok {
		for i, p := range r.params(d.Type) {
			if i < len(call.Args) && call.Args[i] == arg && p != nil {
				return r.useByVariable(p, nil, depth+1)
			}
		}
	}
	return authflow.SchemeUnseen
}

// verifies reports whether a function of a JWT library takes a bare token.
func verifies(name string) bool {
	return strings.Contains(strings.ToLower(name), "jwt") &&
		slices.ContainsFunc([]string{".Parse", ".ParseWithClaims", ".ParseString", ".Verify", ".ParseSigned"}, func(s string) bool { return strings.HasSuffix(name, s) })
}

// sessionCookie: &http.Cookie{Name: "session", …}, in place or in a variable.
func (r *reader) sessionCookie(e ast.Expr) bool {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	if obj := r.object(e); obj != nil {
		as := r.assigned[obj]
		return len(as) == 1 && as[0].rhs != nil && r.object(as[0].rhs) == nil && r.sessionCookie(as[0].rhs)
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return false // made by a function
	}
	name := field(lit, "Name")
	if name == nil {
		return false
	}
	key, ok := r.constant(name)
	return ok && credential.IsSessionCookie(key)
}

// allowsCredentials: w.Header().Set("Access-Control-Allow-Credentials", "true"),
// and what frameworks have for it.
func (r *reader) allowsCredentials(call *ast.CallExpr) bool {
	if len(call.Args) != 2 {
		return false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || !slices.Contains([]string{"Set", "Add", "Header", "SetHeader"}, sel.Sel.Name) {
		return false
	}
	name, ok := r.constant(call.Args[0])
	if !ok || !strings.EqualFold(name, "Access-Control-Allow-Credentials") {
		return false
	}
	value, ok := r.constant(call.Args[1])
	return ok && strings.EqualFold(value, "true")
}

// untyped reports whether a call is x.name(…) on a value whose type is not
// known.
func (r *reader) untyped(call *ast.CallExpr, name string) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != name || len(call.Args) == 0 {
		return false
	}
	t := r.info.TypeOf(sel.X)
	return t == nil || t == types.Typ[types.Invalid]
}

// joinsScheme reports whether the first operand is a scheme that is kept apart
// and the second a token.
func (r *reader) joinsScheme(ops []ast.Expr) bool {
	if len(ops) < 2 {
		return false
	}
	first := ast.Unparen(ops[0])
	if call, ok := first.(*ast.CallExpr); ok && r.nameOf(call) == "(*golang.org/x/oauth2.Token).Type" {
		return true
	}
	if _, constant := r.constant(first); constant {
		return false // the scheme is no choice of the running program
	}
	return credential.NameOf(lastName(first)) == credential.NameScheme && credential.IsCredentialName(lastName(ops[1]))
}

// lastName returns the name that an expression ends in.
func lastName(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.CallExpr:
		return lastName(e.Fun)
	}
	return ""
}

// operands returns the operands of a chain of +.
func operands(e ast.Expr, out []ast.Expr) []ast.Expr {
	if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && b.Op == token.ADD {
		return append(operands(b.X, out), b.Y)
	}
	return append(out, e)
}

func (r *reader) isBlank(e ast.Expr) bool {
	s, ok := r.constant(e)
	return ok && s == " "
}

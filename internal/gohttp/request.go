package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A request is a call that sends one.
type request struct {
	fact *authflow.Request
	call *ast.CallExpr
	decl *ast.FuncDecl
	// client is the expression of the client; nil for the functions of net/http.
	client ast.Expr
	// credentials: it carries some of its own, in whichever header.
	credentials authflow.Truth
	// variable is the *http.Request that is sent, where one is made first.
	variable types.Object
	// chain is what a fluent client's request is made by, call by call.
	chain ast.Expr
}

// A target is a request that code makes before it sends it.
type target struct {
	method string
	url    []credential.Shape
	urlAt  ast.Expr
}

// retryable is go-retryablehttp, whose clients and requests wrap those of
// net/http.
const retryable = "github.com/hashicorp/go-retryablehttp"

var sendMethods = map[string]string{"Get": "GET", "Head": "HEAD", "Post": "POST", "PostForm": "POST"}

func (r *reader) readRequests() {
	for _, call := range r.calls {
		if q := r.sends(call); q != nil {
			r.requests[call] = q
			r.facts.Requests = append(r.facts.Requests, q.fact)
		}
	}
	r.cookieNeeds()
}

// sends returns the request that a call sends, nil for other calls.
func (r *reader) sends(call *ast.CallExpr) *request {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil // every sender is a method, or a function of another package
	}
	name := r.nameOf(call)
	q := &request{call: call, decl: r.declOf(call)}
	var t target
	var client *authflow.Client
	switch {
	case strings.HasPrefix(name, "net/http.") && sendMethods[sel.Sel.Name] != "" && len(call.Args) > 0:
		client = r.defaultClient()
		t = target{method: sendMethods[sel.Sel.Name], url: r.shapes(call.Args[0]), urlAt: call.Args[0]}
	case strings.HasPrefix(name, "(*net/http.Client).") && len(call.Args) > 0:
		client = r.client(sel.X)
		if t, ok = r.clientSends(q, sel); !ok {
			return nil
		}
	case strings.HasPrefix(name, "(*"+retryable+".Client).") && len(call.Args) > 0:
		if t, ok = r.clientSends(q, sel); !ok {
			return nil
		}
	default:
		if f := r.fluentOf(sel.X); f != nil {
			if t, ok = f.target(r, sel.Sel.Name, call.Args); !ok {
				return nil // it sets something
			}
			client = r.fluentClient(f, sel.X)
			q.chain = sel.X
			t.url = onBase(client, t.url)
		} else if t, client, ok = r.declaredSends(q, sel); !ok {
			if q, t = r.fasthttpSends(call, sel, name); q == nil {
				return nil
			}
		}
	}
	f := &authflow.Request{At: r.span(call), Call: spellSender(sel), Client: client, Method: t.method, CrossOrigin: authflow.Unknown}
	if len(t.url) > 0 {
		f.URL, f.URLs = t.url[0], t.url
		f.Origin = r.origin(t)
		f.Purpose = authflow.PurposeOfURL(f.Method, f.URL)
	}
	if client != nil {
		f.Credentials = client.Credentials
	}
	f.QueryTokens = r.queryTokens(q, t)
	q.credentials = r.credentials(q)
	f.Authorized = r.ownHeader(q, client, q.credentials)
	q.fact = f
	return q
}

// clientSends reads client.Do(req), client.Get(url) and their like; ok is false
// for a method that sends nothing: CloseIdleConnections.
func (r *reader) clientSends(q *request, sel *ast.SelectorExpr) (t target, ok bool) {
	q.client = sel.X
	first := q.call.Args[0]
	if sel.Sel.Name == "Do" {
		q.variable = r.object(first)
		return r.made(first, 0), true
	}
	method := sendMethods[sel.Sel.Name]
	return target{method: method, url: r.shapes(first), urlAt: first}, method != ""
}

// made follows a *http.Request to the call that makes it.
func (r *reader) made(e ast.Expr, depth int) target {
	if depth > maxDepth {
		return target{}
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		obj := r.object(e)
		if as := r.assigned[obj]; obj != nil && !obj.(*types.Var).IsField() {
			for _, a := range as {
				if t := r.madeBy(a, depth); t.url != nil {
					return t
				}
			}
		}
		return target{} // a parameter or field: made elsewhere
	}
	return r.madeByCall(call, r.evaluator(), depth)
}

func (r *reader) madeBy(a assignment, depth int) target {
	if call, ok := ast.Unparen(a.rhs).(*ast.CallExpr); ok && a.result <= 0 {
		return r.madeByCall(call, r.evaluator(), depth)
	}
	return target{}
}

func (r *reader) madeByCall(call *ast.CallExpr, e *evaluator, depth int) target {
	at := -1
	switch name := r.nameOf(call); name {
	case "net/http.NewRequest", retryable + ".NewRequest":
		at = 0
	case "net/http.NewRequestWithContext", retryable + ".NewRequestWithContext":
		at = 1
	case "(*net/http.Request).WithContext", "(*net/http.Request).Clone", "(*" + retryable + ".Request).WithContext":
		return r.made(call.Fun.(*ast.SelectorExpr).X, depth+1)
	case retryable + ".FromRequest":
		if len(call.Args) == 1 {
			return r.made(call.Args[0], depth+1)
		}
	}
	if r.declared(call) && r.makes(call) {
		return r.declaredTarget(call, e)
	}
	if at >= 0 && len(call.Args) > at+1 {
		t := target{url: e.eval(call.Args[at+1]), urlAt: call.Args[at+1]}
		if m := e.eval(call.Args[at]); len(m) == 1 {
			t.method, _ = m[0].Constant()
		}
		return t
	}
	d, ok := r.calleeBody(call).(*ast.FuncDecl)
	if !ok || depth >= maxDepth {
		return target{} // made by code that is not seen
	}
	in := e.inside(r.params(d.Type), e.args(call, d.Type))
	var found target
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && found.url == nil {
			if name := r.nameOf(c); name == "net/http.NewRequest" || name == "net/http.NewRequestWithContext" {
				found = r.madeByCall(c, in, depth+1)
			}
		}
		return true
	})
	return found
}

// origin names the server of a URL: its scheme and host where they are literal,
// else what stands in front of the path, where that is the same everywhere in
// the package. The latter has no "://", so that it is never taken for a host.
func (r *reader) origin(t target) string {
	u := t.url[0]
	prefix := u.Prefix()
	if i := strings.Index(prefix, "://"); i >= 0 {
		host := prefix[i+3:]
		j := strings.IndexAny(host, "/?#")
		if j < 0 && len(prefix) < len(u.String()) {
			return "" // the host itself has a hole: "https://" + host
		}
		if j >= 0 {
			host = host[:j]
		}
		return prefix[:i+3] + host
	}
	if len(u) == 0 || u[0].Hole == nil {
		return "" // a path, or something else that is no URL
	}
	switch h := u[0].Hole; {
	case h.Origin == credential.Env && h.Key != "":
		return "$" + h.Key
	default:
		return r.baseOf(t.urlAt)
	}
}

// baseOf names the field or package variable that a URL begins with.
func (r *reader) baseOf(e ast.Expr) string {
	for {
		switch n := ast.Unparen(e).(type) {
		case *ast.BinaryExpr:
			e = n.X
			continue
		case *ast.CallExpr:
			if r.nameOf(n) == "fmt.Sprintf" && len(n.Args) > 1 {
				if f, ok := r.constant(n.Args[0]); ok && (strings.HasPrefix(f, "%s") || strings.HasPrefix(f, "%v")) {
					e = n.Args[1]
					continue
				}
			}
			return ""
		case *ast.SelectorExpr:
			v, ok := r.object(n).(*types.Var)
			if !ok || v.Pkg() == nil {
				return ""
			}
			if owner := named(r.info.TypeOf(n.X)); v.IsField() && owner != nil {
				return "$" + owner.Obj().Name() + "." + v.Name()
			}
			if !v.IsField() {
				return "$" + v.Pkg().Path() + "." + v.Name()
			}
			return ""
		case *ast.Ident:
			v, ok := r.object(n).(*types.Var)
			if ok && v.Parent() == r.pass.Pkg.Scope() {
				return "$" + v.Pkg().Path() + "." + v.Name()
			}
			if as := r.assigned[v]; ok && len(as) == 1 && as[0].rhs != nil && as[0].result < 0 && as[0].rhs != e {
				e = as[0].rhs
				continue
			}
			return "" // a parameter
		default:
			return ""
		}
	}
}

// goesTo returns the client and server of the request whose header is written.
func (r *reader) goesTo(e ast.Expr) (*authflow.Client, string) {
	if e == nil {
		return nil, ""
	}
	e = ast.Unparen(e)
	if sel, ok := e.(*ast.SelectorExpr); ok && sel.Sel.Name == "Header" {
		e = sel.X
	}
	if f := r.fluentOf(e); f != nil {
		c := r.fluentClient(f, e)
		if c == nil {
			return nil, ""
		}
		if c.BaseURL != nil {
			return c, r.origin(target{url: []credential.Shape{c.BaseURL}})
		}
		return c, ""
	}
	t := r.made(e, 0)
	if call, ok := r.parent[e].(*ast.CallExpr); ok && r.declared(call) {
		t = r.declaredTarget(call, r.evaluator()) // its headers are an argument
	}
	if isNamed(r.info.TypeOf(e), fasthttp, "Request") {
		t = r.fasthttpMade(r.object(e))
	}
	if len(t.url) > 0 {
		return nil, r.origin(t)
	}
	return nil, ""
}

// requestOf returns the variable of the request whose header a write sets.
func (r *reader) requestOf(w *write) types.Object {
	e := w.target
	if e == nil {
		return nil
	}
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && sel.Sel.Name == "Header" {
		e = sel.X
	}
	return r.object(e)
}

// credentials reports whether a request carries credentials of its own.
func (r *reader) credentials(q *request) authflow.Truth {
	if q.client != nil && r.customTransport(q.client) {
		return authflow.Unknown // the transport may add them
	}
	if sel := ast.Unparen(q.call.Fun).(*ast.SelectorExpr); r.buildsOn(sel.X) {
		return authflow.Unknown // client.Get(url) of req: what follows in the chain may add them
	}
	if q.variable == nil {
		if q.client == nil || len(q.call.Args) > 0 && r.nameOf(q.call) != "(*net/http.Client).Do" {
			return authflow.No // Get, Post and so on have nowhere to put a header
		}
		return authflow.Unknown
	}
	for _, w := range r.writes {
		if r.requestOf(w) == q.variable && isCredentialHeader(w.fact.Name) {
			return authflow.Yes
		}
	}
	for _, id := range r.uses[q.variable] {
		switch p := r.parent[id].(type) {
		case *ast.SelectorExpr:
			switch p.Sel.Name {
			case "SetBasicAuth", "AddCookie":
				return authflow.Yes
			case "Header":
				if !r.plainHeader(p) {
					return authflow.Unknown // the whole header is replaced, or handed on
				}
			}
		case *ast.CallExpr:
			if p != q.call {
				return authflow.Unknown // a helper may add them
			}
		}
	}
	for _, a := range r.assigned[q.variable] {
		call, ok := ast.Unparen(a.rhs).(*ast.CallExpr)
		if !ok {
			return authflow.Unknown
		}
		if name := r.nameOf(call); name != "net/http.NewRequest" && name != "net/http.NewRequestWithContext" {
			return authflow.Unknown // made by a helper, with whatever headers it sets
		}
	}
	if len(r.assigned[q.variable]) == 0 {
		return authflow.Unknown
	}
	return authflow.No
}

// buildsOn: e is a client of req, whose methods return the request still to be
// sent.
func (r *reader) buildsOn(e ast.Expr) bool {
	f := r.fluentOf(e)
	n := named(r.info.TypeOf(e))
	return f != nil && f.name == "req" && (n == nil || n.Obj().Name() != "Request")
}

func isCredentialHeader(name string) bool {
	return name == "" || strings.EqualFold(name, "Authorization") || strings.EqualFold(name, "Cookie") ||
		credential.NameOf(name) != credential.NameUnknown || strings.Contains(strings.ToLower(name), "key")
}

// plainHeader reports whether req.Header is only the receiver of Set, Add, Get
// or Del here.
func (r *reader) plainHeader(sel *ast.SelectorExpr) bool {
	outer, ok := r.parent[sel].(*ast.SelectorExpr)
	return ok && slices.Contains([]string{"Set", "Add", "Get", "Del", "Values"}, outer.Sel.Name)
}

// cookieNeeds finds the requests that depend on the cookie of an earlier login
// through the same client, one that has no jar.
func (r *reader) cookieNeeds() {
	var all []*request
	for _, q := range r.requests {
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b *request) int { return int(a.call.Pos() - b.call.Pos()) })
	for _, login := range all {
		f := login.fact
		if f.Purpose != authflow.Login || f.Method != "POST" || f.Client == nil || f.Client.Credentials != authflow.No || login.credentials != authflow.No {
			continue
		}
		if r.readsAnswer(login) {
			continue
		}
		for _, later := range all {
			if r.dependsOn(later, login) {
				later.fact.NeedsCookieOf = f
			}
		}
	}
}

// dependsOn reports whether later is sent after login, to the same server, with
// no credentials but what the client might have kept.
func (r *reader) dependsOn(later, login *request) bool {
	l, f := later.fact, login.fact
	if l == f || l.Client != f.Client || later.credentials != authflow.No || l.Purpose == authflow.Login || !r.sameServer(later, login) {
		return false
	}
	if later.decl == login.decl {
		return later.call.Pos() > login.call.Pos() && r.funcOf(later.call) == r.funcOf(login.call) && r.follows(login.call, later.call)
	}
	// Have: two methods of one type, the login one that gives nothing away.
	return later.decl != nil && login.decl != nil && r.receiver(later.decl) != nil && r.receiver(later.decl) == r.receiver(login.decl) &&
		r.answersNothing(login.decl) && r.ownClient(login)
}

// follows reports whether control can come from one call to the other.
func (r *reader) follows(first, second ast.Node) bool {
	branch, block, left := r.meet(r.statement(first), second)
	if branch == nil {
		return true
	}
	return !left && !r.apart(block, branch, second)
}

func (r *reader) sameServer(a, b *request) bool {
	if a.fact.Origin != "" || b.fact.Origin != "" {
		return a.fact.Origin == b.fact.Origin
	}
	// A parameter or local variable that both begin with.
	s, t := a.fact.URL, b.fact.URL
	if len(s) == 0 || len(t) == 0 || s[0].Hole == nil || t[0].Hole == nil || a.decl != b.decl {
		return false
	}
	return s[0].Hole.Name == t[0].Hole.Name
}

// receiver returns the named type that a method belongs to.
func (r *reader) receiver(d *ast.FuncDecl) *types.Named {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return nil
	}
	return named(r.info.TypeOf(d.Recv.List[0].Type))
}

// answersNothing: the function has no result but an error.
func (r *reader) answersNothing(d *ast.FuncDecl) bool {
	res := d.Type.Results
	return res == nil || len(res.List) == 1 && len(res.List[0].Names) <= 1 && spell(res.List[0].Type) == "error"
}

// ownClient: the client is a field of the method's receiver.
func (r *reader) ownClient(q *request) bool {
	sel, ok := ast.Unparen(q.client).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	v, ok := r.object(sel).(*types.Var)
	return ok && v.IsField()
}

// readsAnswer reports whether the answer to a request may be read for a token
// or its cookies: whether anything but its status is looked at.
func (r *reader) readsAnswer(q *request) bool {
	a, ok := r.parent[q.call].(*ast.AssignStmt)
	if !ok {
		_, dropped := r.parent[q.call].(*ast.ExprStmt)
		return !dropped // passed on
	}
	if len(a.Lhs) == 0 || len(a.Rhs) != 1 {
		return true
	}
	if id, ok := a.Lhs[0].(*ast.Ident); ok && id.Name == "_" {
		return false
	}
	obj := r.object(a.Lhs[0])
	if obj == nil {
		return true
	}
	for _, id := range r.uses[obj] {
		if reachesUse := id.Pos() > a.End(); !reachesUse || r.innocent(id) || r.reassigned(obj, a, id) {
			continue
		}
		return true
	}
	return false
}

// reassigned reports whether obj holds something else at use than what a gave
// it.
func (r *reader) reassigned(obj types.Object, a *ast.AssignStmt, use ast.Node) bool {
	for _, b := range r.assigned[obj] {
		if b.at != ast.Node(a) && b.at.Pos() > a.Pos() && b.at.Pos() <= use.Pos() {
			return true
		}
	}
	return false
}

// innocent reports whether a use of a response looks at its status only, or
// closes or drains its body.
func (r *reader) innocent(id *ast.Ident) bool {
	switch p := r.parent[id].(type) {
	case *ast.BinaryExpr:
		return p.Op == token.EQL || p.Op == token.NEQ // resp != nil
	case *ast.AssignStmt:
		for i, l := range p.Lhs {
			if l == ast.Expr(id) {
				return true // assigned again
			}
			if b, ok := l.(*ast.Ident); ok && b.Name == "_" && i < len(p.Rhs) && p.Rhs[i] == ast.Expr(id) {
				return true
			}
		}
	case *ast.SelectorExpr:
		switch p.Sel.Name {
		case "StatusCode", "Status":
			return true
		case "Body":
			if outer, ok := r.parent[p].(*ast.SelectorExpr); ok && outer.Sel.Name == "Close" {
				return true
			}
			if call, ok := r.parent[p].(*ast.CallExpr); ok && r.nameOf(call) == "io.Copy" && len(call.Args) == 2 {
				return spell(call.Args[0]) == "io.Discard" || spell(call.Args[0]) == "ioutil.Discard"
			}
		}
	}
	return false
}

func (r *reader) spanOf(obj types.Object) source.Span {
	if obj == nil || obj.Pkg() != r.pass.Pkg {
		return source.Span{}
	}
	return r.between(obj.Pos(), obj.Pos()+token.Pos(len(obj.Name())))
}

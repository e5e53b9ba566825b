package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A sent header is one that the code writes into its answer.
type sent struct {
	at    syntax.Node
	value syntax.Node
}

// sentHeaders are what one function, or one object, writes of the headers of
// CORS, by their names in lower case.
type sentHeaders map[string][]sent

// A handCORS is the function or object that writes them.
type handCORS struct {
	owner   syntax.Node
	headers sentHeaders
}

// readSentHeader reads res.setHeader('Access-Control-Allow-Origin', …), with all
// that writes headers into an answer in the same way.
func (r *reader) readSentHeader(n syntax.Node) {
	if !slices.Contains([]string{"setHeader", "header", "set", "append", "setResponseHeader"}, calleeName(n)) {
		return
	}
	arg := firstOf(n.Child(syntax.FieldArguments))
	if arg.Kind() == syntax.Identifier && n.Child(syntax.FieldFunction).Kind() == syntax.Identifier {
		arg = arg.Next() // setHeader(event, …) of h3
	} else if root := rootName(n.Child(syntax.FieldFunction)); !isResponseName(root) && !isIncoming(root) {
		return // the headers of a request that is sent, or nothing that is known
	}
	if arg.Kind() == syntax.String {
		if name := corsName(arg); name != "" && arg.Next().OK() {
			r.noteSent(functionOf(n), name, sent{n, arg.Next()})
		}
	}
}

func corsName(n syntax.Node) string {
	if len(n.Text()) < len(authflow.AllowOriginHeader) {
		return ""
	}
	return authflow.CORSHeader(scope.Unquote(n))
}

func (r *reader) noteSent(owner syntax.Node, name string, s sent) {
	for _, h := range r.hand {
		if h.owner == owner {
			h.headers[name] = append(h.headers[name], s)
			return
		}
	}
	r.hand = append(r.hand, handCORS{owner, sentHeaders{name: {s}}})
}

// readSentObject reads an object of headers that goes into an answer: that of
// new Response, of res.writeHead, and what a function in a cloud returns.
func (r *reader) readSentObject(pair syntax.Node) {
	name := corsName(pair.Child(syntax.FieldKey))
	if name == "" || !answers(pair.Parent()) && !r.holdsAnswer(pair.Parent()) {
		return
	}
	r.noteSent(pair.Parent(), name, sent{pair, pair.Child(syntax.FieldValue)})
}

// holdsAnswer: the object is held by a variable whose every use goes into an
// answer.
func (r *reader) holdsAnswer(object syntax.Node) bool {
	n := object
	for n.Parent().Is(syntax.AsExpression, syntax.SatisfiesExpression) {
		n = n.Parent()
	}
	decl := n.Parent()
	if decl.Kind() != syntax.VariableDeclarator {
		return false
	}
	b := r.file.Scopes.Lookup(decl.Child(syntax.FieldName))
	if b == nil {
		return false
	}
	seen := false
	for _, ref := range b.Refs {
		if ref == b.Node {
			continue
		}
		at := ref
		if at.Parent().Kind() == syntax.SpreadElement {
			at = at.Parent().Parent()
		}
		if !answers(at) && at.Kind() != syntax.ShorthandPropertyIdentifier {
			return false
		}
		seen = true
	}
	return seen
}

// answers reports whether an expression is the headers of an answer by where it
// stands.
func answers(n syntax.Node) bool {
	p := n.Parent()
	switch {
	case p.Kind() == syntax.Pair && p.Child(syntax.FieldValue) == n && strings.Trim(p.Child(syntax.FieldKey).Text(), `'"`) == "headers":
		options := p.Parent()
		if ownPair(options, "statusCode").OK() {
			return true // what a function in a cloud returns
		}
		return options.Parent().Kind() == syntax.Arguments && makesResponse(options.Parent().Parent())
	case p.Kind() == syntax.Arguments:
		call := p.Parent()
		name := calleeName(call)
		return (name == "writeHead" || name == "set" || name == "header" || name == "setHeaders") && isResponseName(rootName(call.Child(syntax.FieldFunction)))
	}
	return false
}

// makesResponse: new Response(…), NextResponse.json(…), Response.json(…).
func makesResponse(call syntax.Node) bool {
	if call.Kind() == syntax.NewExpression {
		return strings.HasSuffix(call.Child(syntax.FieldConstructor).Text(), "Response")
	}
	return strings.HasSuffix(rootName(call.Child(syntax.FieldFunction)), "Response") && call.Child(syntax.FieldFunction).Kind() == syntax.MemberExpression
}

// readSentList reads the list of headers in a configuration of Next or Vercel:
// [{ key: 'Access-Control-Allow-Origin', value: '*' }, …].
func (r *reader) readSentList(pair syntax.Node) {
	if pair.Child(syntax.FieldKey).Text() != "key" || pair.Child(syntax.FieldValue).Kind() != syntax.String {
		return
	}
	name := corsName(pair.Child(syntax.FieldValue))
	val := ownPair(pair.Parent(), "value")
	if list := pair.Parent().Parent(); name != "" && val.OK() && list.Kind() == syntax.Array {
		r.noteSent(list, name, sent{pair.Parent(), val.Child(syntax.FieldValue)})
	}
}

// assembleCORS makes policies of the headers of a file, once all are seen.
func (r *reader) assembleCORS() {
	for _, h := range r.hand {
		r.handPolicy(h.headers)
	}
	r.hand = nil
}

func (r *reader) handPolicy(h sentHeaders) {
	var origins []authflow.HandOrigin
	for _, o := range h[authflow.AllowOriginHeader] {
		origins = append(origins, authflow.HandOrigin{At: r.span(o.at), Origins: r.handOrigin(o)})
	}
	var credentials []authflow.HandCredentials
	for _, c := range h[authflow.AllowCredentialsHeader] {
		credentials = append(credentials, r.handCredentials(c, h[authflow.AllowOriginHeader]))
	}
	p := authflow.HandPolicy(origins, credentials)
	if p == nil {
		return
	}
	first := h[authflow.AllowOriginHeader][0].at
	p.Development = r.forDevelopment(first)
	r.handHeaders(p, h[authflow.AllowHeadersHeader])
	p.Covers = r.file.Path
	if fn := functionOf(first); fn.OK() {
		if dir := r.covers(fn); dir != "" {
			p.Covers = dir
		}
	}
	if r.forWholeSite(first) {
		p.Covers = r.eval.Project.PackageDir(r.file.Path)
	}
	r.out.cors = append(r.out.cors, p)
}

// forWholeSite: a header in a configuration of Next or Vercel is for all paths,
// or for those of the API: { source: '/api/:path*', headers: [header] }.
func (r *reader) forWholeSite(header syntax.Node) bool {
	list := header.Parent()
	if list.Kind() != syntax.Array || list.Parent().Kind() != syntax.Pair {
		return false
	}
	source := ownPair(list.Parent().Parent(), "source")
	path, ok := r.value(source.Child(syntax.FieldValue)).Constant()
	return ok && (strings.HasPrefix(path, "/api") || strings.HasPrefix(path, "/:") || strings.HasPrefix(path, "/("))
}

func (r *reader) handCredentials(c sent, origins []sent) authflow.HandCredentials {
	out := authflow.HandCredentials{At: r.span(c.at)}
	v := r.value(c.value)
	text, _ := v.Constant()
	switch {
	case v.Kind == value.Bool && v.Name == "true" || strings.EqualFold(text, "true"):
		out.On = authflow.Yes
		for _, o := range origins {
			out.Apart = append(out.Apart, exclusive(o.at, c.at))
		}
	case text != "" || v.Kind == value.Bool:
		out.On = authflow.No
	}
	return out
}

func (r *reader) handOrigin(o sent) authflow.Origins {
	if text, ok := r.value(o.value).Constant(); ok {
		if text == "*" {
			return authflow.AnyOrigin
		}
		return authflow.OriginsListed
	}
	if r.originOfRequest(o.value) && r.unchecked(o.at) {
		return authflow.EchoedOrigin
	}
	return authflow.OriginsUnknown
}

func (r *reader) handHeaders(p *authflow.CORSPolicy, headers []sent) {
	if len(headers) != 1 {
		return // perhaps said elsewhere, or on two ways
	}
	h := headers[0]
	p.HeadersAt = r.span(h.at)
	if strings.Contains(strings.ToLower(h.value.Text()), "access-control-request-headers") {
		p.Headers = authflow.HeadersEchoed
		return
	}
	r.corsHeaders(p, r.value(h.value), false)
}

// originOfRequest reports whether an expression is the Origin of the request, or
// a name that holds it. What comes where there is none does not matter.
func (r *reader) originOfRequest(n syntax.Node) bool {
	n = bare(n)
	if n.Kind() == syntax.BinaryExpression && (n.Operator() == "||" || n.Operator() == "??") {
		return r.originOfRequest(n.Child(syntax.FieldLeft))
	}
	if n.Kind() != syntax.Identifier {
		return readsOrigin(n)
	}
	b := r.file.Scopes.Lookup(n)
	if b == nil || len(b.Writes) > 0 || !b.Init.OK() {
		return false
	}
	if len(b.Path) == 1 { // const { origin } = req.headers
		init := b.Init
		return b.Path[0].Name == "origin" && init.Kind() == syntax.MemberExpression && init.Child(syntax.FieldProperty).Text() == "headers" && isIncoming(rootName(init))
	}
	return len(b.Path) == 0 && r.originOfRequest(b.Init)
}

func bare(n syntax.Node) syntax.Node {
	for n.Is(syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression) {
		n = firstOf(n)
	}
	return n
}

// unchecked reports whether nothing around a write tells one origin from
// another: no condition but whether there is one and which method it is, and no
// other use of the origin.
func (r *reader) unchecked(at syntax.Node) bool {
	fn := functionOf(at)
	if !fn.OK() {
		return false
	}
	for _, c := range flow.Conditions(at, fn) {
		if len(c.Cases) > 0 || !r.plainCondition(c.Expr) {
			return false
		}
	}
	for n := range fn.Descendants() {
		if n.Is(syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression, syntax.CallExpression) && n.Field() != syntax.FieldName &&
			r.originOfRequest(n) && !r.harmlessUse(n) {
			return false
		}
	}
	return true
}

// plainCondition asks only whether there is an origin, or for the method.
func (r *reader) plainCondition(n syntax.Node) bool {
	n = bare(n)
	switch n.Kind() {
	case syntax.UnaryExpression:
		return r.plainCondition(n.Child(syntax.FieldArgument))
	case syntax.BinaryExpression:
		if op := n.Operator(); op == "&&" || op == "||" {
			return r.plainCondition(n.Child(syntax.FieldLeft)) && r.plainCondition(n.Child(syntax.FieldRight))
		}
		return strings.Contains(n.Text(), "OPTIONS") || strings.Contains(n.Text(), ".method")
	}
	return r.originOfRequest(n)
}

// harmlessUse: what is asked of the origin does not tell one from another.
func (r *reader) harmlessUse(n syntax.Node) bool {
	p := n.Parent()
	switch p.Kind() {
	case syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression, syntax.UnaryExpression:
		return r.harmlessUse(p)
	case syntax.BinaryExpression:
		switch p.Operator() {
		case "||", "??", "&&":
			return p.Child(syntax.FieldLeft) != n || r.harmlessUse(p)
		}
		return false
	case syntax.VariableDeclarator, syntax.IfStatement, syntax.ExpressionStatement, syntax.TemplateSubstitution:
		return true // followed by its name, or only whether it is there
	case syntax.Pair:
		return corsName(p.Child(syntax.FieldKey)) != ""
	case syntax.MemberExpression, syntax.CallExpression:
		return readsOrigin(p) // a part of how it is read
	case syntax.TernaryExpression:
		return p.Child(syntax.FieldCondition) == n
	case syntax.Arguments:
		call := p.Parent()
		return isLog(call) || authflow.NamesLog(call.Child(syntax.FieldFunction).Text()) ||
			corsName(firstOf(p)) != "" || corsName(firstOf(p).Next()) != ""
	}
	return false
}

// exclusive reports whether no way through a function comes to both places.
func exclusive(a, b syntax.Node) bool {
	if a.Start() > b.Start() {
		a, b = b, a
	}
	left := false // what a stands in is left before b is come to
	for child, p := a, a.Parent(); p.OK(); child, p = p, p.Parent() {
		if p.Contains(b) {
			switch p.Kind() {
			case syntax.IfStatement, syntax.TernaryExpression:
				return p.Child(syntax.FieldConsequence) == child && p.Child(syntax.FieldAlternative).Contains(b)
			case syntax.SwitchBody:
				return true
			}
			return left
		}
		if p.Is(syntax.StatementBlock) && flow.Leaves(p) {
			left = true
		}
	}
	return false
}

package tshttp

import (
	"cmp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A request is a Request that waits for its client to be linked.
type request struct {
	fact   *authflow.Request
	client clientRef
	urls   []credential.Shape
	// own is what the call itself says; the client's options complete it.
	own options
	// headerAt are the properties of its headers: where they are written, so that
	// a header can be told which request carries it.
	headerAt []place
	// via: the request is sent inside functions of the project; this fact is
	// about the call of the outermost.
	via bool
	// bare: the call itself gives no credentials, and all that it gives was seen.
	bare bool
}

// A place is a node of a file, to compare.
type place struct {
	path string
	node int32
}

func placeOf(f *module.File, n syntax.Node) place { return place{f.Path, n.ID()} }

// A setting changes a client after it is made: api.defaults.withCredentials.
type setting struct {
	key  string
	name string // "withCredentials", "baseURL"
	in   place
	node syntax.Node // the target; inside an interceptor it configures its client
	val  value.Value
	// param: the client is this parameter of fn; callers say which.
	fn    place
	param int
}

// addRequest reads what one call sends. site is the call of the wrapper that
// leads to it, nil for the call itself.
func (r *reader) addRequest(c call, site *value.Operand) *request {
	r.out.offers = true
	at, callNode, file := c.value.Span(), c.value.Node, c.value.File
	if site != nil {
		at, callNode, file = site.File.Span(site.Node), site.Node, site.File
	}
	config := r.eval.Value(c.config)
	if c.inConfig {
		r.fromConfig(&c, config)
	}
	q := &request{client: c.client, own: r.optionsOf(config, c.client.library), via: site != nil}
	if c.own != nil {
		q.own = *c.own
	}
	if c.client.jarless {
		q.own.credentials = authflow.Unknown
	}
	if c.url.File != nil || c.url.Val != nil {
		q.urls = r.eval.Shapes(c.url)
	}
	if len(q.urls) == 0 {
		q.urls = []credential.Shape{nil}
	}
	if c.method == "" && c.client.library != "HttpClient" && c.client.library != "XMLHttpRequest" {
		c.method = r.methodOf(config)
	}
	body := r.bodyOf(c, config)
	spelled, name := value.Spell(callNode.Child(syntax.FieldFunction)), calleeName(callNode)
	if c.spelled != "" && site == nil {
		spelled, name = c.spelled, c.spelled
	}
	q.fact = &authflow.Request{
		At: at, Call: spelled, Method: c.method, URL: q.urls[0], Credentials: q.own.credentials,
	}
	if q.via {
		q.fact.Sends = c.value.Span()
	}
	q.fact.Purpose = purpose(c.method, q.urls, name)
	q.fact.Grant = r.grantOf(body, q.urls)
	switch {
	case q.fact.Grant == "refresh_token":
		q.fact.Purpose = authflow.Refresh // RFC 6749 section 6
	case q.fact.Grant == "" && (q.fact.Purpose == authflow.Login || q.fact.Purpose == authflow.Exchange) && standsInRefresh(c.value.Node):
		q.fact.Purpose = authflow.Refresh // the body is made of parts: POST /token in refreshAccessToken()
	}
	q.fact.CarriesToken = r.carriesToken(q, body, config)
	q.fact.QueryTokens = r.queryTokens(q, c, config, body)
	q.fact.AddCredentials = r.addCredentials(c)
	q.bare = r.isBare(c, q, config)
	q.headerAt = r.headerPlaces(q.own.headers, 0)
	if c.headerAt.path != "" {
		q.headerAt = append(q.headerAt, c.headerAt)
	}
	q.headerAt = append(q.headerAt, c.headersAt...)
	if at, ok := r.readAuthOption(config, c.client.library); ok {
		q.headerAt = append(q.headerAt, at)
	}
	if c.authorized {
		q.fact.Authorized, q.fact.CarriesToken = authflow.Yes, authflow.Yes
	}
	r.out.requests = append(r.out.requests, q)
	if site == nil {
		r.readLateHeaders(c, q.own.headers)
	}
	switch q.fact.Purpose {
	case authflow.Login, authflow.Refresh, authflow.Exchange:
		if !c.byEvent {
			r.addAnswer(q, file, callNode, c.value)
		}
	}
	return q
}

// grantOf returns the grant_type of what is sent: a property of the body, or part
// of its text or of the query.
func (r *reader) grantOf(body value.Value, urls []credential.Shape) string {
	if g, ok := r.eval.Prop(body, "grant_type", body.File, body.Node).Constant(); ok {
		return g
	}
	for _, s := range slices.Concat(body.Shapes, urls) {
		if strings.Contains(s.String(), "grant_type=refresh_token") {
			return "refresh_token"
		}
	}
	return ""
}

// standsInRefresh: a function around a call is named after refreshing tokens.
func standsInRefresh(n syntax.Node) bool {
	for fn := functionOf(n); fn.OK(); fn = functionOf(fn) {
		if authflow.PurposeOfName(calledAs(fn)) == authflow.Refresh {
			return true
		}
	}
	return false
}

// bodyOf returns what a call sends.
func (r *reader) bodyOf(c call, config value.Value) value.Value {
	body := r.eval.Value(c.body)
	if !c.body.Node.OK() && config.File != nil {
		body = r.eval.Prop(config, optionNamesOf(c.client.library).body, config.File, config.Node)
	}
	return r.plain(body)
}

// plain sees through what puts an object into the form that is sent.
func (r *reader) plain(body value.Value) value.Value {
	if body.Kind != value.Call || body.Base == nil {
		return body
	}
	if root, path := body.Base.Path(); root.IsGlobal("JSON") && len(path) == 1 && path[0] == "stringify" ||
		body.New && body.Base.IsGlobal("URLSearchParams") || body.Base.From("stringify", "qs", "query-string", "querystring") ||
		root.From("default", "qs", "query-string") && len(path) == 1 && path[0] == "stringify" {
		return r.eval.Value(body.Arg(0))
	}
	return body
}

// carriesToken says whether a call hands a token over in its URL or its body.
// Its headers are told by what writes them.
func (r *reader) carriesToken(q *request, body, config value.Value) authflow.Truth {
	for _, u := range q.urls {
		for _, p := range u {
			if h := p.Hole; h != nil && (credential.IsCredentialName(h.Name) || credential.IsCredentialName(h.Key)) {
				return authflow.Yes
			}
		}
	}
	params := r.eval.Prop(config, "params", config.File, config.Node)
	if params.Kind == value.Object && r.holdsToken(params) == authflow.Yes {
		return authflow.Yes
	}
	return r.holdsToken(body)
}

// holdsToken says whether what is sent holds a token, by the names of its
// properties.
func (r *reader) holdsToken(body value.Value) authflow.Truth {
	truth := authflow.No
	for _, b := range body.Alternatives() {
		switch b.Kind {
		case value.Undefined, value.Null:
		case value.Text:
			for _, s := range b.Shapes {
				if strings.Contains(strings.ToLower(s.String()), "token") {
					return authflow.Yes
				}
			}
		case value.Object:
			for m := range b.Node.Elements() {
				name := ""
				switch m.Kind() {
				case syntax.Pair:
					name = scope.PropertyName(m.Child(syntax.FieldKey))
				case syntax.ShorthandPropertyIdentifier:
					name = m.Text()
				}
				if credential.IsCredentialName(name) {
					return authflow.Yes
				}
				if name == "" {
					truth = authflow.Unknown // spread, or computed
				}
			}
		case value.Unknown:
			if b.File != nil {
				truth = authflow.Unknown
			}
		default:
			truth = authflow.Unknown
		}
	}
	return truth
}

func purpose(method string, urls []credential.Shape, callee string) authflow.Purpose {
	for _, u := range urls {
		if p := authflow.PurposeOfURL(method, u); p != authflow.Other {
			return p
		}
	}
	for _, u := range urls {
		if s := u.Sole(); len(u) > 0 && s == nil {
			return authflow.Other // the URL says what it is for
		}
	}
	return authflow.PurposeOfName(callee)
}

// fromConfig takes URL and method from the configuration object.
func (r *reader) fromConfig(c *call, config value.Value) {
	first := config.Alternatives()[0]
	if first.Kind == value.Text {
		c.url = value.Operand{Val: &config, File: config.File, Node: config.Node}
		c.config = value.Operand{}
		return
	}
	u := r.eval.Prop(config, "url", config.File, config.Node)
	c.url = value.Operand{Val: &u}
}

func (r *reader) methodOf(config value.Value) string {
	if config.Alternatives()[0].Kind == value.Text {
		return "GET" // axios(url)
	}
	m := r.eval.Prop(config, "method", config.File, config.Node)
	if m.Kind == value.Undefined {
		m = r.eval.Prop(config, "type", config.File, config.Node) // jQuery
	}
	if s, ok := m.Constant(); ok {
		return method(s)
	}
	if m.Kind == value.Undefined || config.File == nil {
		return "GET"
	}
	return ""
}

// addCredentials returns the edit that sends credentials with a call: a
// property in a literal configuration, or a configuration after the last
// argument.
func (r *reader) addCredentials(c call) *authflow.Edit {
	if c.client.library == "XMLHttpRequest" {
		return xhrCredentials(c.value.File, c.value.Node)
	}
	option := optionNamesOf(c.client.library).credentials
	if c.config.Node.Kind() == syntax.Object && c.config.File != nil {
		return insertProperty(c.config.File, c.config.Node, option)
	}
	args := c.value.Arguments()
	if c.config.Node.OK() || c.inConfig || len(args) == 0 || args[len(args)-1].Spread {
		return nil // no literal to add to
	}
	last := args[len(args)-1]
	switch c.configAt - len(args) {
	case 0:
		return insertAfter(last.File, last.Node, ", { "+option+" }")
	case 1:
		return insertAfter(last.File, last.Node, ", null, { "+option+" }") // there is no body
	}
	return nil
}

// insertProperty puts a property first into an object, on a line of its own where
// the next has one.
func insertProperty(f *module.File, object syntax.Node, property string) *authflow.Edit {
	first := firstOf(object)
	if !first.OK() {
		return &authflow.Edit{At: edge(f, object, 1), Text: " " + property + " "}
	}
	between := object.Tree().Source()[object.Start()+1 : first.Start()]
	if strings.TrimSpace(between) != "" { // a comment, which is of the first
		between = " "
	}
	return &authflow.Edit{At: edge(f, object, 1), Text: cmp.Or(between, " ") + property + ","}
}

func insertAfter(f *module.File, n syntax.Node, text string) *authflow.Edit {
	at := f.Span(n)
	at.Start = at.End
	return &authflow.Edit{At: at, Text: text}
}

// readWrapped reads a call of a project function that sends a request and
// hands its answer back: a wrapper. The same evaluation that follows values
// follows the request, with the wrapper's parameters bound.
func (r *reader) readWrapped(n syntax.Node, v, callee value.Value) {
	followed := false
	for _, c := range callee.Alternatives() {
		if c.Kind == value.Function {
			followed = true
			r.out.calls = append(r.out.calls, invocation{placeOf(c.File, c.Node), r.operand(n)})
		}
	}
	if !followed {
		return
	}
	site := r.operand(n)
	sends := carried(v)
	for _, c := range sends {
		if c.New && c.Base.IsGlobal("Promise") {
			sends = append(sends, r.sentInside(c)...)
		}
	}
	for _, sent := range sends {
		if sent.File == r.file && n.Contains(sent.Node) {
			continue // a callback of this very call: read where it stands
		}
		if c, ok := r.sends(sent); ok {
			r.addRequest(c, &site)
			r.addWrappedLayout(c, site)
			return
		}
	}
}

// carried returns the calls whose result v is or is taken from: the request
// behind `response.data`.
func carried(v value.Value) []value.Value {
	var out []value.Value
	for _, a := range v.Alternatives() {
		for a.Kind == value.Member {
			a = *a.Base
		}
		for a.Kind == value.Call && a.Base.Kind == value.Member && passesOn[a.Base.Name] {
			a = *a.Base.Base
			for a.Kind == value.Member {
				a = *a.Base
			}
		}
		if a.Kind == value.Union {
			out = append(out, carried(a)...)
			continue
		}
		if a.Kind == value.Call {
			out = append(out, a)
		}
	}
	return out
}

// sentInside returns the calls in the function given to new Promise that may
// send a request.
func (r *reader) sentInside(promise value.Value) []value.Value {
	executor := r.eval.Value(promise.Arg(0))
	if executor.Kind != value.Function {
		return nil
	}
	var out []value.Value
	for n := range executor.Node.Descendants() {
		if n.Kind() != syntax.CallExpression || len(out) > 8 {
			continue
		}
		switch name := calleeName(n); {
		case name == "send" || name == "request" || name == "fetch" || name == "axios" || axiosMethods[name] > 0:
			out = append(out, r.eval.Eval(executor.File, n, executor.Env))
		}
	}
	return out
}

// passesOn are methods whose result still is the answer of the request.
var passesOn = map[string]bool{
	"json": true, "text": true, "then": true, "catch": true, "finally": true, "pipe": true, "toPromise": true, "unwrap": true,
}

// wrappers returns the calls, from the request outwards, of the project's
// functions that lead to it.
func wrappers(v value.Value) []value.Operand {
	var out []value.Operand
	for e := v.Env; e != nil; e = e.Site.Env {
		if e.Site.File != nil {
			out = append(out, e.Site)
		}
	}
	return out
}

// headerPlaces returns the places where the properties of a headers value are
// written.
func (r *reader) headerPlaces(headers value.Value, depth int) []place {
	var out []place
	if depth > maxWalk {
		return out // an object spread into itself
	}
	for _, h := range headers.Alternatives() {
		if h.Kind == value.Call && h.New && (h.Base.IsGlobal("Headers") || h.Base.From("HttpHeaders", angularHTTP)) {
			out = append(out, place{h.File.Path, h.Node.ID()})
			h = r.eval.Value(h.Arg(0))
		}
		if h.Kind != value.Object {
			continue
		}
		for _, a := range assignedLater(h) {
			out = append(out, placeOf(h.File, a))
		}
		for m := range h.Node.Elements() {
			switch m.Kind() {
			case syntax.Pair, syntax.ShorthandPropertyIdentifier:
				out = append(out, placeOf(h.File, m))
			case syntax.SpreadElement:
				for c := range m.Elements() {
					out = append(out, r.headerPlaces(r.eval.Eval(h.File, unwrapCondition(c), h.Env), depth+1)...)
				}
			}
		}
	}
	return out
}

// assignedLater returns the assignments to properties of an object literal, by
// the variable that holds it: headers.Authorization = …, of options = { headers:
// {} } options.headers.Authorization = ….
func assignedLater(object value.Value) []syntax.Node {
	decl, path := object.Node.Parent(), []string(nil)
	for ; !decl.Is(syntax.VariableDeclarator); decl = decl.Parent() {
		switch decl.Kind() {
		case syntax.Pair:
			path = append([]string{scope.PropertyName(decl.Child(syntax.FieldKey))}, path...)
		case syntax.Object, syntax.AsExpression, syntax.SatisfiesExpression, syntax.ParenthesizedExpression:
		default:
			return nil
		}
	}
	b := object.File.Scopes.Lookup(decl.Child(syntax.FieldName))
	if b == nil || len(b.Path) > 0 {
		return nil
	}
	var out []syntax.Node
	for _, ref := range b.Refs {
		n := ref
		for _, name := range path {
			if n = n.Parent(); n.Kind() != syntax.MemberExpression || n.Child(syntax.FieldProperty).Text() != name {
				break
			}
		}
		target := n.Parent()
		if target.Is(syntax.MemberExpression, syntax.SubscriptExpression) && target.Child(syntax.FieldObject) == n &&
			target.Parent().Kind() == syntax.AssignmentExpression && target.Parent().Child(syntax.FieldLeft) == target {
			out = append(out, target.Parent())
		}
	}
	return out
}

// unwrapCondition sees through ...(token && { Authorization }).
func unwrapCondition(n syntax.Node) syntax.Node {
	for n.Kind() == syntax.ParenthesizedExpression {
		for c := range n.Elements() {
			n = c
			break
		}
	}
	if n.Kind() == syntax.BinaryExpression && n.Operator() == "&&" {
		return unwrapCondition(n.Child(syntax.FieldRight))
	}
	return n
}

// span is a shorthand for the place of a node of the file being read.
func (r *reader) span(n syntax.Node) source.Span { return r.file.Span(n) }

// functionOf returns the function around n.
func functionOf(n syntax.Node) syntax.Node { return scope.Enclosing(n) }

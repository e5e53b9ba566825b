package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A header is a HeaderWrite that waits for the request that carries it.
type header struct {
	fact *authflow.HeaderWrite
	at   place
	// key is the client whose defaults are written; empty for a header of one
	// request.
	key string
	// file and val are the value. Where it is a parameter as it came in, or a part
	// of one, param is its function and index its position: callers decide what it
	// is.
	file  *module.File
	val   syntax.Node
	param syntax.Node
	index int
}

func isAuthorization(name string) bool {
	return strings.EqualFold(name, "Authorization") || strings.EqualFold(name, "Proxy-Authorization")
}

// readPair reads { Authorization: value }.
func (r *reader) readPair(n syntax.Node) {
	key := r.keyName(n.Child(syntax.FieldKey))
	val := n.Child(syntax.FieldValue)
	r.readGeneratedOption(n, key, val)
	switch {
	case isCredentialHeader(key) && !val.Is(syntax.Object, syntax.Array) && r.inHeaders(n, key):
		r.addHeader(n, key, val, placeOf(r.file, n))
	case key == "withCredentials" && val.Kind() == syntax.True && isCloneArgument(n):
		r.out.angularCredentials = true
	case key == "exp":
		r.readOwnExpiry(n)
	case key == "provide" && val.Kind() == syntax.Object:
		r.readProvided(val)
	case !namesHeaders(r.keyName(n.Parent().Parent().Child(syntax.FieldKey))):
		r.keepsScheme(n, key, r.operand(val))
	}
}

// readShorthand reads { Authorization } and { authorization }.
func (r *reader) readShorthand(n syntax.Node) {
	if name := n.Text(); isCredentialHeader(name) && r.inHeaders(n, name) {
		r.addHeader(n, name, n, placeOf(r.file, n))
	}
}

func (r *reader) keyName(key syntax.Node) string {
	if key.Kind() == syntax.ComputedPropertyName {
		// The name of a constant tells what it is for. To evaluate every computed
		// key would parse whatever the constants come from, generated code above all.
		if text := strings.ToLower(key.Text()); !strings.Contains(text, "auth") && !strings.Contains(text, "header") {
			return ""
		}
		s, _ := r.value(firstOf(key)).Constant()
		return s
	}
	if key.Kind() == syntax.String {
		return strings.Trim(key.Text(), `'"`)
	}
	return key.Text()
}

// isCloneArgument: req.clone({ withCredentials: true }) in an interceptor of
// Angular.
func isCloneArgument(pair syntax.Node) bool {
	call := pair.Parent().Parent().Parent()
	return call.Kind() == syntax.CallExpression && calleeName(call) == "clone"
}

// inHeaders reports whether a property stands where request headers are
// written: under the spelling of the header itself, or in an object that is
// called headers or holds other headers.
func (r *reader) inHeaders(member syntax.Node, name string) bool {
	object := member.Parent()
	if object.Kind() != syntax.Object || isAnswer(object) {
		return false
	}
	if isAuthorization(name) && name != strings.ToLower(name) {
		return true
	}
	for c := range object.Elements() {
		switch strings.ToLower(r.keyName(c.Child(syntax.FieldKey))) {
		case "content-type", "accept", "user-agent", "x-requested-with":
			return true
		}
	}
	for n, p := object, object.Parent(); p.OK() && n.End()-n.Start() < 2000; n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.Pair:
			return namesHeaders(r.keyName(p.Child(syntax.FieldKey)))
		case syntax.VariableDeclarator:
			return namesHeaders(p.Child(syntax.FieldName).Text())
		case syntax.AssignmentExpression:
			return namesHeaders(p.Child(syntax.FieldLeft).Text())
		case syntax.NewExpression:
			return namesHeaders(p.Child(syntax.FieldConstructor).Text())
		case syntax.CallExpression:
			return namesHeaders(calleeName(p)) || calleeName(p) == "assign"
		case syntax.FunctionDeclaration, syntax.MethodDefinition:
			return namesHeaders(p.Child(syntax.FieldName).Text())
		case syntax.Array:
			return false
		}
	}
	return false
}

func namesHeaders(name string) bool { return strings.Contains(strings.ToLower(name), "header") }

// isAnswer: the object is sent to a client of ours as an answer, not to a
// server: res.json({ authorization }), new Response(body, { headers }).
func isAnswer(object syntax.Node) bool {
	for p := object.Parent(); p.OK(); p = p.Parent() {
		switch p.Kind() {
		case syntax.CallExpression:
			fn := p.Child(syntax.FieldFunction)
			return fn.Kind() == syntax.MemberExpression && isResponseName(rootName(fn))
		case syntax.NewExpression:
			return strings.HasSuffix(p.Child(syntax.FieldConstructor).Text(), "Response")
		case syntax.StatementBlock, syntax.Program, syntax.ArrowFunction:
			return false
		}
	}
	return false
}

func isResponseName(name string) bool {
	return slices.Contains([]string{"res", "response", "reply", "resp"}, name)
}

// rootName is the identifier that a chain of members and calls begins with.
func rootName(n syntax.Node) string {
	for {
		switch n.Kind() {
		case syntax.MemberExpression, syntax.SubscriptExpression:
			n = n.Child(syntax.FieldObject)
		case syntax.CallExpression:
			n = n.Child(syntax.FieldFunction)
		case syntax.NonNullExpression, syntax.ParenthesizedExpression, syntax.AwaitExpression:
			n = n.First()
		default:
			return n.Text()
		}
	}
}

// headerSetters are the methods that write a header from a name and a value:
// XMLHttpRequest, Headers, HttpHeaders, AxiosHeaders, superagent.
var headerSetters = []string{"set", "append", "setRequestHeader", "setHeader", "header"}

// readHeaderCall reads xhr.setRequestHeader('Authorization', value) and its
// siblings.
func (r *reader) readHeaderCall(n syntax.Node, callee value.Value) {
	callee = callee.Alternatives()[0] // of new XMLHttpRequest() or what old browsers have instead
	if callee.Kind != value.Member || !slices.Contains(headerSetters, callee.Name) {
		return
	}
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression || !takesHeaders(fn, *callee.Base) {
		return
	}
	var args []syntax.Node
	for a := range n.Child(syntax.FieldArguments).Elements() {
		args = append(args, a)
	}
	if len(args) != 2 {
		return
	}
	name, ok := r.value(args[0]).Constant()
	if !ok || !isCredentialHeader(name) || !isAuthorization(name) && !surelyHeaders(fn, *callee.Base) {
		return
	}
	at := placeOf(r.file, n)
	if recv := *callee.Base; recv.Kind == value.Call && recv.New && recv.File != nil {
		at = placeOf(recv.File, recv.Node) // the Headers or XMLHttpRequest made there
	}
	if h := r.addHeader(n, name, args[1], at); h != nil {
		if c, ok := clientOf(*callee.Base); ok {
			h.key = c.key // GraphQLClient's setHeader
		}
	}
}

// keptElsewhere are words in the names of things whose set and append write no
// request header.
var keptElsewhere = []string{"cookie", "cookies", "storage", "session", "cache", "store", "map", "params", "form", "query", "redis"}

// takesHeaders reports whether set, append and their like on what fn is a
// member of may write request headers: not those of an answer (Express, Koa,
// Hono), not cookies, storage or maps.
func takesHeaders(fn syntax.Node, on value.Value) bool {
	object := fn.Child(syntax.FieldObject)
	switch root := rootName(object); {
	case isResponseName(root):
		return false
	case object.Kind() == syntax.Identifier && (root == "ctx" || root == "context" || root == "c"):
		return false
	}
	if on.Kind == value.Call && on.New {
		switch on.Base.Name {
		case "Map", "FormData", "URLSearchParams":
			return false
		case "Metadata":
			return false // of gRPC: passed on, or of an own scheme
		}
	}
	return !isKeptElsewhere(object)
}

// isKeptElsewhere judges a thing by its own name, without those that lead to it.
func isKeptElsewhere(object syntax.Node) bool {
	name := object
	switch object.Kind() {
	case syntax.MemberExpression:
		name = object.Child(syntax.FieldProperty)
	case syntax.CallExpression:
		name = object.Child(syntax.FieldFunction)
		if name.Kind() != syntax.Identifier {
			return false // a chain that builds a request: get(url).query(q).set(…)
		}
	}
	return slices.ContainsFunc(credential.Words(name.Text()), func(w string) bool { return slices.Contains(keptElsewhere, w) })
}

// readHeadersInit reads new Headers([['Authorization', value]]); an object
// given to it is read as any object of headers.
func (r *reader) readHeadersInit(n syntax.Node, callee value.Value) {
	if !callee.IsGlobal("Headers") {
		return
	}
	for list := range n.Child(syntax.FieldArguments).Elements() {
		for entry := range list.Elements() {
			if list.Kind() != syntax.Array || entry.Kind() != syntax.Array {
				continue
			}
			name, val := entry.First(), entry.First().Next()
			if s, _ := r.value(name).Constant(); isCredentialHeader(s) && val.OK() {
				r.addHeader(entry, s, val, placeOf(r.file, n))
			}
		}
	}
}

// readAssignment reads headers.Authorization = value, and the other things that
// are configured by assignment.
func (r *reader) readAssignment(n syntax.Node) {
	left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
	if !left.Is(syntax.MemberExpression, syntax.SubscriptExpression) {
		return
	}
	r.readVueGlobal(left, right)
	name := r.memberName(left)
	r.noteAssigned(name)
	r.noteAssigned(left.Child(syntax.FieldObject).Child(syntax.FieldProperty).Text()) // socket.auth.token = …
	r.readDefaultsReplaced(n, left, right)
	r.readOpenAPI(n, left, right, name)
	r.readIntercept(left, right, name)
	switch {
	case isCredentialHeader(name) && r.putsIn(left):
		// For the handlers behind this one: a header that is taken, not sent.
	case isCredentialHeader(name) && !isResponseName(rootName(left)) && !isKeptElsewhere(left.Child(syntax.FieldObject)) && (isAuthorization(name) || namesHeaders(left.Child(syntax.FieldObject).Text())):
		h := r.addHeader(n, name, right, placeOf(r.file, n))
		if h != nil {
			h.key = r.defaultsOf(left.Child(syntax.FieldObject))
		}
	case (name == "withCredentials" || name == "credentials" || name == "mode") && namesHeaders(left.Text()) && r.defaultsOf(left.Child(syntax.FieldObject)) != "":
		r.addMisfiled(n, left, name, r.value(right))
	case name == "withCredentials" || name == "baseURL" || name == "defaults":
		r.readSetting(left, name, right)
	case isDocumentCookie(left) || slices.Contains(webStorageNames, left.Child(syntax.FieldObject).Text()):
		r.readStorage(n)
	case !namesHeaders(left.Child(syntax.FieldObject).Text()):
		r.keepsScheme(n, name, r.operand(right))
	}
}

// putsIn: a server puts a header into the request that came in, and does not
// pass the request on.
func (r *reader) putsIn(left syntax.Node) bool {
	return r.ofNode(left.Child(syntax.FieldObject)) && !strings.Contains(r.file.Tree.Source(), "roxy")
}

func (r *reader) memberName(left syntax.Node) string {
	if left.Kind() == syntax.MemberExpression {
		return left.Child(syntax.FieldProperty).Text()
	}
	s, _ := r.value(left.Child(syntax.FieldIndex)).Constant()
	return s
}

// defaultsOf returns the key of the client whose defaults an expression names:
// api.defaults.headers.common.
func (r *reader) defaultsOf(n syntax.Node) string {
	root, path := r.value(n).Path()
	if len(path) > 0 && path[0] == "defaults" {
		if c, ok := axiosClient(root); ok {
			return c.key
		}
	}
	return ""
}

// addHeader records a write of a header, nil where nothing is written: null,
// undefined and the empty string take a header away.
func (r *reader) addHeader(n syntax.Node, name string, val syntax.Node, at place) *header {
	var values []credential.Shape
	for _, s := range r.eval.Shapes(r.operand(val)) {
		if len(s) > 0 {
			values = append(values, s)
		}
	}
	if len(values) == 0 {
		return nil
	}
	if !isAuthorization(name) && !slices.ContainsFunc(values, func(v credential.Shape) bool { _, ok := r.schemes.MistakenName(name, v); return ok }) {
		return nil // a header of another name
	}
	values = r.withTests(values, r.operand(n))
	h := &header{at: at, file: r.file, val: val, fact: &authflow.HeaderWrite{
		At: r.span(n), Name: name, NameAt: r.nameAt(n, name), Accompanied: !isAuthorization(name) && accompanied(n), Values: values, ValueAt: r.span(val), PutScheme: putScheme(r.file, val),
		Null: nullBranch(val), SkipNull: r.skipNull(n, values),
	}}
	r.mend(h.fact, val)
	r.findParam(h, val)
	r.out.headers = append(r.out.headers, h)
	return h
}

// findParam notes which parameter of which function the value is, so that
// callers can be asked what they pass.
func (r *reader) findParam(h *header, val syntax.Node) {
	if in := soleSubstitution(val); in.OK() {
		val = in
	}
	for _, v := range r.value(val).Alternatives() {
		p := paramOf(v)
		if p == nil || v.File != r.file {
			continue
		}
		h.param, h.index = p.Func, p.Index
		r.askCallersOf(p.Func)
		return
	}
}

// soleSubstitution returns x of `${x}`.
func soleSubstitution(n syntax.Node) syntax.Node {
	in := n.First()
	if n.Kind() != syntax.TemplateString || in.Kind() != syntax.TemplateSubstitution || in.Start() != n.Start()+1 || in.End() != n.End()-1 {
		return syntax.Node{}
	}
	return firstOf(in)
}

package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A clientRef is a client as one expression names it. Two refs of one key are
// the same client.
type clientRef struct {
	key     string
	library string
	name    string // how the code calls it
	at      source.Span
	// create is the call that makes the client; no call for a global one.
	create value.Value
	// options are what it is made with, where that is not the first argument of
	// create; base is its URL, where that is no option.
	options, base value.Operand
	// from is the client whose options it begins with; given are the clients and
	// options that are laid over them, the last one on top.
	from  *clientRef
	given []value.Operand
	// made is what makes it, where that is known.
	made value.Value
	// jarless: the platform keeps no cookies.
	jarless bool
	// unseen: made by code that is not read, so nothing is known of its options.
	unseen bool
}

// A call is one use of a client that sends a request: which operand is what.
type call struct {
	client clientRef
	value  value.Value // the call itself
	method string
	url    value.Operand
	// config holds the options: headers, credentials. It may be no operand.
	config value.Operand
	// configAt is the position of the options among the arguments, for the fix
	// that adds one.
	configAt int
	// inConfig: url and method are properties of config.
	inConfig bool
	// body is what is sent, where it is an argument of the call.
	body value.Operand
	// headerAt is the object on which headers are set by calls; no place where
	// they stand in config. headersAt are more such places.
	headerAt  place
	headersAt []place
	// starts is the link of a chain that names the URL.
	starts value.Value
	// own are the options where the call has no configuration: a chain says them.
	own *options
	// authorized: the library itself writes the Authorization header.
	authorized bool
	// spelled is how the code calls the request, where that is not the callee.
	spelled string
	// byEvent: the answer does not come out of the call.
	byEvent bool
}

// A recognizer tells whether a call that could not be followed into the
// project sends a request by the library it knows.
type recognizer func(r *reader, v value.Value) (call, bool)

// recognizers lists the libraries. Queries of Apollo and urql are left out: what
// they are for stands in a document, not in a URL.
var recognizers = []recognizer{
	axiosCall, fetchCall, angularCall, xhrCall, familyCall, superagentCall, jqueryCall, rtkCall, graphqlCall, miniProgramCall, socketCall,
}

// isWhole tells the packages whose module is the client itself.
func isWhole(module string) bool {
	switch module {
	case "axios", "superagent", "got", "ky", "jquery", "umi-request", "@tarojs/taro", "redaxios":
		return true
	}
	return false
}

// sends returns the request that v is the call of.
func (r *reader) sends(v value.Value) (call, bool) {
	if v.Kind != value.Call || v.Base == nil || !v.Node.Is(syntax.CallExpression) {
		return call{}, false
	}
	for _, recognize := range recognizers {
		if c, ok := recognize(r, v); ok {
			return c, true
		}
	}
	return call{}, false
}

// identity names what a value is made by, so that two expressions that mean
// the same object can be told to. It is empty where nothing is known.
func identity(v value.Value) string {
	switch v.Kind {
	case value.Member:
		if base := identity(*v.Base); base != "" {
			return base + "." + v.Name
		}
	case value.External:
		return v.Module + ":" + v.Name
	case value.Declared:
		return "declared:" + v.Module
	case value.Global:
		return "global:" + v.Name
	case value.Call, value.Instance, value.Object, value.Function, value.Class:
		return v.Key()
	case value.Param, value.Unknown:
		if v.Binding != nil {
			return value.Value{File: v.File, Node: v.Binding.Node}.Key()
		}
		if v.Node.Kind() == syntax.This {
			return v.Key()
		}
	}
	return ""
}

// options are what a client or a call is configured with.
type options struct {
	credentials authflow.Truth
	base        []credential.Shape
	headers     value.Value
}

// optionsOf reads a configuration object of a library.
func (r *reader) optionsOf(config value.Value, library string) options {
	o := options{credentials: r.credentialsOf(config)}
	w := optionNamesOf(library)
	// A property of a configuration that could not be followed stands at the
	// configuration itself: nothing is known of it, not even that it is there.
	if p := r.eval.Prop(config, w.base, config.File, config.Node); p.Kind != value.Undefined && p.File != nil && p.Node != config.Node {
		o.base = r.eval.Shapes(value.Operand{Val: &p})
	}
	o.headers = r.eval.Prop(config, w.headers, config.File, config.Node)
	if init := r.fetchOptions(config, library); init.Kind == value.Object {
		if o.credentials == authflow.No {
			o.credentials = r.credentialsOf(init)
		}
		if o.headers.Kind == value.Undefined {
			o.headers = r.eval.Prop(init, w.headers, init.File, init.Node)
		}
	}
	return o
}

// madeWith is the configuration that a client is made with; what a function
// returns, where that is given: ky.extend(options => ({ … })).
func (r *reader) madeWith(ref clientRef) value.Value {
	made := ref.options
	if ref.create.Kind == value.Call && ref.create.Node.Is(syntax.CallExpression) {
		made = ref.create.Arg(0)
	}
	if len(ref.given) > 0 {
		made = value.Operand{}
	}
	for _, a := range ref.given {
		if _, ok := clientOf(r.eval.Value(a)); !ok {
			made = a
		}
	}
	return r.called(r.eval.Value(made))
}

// called is what v returns where it is a function of the project, and v where
// it is none.
func (r *reader) called(v value.Value) value.Value {
	if v.Kind == value.Function {
		return r.eval.Invoke(v, nil, value.Operand{File: v.File, Node: v.Node, Env: v.Env})
	}
	return v
}

// fetchOptions are the options that a client of GraphQL hands on to fetch, an
// object or a function that makes one.
func (r *reader) fetchOptions(config value.Value, library string) value.Value {
	if library != "urql" && library != "Apollo" && library != "VueUse" || config.Kind != value.Object {
		return value.Value{}
	}
	return r.called(r.eval.Prop(config, "fetchOptions", config.File, config.Node))
}

// optionNames are what a library calls the options that others have too.
type optionNames struct {
	base, headers, body string
	// credentials is the property that sends credentials.
	credentials string
}

func optionNamesOf(library string) optionNames {
	w := optionNames{"baseURL", "headers", "body", "credentials: 'include'"}
	switch library {
	case "axios":
		w.body, w.credentials = "data", "withCredentials: true"
	case "HttpClient", "XMLHttpRequest", "socket.io", "EventSource":
		w.credentials = "withCredentials: true"
	case "ky", "got":
		w.base, w.body = "prefixUrl", "json"
	case "umi-request":
		w.base, w.body = "prefix", "data"
	case "fetchBaseQuery", "openapi-fetch", "VueUse", "hey-api":
		w.base = "baseUrl"
	case "Apollo":
		w.base = "uri"
	case "urql":
		w.base = "url"
	case "jQuery":
		w.body, w.credentials = "data", "xhrFields: { withCredentials: true }"
	}
	if library == "socket.io" {
		w.headers = "extraHeaders"
	}
	if strings.HasSuffix(library, ".request") || library == "wechat-http" { // of a mini program
		w.headers, w.body = "header", "data"
	}
	return w
}

// credentialsOf reads whether a configuration sends credentials. One that is no
// literal may say anything; one of several alternatives that sends them is
// enough.
func (r *reader) credentialsOf(config value.Value) authflow.Truth {
	if config.Kind == value.Unknown && config.File == nil {
		return authflow.No // there is none
	}
	truth := authflow.No
	for _, c := range config.Alternatives() {
		switch c.Kind {
		case value.Object:
			switch t := r.credentialsOption(c); {
			case t == authflow.Yes:
				return authflow.Yes
			case t == authflow.Unknown || r.changedLater(c) == authflow.Unknown:
				truth = authflow.Unknown
			}
		case value.Undefined, value.Null, value.Bool:
		default:
			truth = authflow.Unknown
		}
	}
	return truth
}

// credentialsOption reads withCredentials (XMLHttpRequest, axios, Angular) and
// credentials (Fetch, section "credentials mode").
func (r *reader) credentialsOption(c value.Value) authflow.Truth {
	with := r.eval.Prop(c, "withCredentials", c.File, c.Node)
	if fields := r.eval.Prop(c, "xhrFields", c.File, c.Node); fields.Kind == value.Object { // jQuery
		with = r.eval.Prop(fields, "withCredentials", fields.File, fields.Node)
	}
	mode := r.eval.Prop(c, "credentials", c.File, c.Node)
	if with.Kind == value.Undefined && mode.Kind == value.Undefined {
		return authflow.No
	}
	for _, a := range with.Alternatives() {
		if a.Kind == value.Bool && a.Name == "true" {
			return authflow.Yes
		}
	}
	for _, a := range mode.Alternatives() {
		switch s, _ := a.Constant(); s {
		case "include":
			return authflow.Yes
		case "omit":
			return authflow.Unknown // somebody decided so
		}
	}
	if known(with) && known(mode) && with.Kind != value.Bool {
		return authflow.No
	}
	return authflow.Unknown // withCredentials: false is a decision too
}

func known(v value.Value) bool {
	switch v.Kind {
	case value.Undefined, value.Null, value.Bool, value.Text:
		return true
	}
	return false
}

// origins is origin over everything that a URL can be: an environment variable
// or, without it, a literal. What may cross origins is taken to.
func origins(urls, bases []credential.Shape) (string, authflow.Truth) {
	if len(bases) == 0 {
		bases = []credential.Shape{nil}
	}
	name, cross := "", authflow.No
	for _, b := range bases {
		for _, u := range urls {
			o, c := origin(joinURL(b, u))
			if name == "" || name == "/" && o != "" {
				name = o
			}
			switch {
			case c == authflow.Yes:
				cross = c
			case c == authflow.Unknown && cross == authflow.No:
				cross = c
			}
		}
	}
	if name == "/" && cross == authflow.Unknown {
		cross = authflow.No // what is a path in one case has only a path before it in the others
	}
	return name, cross
}

// origin returns what names the server in a URL, and whether a browser's page
// would cross origins to reach it. A path alone stays on the page's own origin.
func origin(url credential.Shape) (string, authflow.Truth) {
	if len(url) == 0 {
		return "", authflow.Unknown
	}
	first := url[0]
	if first.Hole != nil {
		h := first.Hole
		if h.Origin == credential.Env || h.Origin == credential.Variable && h.Key != "" && upper(h.Key) {
			return "‹" + h.Key + "›", authflow.Unknown
		}
		return "", authflow.Unknown
	}
	text := url.Prefix()
	scheme, rest, absolute := strings.Cut(text, "://")
	switch {
	case absolute && (scheme == "http" || scheme == "https"):
		host, _, ended := strings.Cut(rest, "/")
		if _, whole := url.Constant(); !ended && !whole {
			return "", authflow.Yes // the host itself has a hole
		}
		return scheme + "://" + strings.ToLower(host), authflow.Yes
	case strings.HasPrefix(text, "//"):
		return "", authflow.Yes
	case strings.HasPrefix(text, "/"), !absolute && !strings.Contains(text, ":"):
		return "/", authflow.No
	}
	return "", authflow.Unknown
}

// upper reports whether a name is spelled as a constant of the environment:
// API_URL. Such a name means one server throughout a project.
func upper(name string) bool {
	return name == strings.ToUpper(name) && strings.ContainsFunc(name, isLetter)
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' }

// joinURL puts a client's base URL before the URL of a call, as axios does:
// one slash between, and nothing before an absolute URL.
func joinURL(base, url credential.Shape) credential.Shape {
	if len(base) == 0 {
		return url
	}
	p := url.Prefix()
	if strings.Contains(p, "://") || strings.HasPrefix(p, "//") {
		return url
	}
	if len(url) == 0 {
		return base
	}
	if last := base[len(base)-1]; last.Hole == nil && strings.HasSuffix(last.Text, "/") {
		return credential.Join(base, url.TrimPrefix(len(p)-len(strings.TrimLeft(p, "/"))))
	}
	if strings.HasPrefix(p, "/") || url[0].Hole != nil {
		return credential.Join(base, url)
	}
	return credential.Join(base, credential.Text("/", source.Span{}, false), url)
}

// allURLs joins what a URL can be with what its base can be.
func allURLs(urls, bases []credential.Shape) []credential.Shape {
	if len(bases) == 0 {
		return urls
	}
	var out []credential.Shape
	for _, b := range bases {
		for _, u := range urls {
			out = append(out, joinURL(b, u))
		}
	}
	return out
}

// enclosingClass returns the class around n.
func enclosingClass(n syntax.Node) syntax.Node {
	for ; n.OK(); n = n.Parent() {
		if n.Is(syntax.ClassDeclaration, syntax.Class, syntax.AbstractClassDeclaration) {
			return n
		}
	}
	return n
}

// calleeName is the last name in the spelling of what a call calls.
func calleeName(n syntax.Node) string {
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() == syntax.MemberExpression {
		return fn.Child(syntax.FieldProperty).Text()
	}
	return fn.Text()
}

// inside reports whether n stands in a function, at any depth.
func inside(n, fn syntax.Node) bool {
	for m := scope.Enclosing(n); m.OK(); m = scope.Enclosing(m) {
		if m == fn {
			return true
		}
	}
	return false
}

package tshttp

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A verdict is what is known of an expression, asked of the request.
type verdict struct {
	known, val bool
	// varies: it can be another for this request than for the one that the
	// handler was called for.
	varies bool
	flag   bool // by a flag that the handler set
}

func sure(val bool) verdict { return verdict{known: true, val: val} }

func about(val bool) verdict { return verdict{known: true, val: val, varies: true} }

func (v verdict) not() verdict {
	v.val = !v.val
	return v
}

func (x *reentry) judge(g guards, n syntax.Node) verdict {
	switch n.Kind() {
	case syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression, syntax.SatisfiesExpression, syntax.AwaitExpression:
		return x.judge(g, firstOf(n))
	case syntax.True, syntax.False:
		return sure(n.Kind() == syntax.True)
	case syntax.UnaryExpression:
		if n.Operator() == "!" {
			return x.judge(g, n.Child(syntax.FieldArgument)).not()
		}
	case syntax.AssignmentExpression:
		return x.judge(g, n.Child(syntax.FieldRight))
	case syntax.UpdateExpression:
		return x.judge(g, n.Child(syntax.FieldArgument))
	case syntax.BinaryExpression:
		return x.binary(g, n)
	case syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression:
		return x.ref(g, n)
	case syntax.CallExpression:
		return x.called(g, n)
	}
	return verdict{varies: x.mentions(g, n)}
}

func (x *reentry) binary(g guards, n syntax.Node) verdict {
	left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
	switch op := n.Operator(); op {
	case "&&", "||", "??":
		a, b := x.judge(g, left), x.judge(g, right)
		decides := op != "&&" // the value that decides alone
		switch {
		case a.known && a.val == decides:
			return a
		case b.known && b.val == decides:
			return b
		case a.known && b.known:
			a.varies, a.flag = a.varies || b.varies, a.flag || b.flag
			return a
		}
		return verdict{varies: a.varies || b.varies}
	case "==", "===", "!=", "!==":
		v := x.equal(g, left, right)
		if strings.HasPrefix(op, "!") {
			return v.not()
		}
		return v
	case "<", "<=", ">", ">=":
		return x.ordered(g, n, left, right, op)
	case "instanceof":
		return verdict{}
	case "in":
		if path, ok := x.w.subject(g.eval(right)); ok && len(path) == 0 {
			return x.mark(scope.PropertyName(left))
		}
	}
	return verdict{varies: x.mentions(g, n)}
}

// equal reads a comparison for equality.
func (x *reentry) equal(g guards, left, right syntax.Node) verdict {
	for _, side := range [][2]syntax.Node{{left, right}, {right, left}} {
		constant, other := side[0], side[1]
		switch {
		case isUnauthorized(g, constant):
			x.refusal = true
			return sure(true)
		case isStatusCode(constant):
			return sure(false)
		case x.isURL(g, other):
			return x.match(g, constant, func(url, text string) bool { return url == text })
		case constant.Is(syntax.True):
			return x.judge(g, other)
		case constant.Is(syntax.False, syntax.Null, syntax.Undefined), constant.Kind() == syntax.Identifier && constant.Text() == "undefined":
			return x.judge(g, other).not()
		case constant.Kind() == syntax.Number:
			if i, ok := indexOf(other); ok {
				return x.called(g, i).not() // url.indexOf('/refresh') === -1; 0 is as rare as a URL that begins with it
			}
			if path := x.markIn(g, other); path != "" {
				return about(constant.Text() == "0" && !x.keys[path])
			}
		}
	}
	return verdict{varies: x.mentions(g, left) || x.mentions(g, right)}
}

// ordered reads <, <=, > and >=: of a status, of a counter on the request, of
// indexOf.
func (x *reentry) ordered(g guards, n, left, right syntax.Node, op string) verdict {
	limit, err := strconv.Atoi(right.Text())
	switch path := x.markIn(g, left); {
	case isStatusCode(right) && err == nil:
		return sure(map[string]bool{"<": 401 < limit, "<=": 401 <= limit, ">": 401 > limit, ">=": 401 >= limit}[op])
	case path != "":
		return about(strings.HasPrefix(op, "<") != x.keys[path])
	}
	if i, ok := indexOf(left); ok {
		v := x.called(g, i)
		if op[0] == '<' {
			return v.not()
		}
		return v
	}
	return verdict{varies: x.mentions(g, n)}
}

func indexOf(n syntax.Node) (syntax.Node, bool) {
	return n, n.Kind() == syntax.CallExpression && slices.Contains([]string{"indexOf", "lastIndexOf", "search"}, calleeName(n))
}

var statusCode = regexp.MustCompile(`^[1-5]\d\d$`)

func isStatusCode(n syntax.Node) bool {
	return n.Is(syntax.Number, syntax.String) && statusCode.MatchString(strings.Trim(n.Text(), `'"`))
}

var unauthorized = regexp.MustCompile(`(?i)un_?authori[sz]ed$`)

// isUnauthorized: 401, or a name for it.
func isUnauthorized(g guards, n syntax.Node) bool {
	switch n.Kind() {
	case syntax.Number, syntax.String:
		return strings.Trim(n.Text(), `'"`) == "401"
	case syntax.Identifier, syntax.MemberExpression:
		if unauthorized.MatchString(n.Text()) {
			return true
		}
		if v := g.eval(n); v.Kind == value.Number {
			return v.Node.Text() == "401"
		}
	}
	return false
}

// ref reads a name or a property on its own.
func (x *reentry) ref(g guards, n syntax.Node) verdict {
	v := g.eval(n)
	for _, a := range v.Alternatives() {
		if path, ok := x.w.subject(a); ok {
			return x.property(path)
		}
		if root, path := a.Path(); x.w.isParam(root) {
			if slices.Contains(path, "data") || slices.Contains(path, "headers") {
				return verdict{varies: true} // what the server says of a refresh may be something else
			}
			if len(path) <= 1 {
				return sure(true)
			}
			return verdict{}
		}
	}
	root := rootNode(n)
	if root.Kind() == syntax.This {
		return x.state(g, n, "this")
	}
	b := g.file.Scopes.Lookup(root)
	switch {
	case b == nil, b.Kind == scope.Function, b.Kind == scope.Class, b.Kind == scope.Catch:
		return verdict{}
	case b.Kind == scope.Param:
		// Have: catchError((e) => e.error.code === …)
		return verdict{varies: n.Kind() == syntax.MemberExpression && (strings.Contains(n.Text(), ".error") || strings.Contains(n.Text(), ".headers"))}
	case g.local(b):
		if n.Kind() != syntax.Identifier {
			return verdict{}
		}
		if len(b.Writes) == 0 && b.Init.OK() && len(b.Path) == 0 && g.deep < 4 {
			g.deep++
			return x.judge(g, b.Init)
		}
		return verdict{varies: len(b.Writes) > 0 && !credential.IsCredentialName(b.Name)}
	case b.Kind == scope.Const && !mutable(b):
		return verdict{}
	case b.Kind == scope.Import:
		return verdict{varies: v.Kind == value.Unknown && !isToken(n)}
	}
	return x.state(g, n, ownerOf(g.file, b))
}

// isToken: the name speaks of a token, which is the same for both requests.
func isToken(n syntax.Node) bool {
	name := n
	if n.Kind() == syntax.MemberExpression {
		name = n.Child(syntax.FieldProperty)
	}
	return credential.IsCredentialName(name.Text())
}

// property reads a property of the request.
func (x *reentry) property(path []string) verdict {
	switch {
	case len(path) == 0, path[0] == "url" && len(path) == 1:
		return sure(true)
	case path[0] == "headers" && len(path) == 2 && !isAuthorization(path[1]), !configKeys[path[0]]:
		return x.mark(strings.Join(path, "."))
	}
	return verdict{varies: true}
}

// mark reads a mark that the request has or has not.
func (x *reentry) mark(name string) verdict {
	if x.open {
		return verdict{varies: true}
	}
	return about(x.keys[name])
}

// markIn returns the mark in a counter: config.tries, (config.tries || 0).
func (x *reentry) markIn(g guards, n syntax.Node) string {
	for m := n; m.OK(); m = firstOf(m) {
		if m.Kind() == syntax.UnaryExpression || x.open {
			return ""
		}
		if m.Is(syntax.MemberExpression, syntax.Identifier) {
			if path, ok := x.w.subject(g.eval(m)); ok && len(path) > 0 && !configKeys[path[0]] {
				return strings.Join(path, ".")
			}
			return ""
		}
	}
	return ""
}

// state reads a variable or field that outlives the handler's call. If something
// sets it, it is set when the request is handled: it was sent meanwhile.
func (x *reentry) state(g guards, n syntax.Node, owner string) verdict {
	if isToken(n) {
		return verdict{}
	}
	writes := x.w.r.assignments(g, authflow.State{Owner: owner, Name: stateName(n)})
	if held, ok := heldIn(n); ok && len(writes) == 0 {
		writes = x.w.r.assignments(g, authflow.State{Owner: owner, Name: stateName(held)})
	}
	for _, w := range writes {
		if _, right, _ := putInto(w); !right.Is(syntax.False, syntax.Null, syntax.Undefined) && right.Text() != "undefined" {
			return verdict{known: true, val: true, varies: true, flag: true}
		}
	}
	// One that nobody writes does not change; that of another object may.
	return verdict{varies: len(writes) > 0 || strings.Count(n.Text(), ".") > 1 || owner != "this"}
}

// assignments lists the writes of a state in a file.
func (r *reader) assignments(g guards, t authflow.State) []syntax.Node {
	var out []syntax.Node
	for n := range g.file.Tree.Root().Descendants() {
		left, _, ok := putInto(n)
		if !ok || stateName(left) != t.Name {
			continue
		}
		root := rootNode(left)
		if b := g.file.Scopes.Lookup(root); root.Kind() == syntax.This && t.Owner == "this" || b != nil && ownerOf(g.file, b) == t.Owner {
			out = append(out, n)
		}
	}
	return out
}

// searching are the methods that look for one string in another, or in a list.
var searching = []string{"includes", "startsWith", "endsWith", "indexOf", "match", "test", "search", "some", "has", "find"}

func (x *reentry) called(g guards, n syntax.Node) verdict {
	fn := n.Child(syntax.FieldFunction)
	name, arg := calleeName(n), firstOf(n.Child(syntax.FieldArguments))
	switch {
	case name == "isAxiosError":
		return sure(true)
	case name == "isCancel":
		return sure(false)
	case name == "Boolean":
		return x.judge(g, arg)
	case fn.Kind() == syntax.MemberExpression && slices.Contains(searching, name):
		return x.searched(g, name, fn.Child(syntax.FieldObject), arg)
	}
	callee := g.eval(fn)
	if callee.Kind == value.Function && g.deep < 3 && !callee.Node.Has(syntax.Async) {
		return x.inlined(g, n, callee)
	}
	if held, ok := heldIn(n); ok {
		if v := x.ref(g, held); v.flag {
			return v
		}
	}
	return verdict{varies: x.mentions(g, n)}
}

// inlined reads a call of a project function that is one expression.
func (x *reentry) inlined(g guards, n syntax.Node, callee value.Value) verdict {
	v := value.Value{Kind: value.Call, Base: &callee, File: g.file, Node: n, Env: g.env}
	env := x.w.r.eval.Enter(callee, v.Arguments(), value.Operand{File: g.file, Node: n, Env: g.env})
	if env == nil {
		return verdict{varies: true}
	}
	in := guards{w: g.w, file: callee.File, env: env, fn: callee.Node, deep: g.deep + 1}
	body := callee.Node.Child(syntax.FieldBody)
	if body.Kind() != syntax.StatementBlock {
		return x.judge(in, body)
	}
	if returns := value.Returns(body); len(returns) == 1 && firstOf(returns[0]).OK() {
		return x.judge(in, firstOf(returns[0]))
	}
	return verdict{varies: x.mentions(g, n) || x.mentions(in, body)}
}

// searched reads url.includes('/refresh'), list.some((u) => url.includes(u)),
// [401, 403].includes(status).
func (x *reentry) searched(g guards, name string, object, arg syntax.Node) verdict {
	switch {
	case x.isURL(g, object):
		return x.match(g, arg, textSearch(name))
	case x.isURL(g, arg) && object.Kind() == syntax.Regex:
		return x.match(g, object, textSearch(name))
	}
	list := g.eval(object)
	if list.Kind != value.Array {
		return verdict{varies: x.mentions(g, object) || x.mentions(g, arg) || x.judge(g, object).varies}
	}
	ofURL := x.isURL(g, arg) || scope.IsFunction(arg) && x.mentions(g, arg)
	in := guards{w: g.w, file: list.File, env: list.Env, fn: g.fn, deep: g.deep}
	result := sure(false)
	for e := range list.Node.Elements() {
		switch {
		case ofURL:
			v := x.match(in, e, strings.Contains)
			if !v.known || v.val {
				return v
			}
			result.varies = true
		case isUnauthorized(in, e):
			x.refusal = true
			return sure(true)
		case !isStatusCode(e):
			result = verdict{varies: x.mentions(g, arg)}
		}
	}
	return result
}

func textSearch(name string) func(url, text string) bool {
	switch name {
	case "startsWith":
		return strings.HasPrefix
	case "endsWith":
		return strings.HasSuffix
	}
	return strings.Contains
}

// isURL reports whether n is the URL of the request that is handled.
func (x *reentry) isURL(g guards, n syntax.Node) bool {
	if !n.OK() || scope.IsFunction(n) {
		return false
	}
	for _, a := range g.eval(n).Alternatives() {
		if path, ok := x.w.subject(a); ok && len(path) == 1 && (path[0] == "url" || path[0] == "urlWithParams") {
			return true
		}
	}
	return false
}

// match compares the URL of the handler's request with a constant. A URL that
// is not known throughout may hold anything where it is not.
func (x *reentry) match(g guards, constant syntax.Node, match func(url, text string) bool) verdict {
	if constant.Kind() == syntax.Regex {
		re, err := regexp.Compile(strings.Trim(strings.TrimRight(constant.Text(), "gimsuy"), "/"))
		if err != nil {
			return verdict{varies: true}
		}
		match = func(url, _ string) bool { return re.MatchString(url) }
	}
	v := g.eval(constant)
	text, ok := v.Constant()
	if !ok && constant.Kind() != syntax.Regex || len(x.url) != 1 {
		return verdict{varies: true}
	}
	url, whole := x.url[0].Constant()
	if whole {
		return about(match(url, text) || text != "" && strings.Trim(url, "/") == strings.Trim(text, "/"))
	}
	var literal strings.Builder
	for _, p := range x.url[0] {
		if p.Hole == nil {
			literal.WriteString(p.Text)
		}
	}
	if len(literal.String()) < 4 {
		return verdict{varies: true} // all of it is a hole
	}
	if match(literal.String(), text) || strings.Contains(literal.String(), text) {
		return about(true)
	}
	return about(false)
}

// mentions reports whether an expression depends on the request or its answer,
// or on variables that change.
func (x *reentry) mentions(g guards, n syntax.Node) bool {
	if !n.OK() {
		return false
	}
	found := false
	syntax.Walk(n, func(m syntax.Node) bool {
		if found || !m.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) {
			return !found
		}
		b := g.file.Scopes.Lookup(m)
		if b == nil || b.Kind == scope.Function || b.Kind == scope.Import {
			return true
		}
		for _, a := range g.eval(m).Alternatives() {
			root, _ := a.Path()
			found = found || x.w.isParam(root)
		}
		if !found && g.local(b) && b.Init.OK() && len(b.Writes) == 0 && g.deep < 4 {
			in := g
			in.deep++
			found = x.mentions(in, b.Init) // const full = `${config.baseURL}${config.url}`
		}
		found = found || (b.Kind == scope.Let || b.Kind == scope.Var) && !g.local(b) && len(b.Writes) > 0 && !credential.IsCredentialName(b.Name)
		return !found
	})
	return found
}

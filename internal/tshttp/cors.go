package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A corsLibrary says what a library makes of its options.
type corsLibrary struct {
	name    string
	headers string // the option that lists headers
	// starInList: a "*" among other origins stands for all.
	starInList bool
	// starEchoes: with credentials, all origins are sent back one by one.
	starEchoes bool
	// asks reads the function that is asked for each origin.
	asks func(r *reader, fn value.Value) authflow.Origins
}

var (
	npmCORS     = &corsLibrary{name: "cors", headers: "allowedHeaders", asks: byCallback}
	fastifyCORS = &corsLibrary{name: "@fastify/cors", headers: "allowedHeaders", starInList: true, asks: byCallback}
	koaCORS     = &corsLibrary{name: "@koa/cors", headers: "allowHeaders", starEchoes: true, asks: byAnswer}
	honoCORS    = &corsLibrary{name: "hono/cors", headers: "allowHeaders", asks: byAnswer}
)

// readCORS reads a call or constructor that makes a policy from options.
func (r *reader) readCORS(n syntax.Node, callee value.Value) {
	args := n.Child(syntax.FieldArguments)
	first := firstOf(args)
	switch {
	case isPackage(callee, "cors"):
		r.addCORS(npmCORS, n, first)
	case isPackage(callee, "@koa/cors", "koa2-cors"):
		r.addCORS(koaCORS, n, first)
	case callee.From("cors", "hono/cors"):
		r.addCORS(honoCORS, n, first)
	case callee.Kind == value.Member && callee.Name == "enableCors": // Nest
		r.addCORS(npmCORS, n, first)
	case callee.Kind == value.Member && callee.Name == "register" && first.OK():
		if isPackage(r.value(first), "@fastify/cors", "fastify-cors") {
			r.addCORS(fastifyCORS, n, first.Next())
		}
	case callee.Kind == value.Member && callee.Name == "create" && callee.Base.From("NestFactory", "@nestjs/core"),
		callee.From("Server", "socket.io"), callee.From("WebSocketGateway", "@nestjs/websockets"):
		for arg := range args.Elements() {
			if cors := r.property(arg, "cors"); cors.Kind == value.Object {
				r.addCORSValue(npmCORS, n, cors)
			}
		}
	}
}

// property evaluates a property of an expression that may be an object.
func (r *reader) property(n syntax.Node, name string) value.Value {
	return r.eval.Prop(r.value(n), name, r.file, n)
}

func (r *reader) addCORS(lib *corsLibrary, call, options syntax.Node) {
	v := value.Value{Kind: value.Undefined}
	if options.OK() {
		v = r.value(options)
	}
	r.addCORSValue(lib, call, v)
}

func (r *reader) addCORSValue(lib *corsLibrary, call syntax.Node, options value.Value) {
	p := &authflow.CORSPolicy{At: r.span(call), Library: lib.name, Development: r.forDevelopment(call)}
	if options.Kind == value.Function && lib == npmCORS {
		options = r.delegated(options)
	}
	if options.Kind == value.Undefined {
		p.Origins, p.Credentials, p.Headers = authflow.AnyOrigin, authflow.No, authflow.HeadersEchoed
	} else if options.Kind == value.Object {
		p.Credentials = truthOf(r.option(options, "credentials"))
		p.CredentialsAt = r.optionAt(options, "credentials")
		origin := r.option(options, "origin")
		p.Origins, p.OriginList = r.originsOf(lib, origin)
		p.Unset = r.unset(lib, origin)
		if origin.Kind != value.Undefined {
			p.OriginsAt = r.optionAt(options, "origin")
		}
		if lib.starEchoes && p.Credentials == authflow.Yes && p.Origins == authflow.AnyOrigin {
			p.Origins = authflow.EchoedOrigin
		}
		r.corsHeaders(p, r.option(options, lib.headers), true)
		p.HeadersAt = r.optionAt(options, lib.headers)
	}
	p.Covers = r.covers(call)
	r.out.cors = append(r.out.cors, p)
}

// delegated returns the options that a function always calls back with, whatever
// the request: cors((req, callback) => callback(null, { origin: true })).
func (r *reader) delegated(fn value.Value) value.Value {
	for _, b := range fn.File.Scopes.Bindings() {
		if b.Kind != scope.Param || b.Func != fn.Node || b.Index != 1 || len(b.Path) > 0 || len(b.Refs) != 1 || !isCalled(b.Refs[0]) {
			continue
		}
		call := b.Refs[0].Parent()
		if second := firstOf(call.Child(syntax.FieldArguments)).Next(); second.OK() && len(flow.Conditions(call, fn.Node)) == 0 {
			return r.eval.Eval(fn.File, second, fn.Env)
		}
	}
	return fn
}

// covers returns the directory of the package where a policy is for all that the
// application serves; empty where it is for one route, or that is not known.
func (r *reader) covers(n syntax.Node) string {
	switch calleeName(n) {
	case "enableCors", "register", "create":
		return r.eval.Project.PackageDir(r.file.Path)
	}
	use := n.Parent().Parent()
	if n.Parent().Kind() != syntax.Arguments || calleeName(use) != "use" {
		return ""
	}
	if path, ok := r.value(firstOf(n.Parent())).Constant(); ok && path != "*" && path != "/" && path != "/*" && !strings.HasPrefix(path, "/api") {
		return ""
	}
	return r.eval.Project.PackageDir(r.file.Path)
}

// option evaluates a property of an options object.
func (r *reader) option(options value.Value, name string) value.Value {
	return r.eval.Prop(options, name, options.File, options.Node)
}

// optionAt returns the place where an option is written, the object itself where
// it comes from another one.
func (r *reader) optionAt(options value.Value, name string) source.Span {
	if p := ownPair(options.Node, name); p.OK() {
		return options.File.Span(p)
	}
	return options.Span()
}

// ownPair returns the pair, shorthand or method of an object literal that has a
// name.
func ownPair(object syntax.Node, name string) syntax.Node {
	for m := range object.Elements() {
		switch m.Kind() {
		case syntax.Pair:
			if strings.Trim(m.Child(syntax.FieldKey).Text(), `'"`) == name {
				return m
			}
		case syntax.MethodDefinition:
			if m.Child(syntax.FieldName).Text() == name {
				return m
			}
		case syntax.ShorthandPropertyIdentifier:
			if m.Text() == name {
				return m
			}
		}
	}
	return syntax.Node{}
}

// truthOf returns what a boolean option is: No where it is not given.
func truthOf(v value.Value) authflow.Truth {
	switch v.Kind {
	case value.Bool:
		return authflow.TruthOf(v.Name == "true")
	case value.Undefined, value.Null:
		return authflow.No
	}
	return authflow.Unknown
}

func (r *reader) originsOf(lib *corsLibrary, v value.Value) (authflow.Origins, []string) {
	switch v.Kind {
	case value.Undefined:
		return authflow.AnyOrigin, nil
	case value.Bool:
		if v.Name == "true" && lib != koaCORS && lib != honoCORS {
			return authflow.EchoedOrigin, nil
		}
		return authflow.OriginsListed, nil
	case value.Text:
		if s, ok := v.Constant(); ok {
			if s == "*" {
				return authflow.AnyOrigin, nil
			}
			return authflow.OriginsListed, []string{s}
		}
	case value.Array:
		return r.originList(lib, v)
	case value.Function:
		return lib.asks(r, v), nil
	}
	if v.Node.OK() && v.Node.Kind() == syntax.Regex {
		if matchesAll(v.Node.Text()) {
			return authflow.EchoedOrigin, nil
		}
		return authflow.OriginsDecided, nil
	}
	if v.Node.OK() && v.Node.Kind() == syntax.NewExpression && v.Node.Child(syntax.FieldConstructor).Text() == "RegExp" {
		if text, ok := r.eval.Eval(v.File, firstOf(v.Node.Child(syntax.FieldArguments)), v.Env).Constant(); ok && matchesAll("/"+text+"/") {
			return authflow.EchoedOrigin, nil
		}
	}
	return authflow.OriginsUnknown, nil
}

func (r *reader) originList(lib *corsLibrary, v value.Value) (authflow.Origins, []string) {
	kind := authflow.OriginsListed
	var items []string
	for e := range v.Node.Elements() {
		item := r.eval.Eval(v.File, e, v.Env)
		s, ok := item.Constant()
		switch {
		case ok && s == "*" && lib.starInList:
			return authflow.AnyOrigin, nil
		case ok:
			items = append(items, s) // "*" among others matches nothing
		case e.Kind() == syntax.Regex && matchesAll(e.Text()):
			return authflow.EchoedOrigin, nil
		default:
			kind = authflow.OriginsDecided
		}
	}
	return kind, items
}

// matchesAll: a pattern that every origin matches.
func matchesAll(regex string) bool {
	return slices.Contains([]string{"/.*/", "/^.*$/", "/.*/i", "/.+/", "/^.+$/", "/./", "/^https?:\\/\\//", "/(.*)/"}, regex)
}

// unset returns what the origins are where the setting they are read from is not
// given: process.env.ORIGIN || '*'.
func (r *reader) unset(lib *corsLibrary, v value.Value) authflow.Origins {
	if v.Kind != value.Union || len(v.Alts) != 2 || v.Alts[0].Kind != value.Member {
		return authflow.OriginsUnknown
	}
	if _, path := v.Alts[0].Path(); len(path) < 2 || path[0] != "env" {
		return authflow.OriginsUnknown
	}
	o, _ := r.originsOf(lib, v.Alts[1])
	return o
}

// corsHeaders reads which headers are let in. echoes: without a list, those that
// are asked for.
func (r *reader) corsHeaders(p *authflow.CORSPolicy, v value.Value, echoes bool) {
	var items []string
	switch v.Kind {
	case value.Undefined:
		if echoes {
			p.Headers = authflow.HeadersEchoed
		}
		return
	case value.Text:
		s, ok := v.Constant()
		if !ok {
			return
		}
		for item := range strings.SplitSeq(s, ",") {
			items = append(items, strings.TrimSpace(item))
		}
		p.AddAuthorization = addBeforeEnd(v, ", Authorization")
	case value.Array:
		var last syntax.Node
		for e := range v.Node.Elements() {
			s, ok := r.eval.Eval(v.File, e, v.Env).Constant()
			if !ok {
				return
			}
			items, last = append(items, s), e
		}
		if len(items) == 0 {
			if echoes {
				p.Headers = authflow.HeadersEchoed
			}
			return
		}
		if last.Kind() == syntax.String {
			end := v.File.Span(last).End
			p.AddAuthorization = []authflow.Edit{{At: source.Span{File: v.File.Path, Start: end, End: end}, Text: ", " + quoteLike(last, "Authorization")}}
		}
	default:
		return
	}
	p.Headers, p.HeaderList = authflow.HeadersListed, items
	if slices.Contains(items, "*") && p.AllowsAuthorization() == authflow.No {
		p.Headers = authflow.HeadersStar
	}
}

// addBeforeEnd returns the edit that adds to the end of a string literal.
func addBeforeEnd(v value.Value, text string) []authflow.Edit {
	if v.Node.Kind() != syntax.String {
		return nil
	}
	end := v.Span().End - 1
	return []authflow.Edit{{At: source.Span{File: v.File.Path, Start: end, End: end}, Text: text}}
}

func quoteLike(literal syntax.Node, text string) string {
	q := literal.Text()[:1]
	return q + text + q
}

// forDevelopment reports whether code stands on a branch, in a function or in a
// file that is for developers' machines.
func (r *reader) forDevelopment(n syntax.Node) bool {
	if credential.NamesDevelopment(fileStem(r.file.Path)) {
		return true
	}
	for _, c := range flow.Conditions(n, syntax.Node{}) {
		if credential.SpeaksOfDevelopment(c.Expr.Text()) {
			return true
		}
	}
	for fn := functionOf(n); fn.OK(); fn = functionOf(fn) {
		name := fn.Child(syntax.FieldName)
		if fn.Parent().Kind() == syntax.VariableDeclarator {
			name = fn.Parent().Child(syntax.FieldName)
		}
		if credential.NamesDevelopment(name.Text()) {
			return true
		}
	}
	return false
}

func fileStem(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

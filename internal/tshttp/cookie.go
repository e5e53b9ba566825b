package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A cookieForm is how a library takes a cookie, and what it makes of options
// that are not given.
type cookieForm struct {
	library  string
	name     int  // the position of the name; value and options follow
	clears   bool // options follow the name at once
	signed   bool // a key stands between the value and the options
	httpOnly bool // on by default
	secure   bool // on by default
	path     string
}

// readCookieWrite reads a call that sets or clears a cookie of an answer.
func (r *reader) readCookieWrite(n syntax.Node, callee value.Value) {
	form, ok := r.cookieForm(n, callee)
	if !ok {
		return
	}
	var args []syntax.Node
	for a := range n.Child(syntax.FieldArguments).Elements() {
		args = append(args, a)
	}
	if len(args) <= form.name {
		return
	}
	c := &authflow.CookieWrite{At: r.span(n), Library: form.library, Clears: form.clears, Root: r.eval.Project.PackageDir(r.file.Path)}
	if whole := r.value(args[form.name]); form.library == "Next" && whole.Kind == value.Object {
		r.cookieObject(c, form, whole)
		return
	}
	c.Name, _ = r.value(args[form.name]).Constant()
	at := form.name + 1
	if !form.clears {
		if len(args) <= at {
			c.Clears = form.library == "Koa" // ctx.cookies.set(name)
		} else {
			r.cookieValue(c, args[at])
		}
		if at++; form.signed {
			at++
		}
	}
	options := value.Value{Kind: value.Undefined}
	if len(args) > at {
		options = r.value(args[at])
	}
	r.cookieOptions(c, form, options)
	r.out.cookies = append(r.out.cookies, c)
}

// cookieObject reads cookies.set({ name, value, httpOnly }) of Next.
func (r *reader) cookieObject(c *authflow.CookieWrite, form cookieForm, whole value.Value) {
	c.Name, _ = r.option(whole, "name").Constant()
	if p := ownPair(whole.Node, "value"); p.OK() && whole.File == r.file && !form.clears {
		r.cookieValue(c, p.Child(syntax.FieldValue))
	}
	r.cookieOptions(c, form, whole)
	r.out.cookies = append(r.out.cookies, c)
}

func (r *reader) cookieForm(n syntax.Node, callee value.Value) (cookieForm, bool) {
	if callee.Kind != value.Member && callee.Kind != value.External && callee.Kind != value.Global {
		return cookieForm{}, false
	}
	fn := n.Child(syntax.FieldFunction)
	ofResponse := fn.Kind() == syntax.MemberExpression && (isResponseName(rootName(fn)) || r.makesResponse(rootNode(fn)))
	store := callee.Kind == value.Member && r.isCookieStore(*callee.Base)
	jar := ofResponse && fn.Child(syntax.FieldObject).Kind() == syntax.MemberExpression && fn.Child(syntax.FieldObject).Child(syntax.FieldProperty).Text() == "cookies"
	next := cookieForm{library: "Next", path: "/"}
	switch callee.Name {
	case "cookie":
		return cookieForm{library: "Express", path: "/"}, ofResponse && !jar
	case "clearCookie":
		if rootName(fn) == "reply" {
			return cookieForm{library: "Fastify", clears: true}, true
		}
		return cookieForm{library: "Express", clears: true, path: "/"}, ofResponse
	case "setCookie":
		switch {
		case ofResponse:
			return cookieForm{library: "Fastify"}, true
		case callee.From("setCookie", "nookies"):
			// without a context it is the browser that sets it
			return cookieForm{library: "nookies", name: 1}, !firstOf(n.Child(syntax.FieldArguments)).Is(syntax.Null, syntax.Undefined)
		case callee.From("setCookie", "hono/cookie"), callee.From("setCookie", "h3"), callee.IsGlobal("setCookie"):
			return cookieForm{library: "Hono", name: 1, path: "/"}, len(n.Text()) > 0
		}
	case "setSignedCookie":
		return cookieForm{library: "Hono", name: 1, signed: true, path: "/"}, callee.From("setSignedCookie", "hono/cookie")
	case "deleteCookie":
		return cookieForm{library: "Hono", name: 1, clears: true, path: "/"}, callee.From("deleteCookie", "hono/cookie", "h3")
	case "set":
		if store && callee.Base.Kind == value.Member {
			return cookieForm{library: "Koa", httpOnly: true, path: "/"}, true
		}
		return next, store || jar
	case "delete":
		next.clears = true
		return next, store && callee.Base.Kind == value.Call || jar
	case "serialize":
		return cookieForm{library: "cookie"}, callee.From("serialize", "cookie") || callee.Kind == value.Member && isPackage(*callee.Base, "cookie")
	}
	return cookieForm{}, false
}

// makesResponse: a variable holds an answer of Next that was made here:
// const out = NextResponse.json(…).
func (r *reader) makesResponse(n syntax.Node) bool {
	if n.Kind() != syntax.Identifier {
		return false
	}
	b := r.file.Scopes.Lookup(n)
	if b == nil || !b.Init.OK() {
		return false
	}
	init := bare(b.Init)
	made := init.Child(syntax.FieldConstructor)
	if init.Kind() == syntax.CallExpression {
		made = rootNode(init.Child(syntax.FieldFunction))
	}
	return made.Text() == "NextResponse"
}

// cookieValue reads what is put into a cookie. Nothing at all takes it away.
func (r *reader) cookieValue(c *authflow.CookieWrite, n syntax.Node) {
	v := r.value(n)
	text, constant := v.Constant()
	switch {
	case v.Kind == value.Null || v.Kind == value.Undefined || constant && text == "":
		c.Clears = true
	case v.Kind == value.Number || v.Kind == value.Bool:
		c.Credential = authflow.No
	default:
		c.Credential = authflow.TruthOf(credential.CookieHolds(c.Name, r.eval.Shapes(r.operand(n))))
	}
}

func (r *reader) cookieOptions(c *authflow.CookieWrite, form cookieForm, options value.Value) {
	switch options.Kind {
	case value.Undefined:
		c.HTTPOnly, c.Secure, c.SameSite = authflow.TruthOf(form.httpOnly), authflow.TruthOf(form.secure), authflow.SameSiteAbsent
		c.Domain, c.Path = authflow.Attribute{Known: true}, authflow.Attribute{Known: form.path != "", Value: form.path}
		return
	case value.Object:
	default:
		return // made elsewhere
	}
	c.Secure = truthOf(r.option(options, "secure"))
	c.HTTPOnly = truthOf(r.option(options, "httpOnly"))
	if form.httpOnly && r.option(options, "httpOnly").Kind == value.Undefined {
		c.HTTPOnly = authflow.Yes
	}
	if form.secure && r.option(options, "secure").Kind == value.Undefined {
		c.Secure = authflow.Yes
	}
	c.SameSite = sameSiteOf(r.option(options, "sameSite"))
	c.Domain = attributeOf(r.option(options, "domain"), "")
	c.Path = attributeOf(r.option(options, "path"), form.path)
	c.SetSecure, c.SetHTTPOnly = setOption(options, "secure"), setOption(options, "httpOnly")
	age := r.option(options, "maxAge")
	ended := age.Kind == value.Number && strings.Trim(age.Node.Text(), "0") == "" || age.Node.OK() && strings.HasPrefix(age.Node.Text(), "-")
	if ended {
		c.Clears = true
	}
	if expires := r.option(options, "expires"); expires.Kind == value.Call && strings.HasPrefix(expires.Node.Text(), "new Date(0") {
		c.Clears = true
	}
	if form.clears && form.library == "Express" && !ended && age.Kind != value.Undefined && age.Kind != value.Null && strings.HasPrefix(r.eval.Project.Version(r.file.Path, "express"), "4") {
		c.Lives = authflow.OwnMaxAge
	}
}

func sameSiteOf(v value.Value) authflow.SameSite {
	switch text, constant := v.Constant(); {
	case v.Kind == value.Undefined, v.Kind == value.Bool && v.Name == "false":
		return authflow.SameSiteAbsent
	case v.Kind == value.Bool:
		return authflow.SameSiteStrict // true
	case !constant:
	case strings.EqualFold(text, "none"):
		return authflow.SameSiteNone
	case strings.EqualFold(text, "lax"):
		return authflow.SameSiteLax
	case strings.EqualFold(text, "strict"):
		return authflow.SameSiteStrict
	}
	return authflow.SameSiteUnknown
}

func attributeOf(v value.Value, absent string) authflow.Attribute {
	if v.Kind == value.Undefined {
		return authflow.Attribute{Known: true, Value: absent}
	}
	text, ok := v.Constant()
	return authflow.Attribute{Known: ok, Value: text}
}

// setOption returns the edit that turns a boolean option of a literal on.
func setOption(options value.Value, name string) []authflow.Edit {
	file := options.File.Path
	if p := ownPair(options.Node, name); p.OK() {
		if v := p.Child(syntax.FieldValue); v.Kind() == syntax.False {
			return []authflow.Edit{{At: options.File.Span(v), Text: "true"}}
		}
		return nil
	}
	first := firstOf(options.Node)
	if !first.OK() {
		return nil
	}
	at := options.File.Span(first).Start
	sep := ", "
	if text := options.Node.Text(); strings.Contains(text[:min(len(text), at-options.Span().Start)], "\n") {
		line := options.Node.Tree().Source()[:at]
		sep = "," + line[strings.LastIndexByte(line, '\n'):]
	}
	return []authflow.Edit{{At: source.Span{File: file, Start: at, End: at}, Text: name + ": true" + sep}}
}

// readSession reads session({ … }) of express-session, cookie-session and
// koa-session, which set HttpOnly and nothing else by themselves.
func (r *reader) readSession(n syntax.Node, callee value.Value) {
	r.readPluginSession(n, callee)
	stored := isPackage(callee, "cookie-session", "koa-session") // in the cookie itself
	if !stored && !isPackage(callee, "express-session") {
		return
	}
	options := r.value(firstOf(n.Child(syntax.FieldArguments)))
	if options.Kind != value.Object {
		return
	}
	if stored {
		c := &authflow.CookieWrite{At: r.span(n), Library: packageOf(callee), Name: "session", Credential: authflow.Yes, Root: r.eval.Project.PackageDir(r.file.Path)}
		key := "name"
		if c.Library == "koa-session" {
			c.Name, key = "koa.sess", "key"
		}
		c.Name = attributeOf(r.option(options, key), c.Name).Value
		r.cookieOptions(c, cookieForm{library: c.Library, httpOnly: true, path: "/"}, options)
		c.Clears = false
		r.out.cookies = append(r.out.cookies, c)
		return
	}
	c := &authflow.CookieWrite{At: r.span(n), Library: "express-session", Name: "connect.sid", Credential: authflow.Yes, Root: r.eval.Project.PackageDir(r.file.Path)}
	if name := attributeOf(r.option(options, "name"), c.Name); name.Known {
		c.Name = name.Value
	} else {
		c.Name = ""
	}
	r.cookieOptions(c, cookieForm{library: "express-session", httpOnly: true, path: "/"}, r.option(options, "cookie"))
	c.Clears = false // cookie.expires: false and the like
	cookie := r.option(options, "cookie")
	c.Withheld = cookie.Kind == value.Object && inProduction(r.option(cookie, "secure")) && r.option(options, "proxy").Kind == value.Undefined && r.speaksPlainHTTP(n) && !r.forDevelopment(n)
	r.out.cookies = append(r.out.cookies, c)
}

// readPluginSession reads register(session, { cookie: { … } }) of Fastify.
func (r *reader) readPluginSession(n syntax.Node, callee value.Value) {
	plugin := firstOf(n.Child(syntax.FieldArguments))
	if callee.Kind != value.Member || callee.Name != "register" || !plugin.OK() || !isPackage(r.value(plugin), "@fastify/session", "@fastify/secure-session") {
		return
	}
	options := r.value(plugin.Next())
	if options.Kind != value.Object {
		return
	}
	c := &authflow.CookieWrite{At: r.span(n), Library: r.value(plugin).Module, Name: "session", Credential: authflow.Yes, Root: r.eval.Project.PackageDir(r.file.Path)}
	r.cookieOptions(c, cookieForm{library: c.Library, httpOnly: true, secure: c.Library == "@fastify/session", path: "/"}, r.option(options, "cookie"))
	c.Clears = false
	r.out.cookies = append(r.out.cookies, c)
}

// inProduction: an option is on, or is where the environment is production.
func inProduction(v value.Value) bool {
	if v.Kind == value.Bool {
		return v.Name == "true"
	}
	return v.Kind == value.Unknown && v.Node.Kind() == syntax.BinaryExpression && strings.HasPrefix(v.Node.Operator(), "==") && strings.Contains(v.Node.Text(), "'production'")
}

// tlsServers are words of a file that serves https by itself, or trusts a proxy.
var tlsServers = []string{"trust proxy", "'https'", `"https"`, "node:https", "http2", "spdy", "greenlock"}

// speaksPlainHTTP: app.use(session(…)) is of an application that listens in the
// same file, where nothing speaks TLS and no other code is given it.
func (r *reader) speaksPlainHTTP(session syntax.Node) bool {
	use := session.Parent().Parent()
	fn := use.Child(syntax.FieldFunction)
	if calleeName(use) != "use" || fn.Kind() != syntax.MemberExpression {
		return false // kept in a variable, or on a router
	}
	app := r.file.Scopes.Lookup(fn.Child(syntax.FieldObject))
	if r.routerOf(app) != "Express" {
		return false
	}
	src := r.file.Tree.Source()
	for _, w := range tlsServers {
		if strings.Contains(src, w) {
			return false
		}
	}
	listens := false
	for _, ref := range app.Refs {
		switch p := ref.Parent(); p.Kind() {
		case syntax.MemberExpression:
			listens = listens || p.Child(syntax.FieldProperty).Text() == "listen"
		case syntax.Arguments:
			if calleeName(p.Parent()) != "createServer" {
				return false // it may be configured there
			}
			listens = true
		}
	}
	return listens
}

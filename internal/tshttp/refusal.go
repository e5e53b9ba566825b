package tshttp

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// How servers say that a request is refused: res.status(401).json(…) of Express,
// ctx.status = 401 of Koa, c.json(…, 401) of hono, reply.code(401) of Fastify,
// and a redirect to the login.

// bodyMethods write a body to a response of Express.
var bodyMethods = []string{"json", "jsonp", "send", "end", "render", "sendFile"}

// answerMethods are the methods of a response, or of a context, that this file
// reads; html and body are hono's.
var answerMethods = append([]string{"sendStatus", "status", "code", "writeHead", "redirect", "text", "html", "body", "newResponse"}, bodyMethods...)

// An answering is a chain of calls on a response: res.status(401).json(…).
type answering struct {
	root   syntax.Node // the response, or the context
	status syntax.Node // the expression of the status; none for a redirect
	target syntax.Node // of a redirect
	// last is the method called last. body: something is sent. inBody: the status
	// is an argument of what makes the body, as in hono.
	last         string
	body, inBody bool
}

// answeringOf takes a chain of calls apart.
func answeringOf(n syntax.Node) (a answering, ok bool) {
	a.last = calleeName(n)
	for n.Kind() == syntax.CallExpression {
		fn := n.Child(syntax.FieldFunction)
		if fn.Kind() != syntax.MemberExpression {
			return a, false
		}
		args := n.Child(syntax.FieldArguments)
		first := firstOf(args)
		direct := bare(fn.Child(syntax.FieldObject)).Kind() != syntax.CallExpression
		switch name := fn.Child(syntax.FieldProperty).Text(); name {
		case "status", "code", "writeHead":
			a.status = first
		case "sendStatus":
			a.status, a.body = first, true
		case "redirect":
			a.target, a.body = first, true
			if first.Next().OK() {
				a.target = first.Next() // res.redirect(302, '/login'): hono's second is the status
				if first.Is(syntax.String, syntax.TemplateString) {
					a.target = first
				}
			}
		case "json", "text", "html", "body", "newResponse":
			a.body = true
			if second := first.Next(); second.OK() && direct && !a.status.OK() {
				a.status, a.inBody = statusOption(second), true
			}
		default:
			a.body = a.body || slices.Contains(bodyMethods, name)
			if (name == "send" || name == "json") && first.Kind() == syntax.Number && direct {
				a.status = first // res.send(401)
			}
		}
		n = bare(fn.Child(syntax.FieldObject))
	}
	a.root = n
	return a, n.Kind() == syntax.Identifier && (a.status.OK() || a.target.OK())
}

// statusOption is the status in c.json(body, 401), NextResponse.json(body, {
// status: 401 }).
func statusOption(n syntax.Node) syntax.Node {
	if n.Kind() != syntax.Object {
		return n
	}
	for p := range n.Elements() {
		if p.Kind() == syntax.Pair && p.Child(syntax.FieldKey).Text() == "status" {
			return p.Child(syntax.FieldValue)
		}
	}
	return syntax.Node{}
}

// statusOf returns the number of a status, or what its name says:
// HttpStatus.UNAUTHORIZED. 0 where it is not known.
func (r *reader) statusOf(f *module.File, n syntax.Node) int {
	if n = bare(n); !n.OK() {
		return 0
	}
	if n.Kind() != syntax.Number {
		if !n.Is(syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression) {
			return 0
		}
		if v := r.eval.Eval(f, n, nil); v.Kind == value.Number {
			n = v.Node
		}
	}
	if code, err := strconv.Atoi(n.Text()); err == nil {
		return code
	}
	words := credential.Words(lastProperty(n))
	switch {
	case slices.Contains(words, "unauthorized"), slices.Contains(words, "unauthorised"):
		return 401
	case slices.Contains(words, "forbidden"):
		return 403
	}
	return 0
}

// statusFound is the status of a redirect.
const statusFound = 302

// readServerAnswer reads a call that answers, where it is a statement.
func (r *reader) readServerAnswer(n syntax.Node) {
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression || !slices.Contains(answerMethods, fn.Child(syntax.FieldProperty).Text()) {
		return
	}
	a, ok := answeringOf(n)
	if !ok || n.Parent().Kind() == syntax.MemberExpression {
		return // of a chain, the whole is read
	}
	h := r.serverHandler(a.root)
	if h == nil {
		return
	}
	status := statusFound
	if !a.target.OK() {
		status = r.statusOf(r.file, a.status)
	}
	way := authflow.Answered
	switch {
	case h.kind == "Fastify":
		switch {
		case !a.body:
			way = authflow.Unsent
		case h.next != nil || r.isHook(h.fn):
			return // it runs no handler once something is sent
		}
	case a.inBody && h.next == nil && !(h.answer.Index == 0 && r.usesHono()):
		return // some other json with a number
	case a.inBody, a.target.OK() && r.usesHono():
		h.kind, way = "hono", authflow.ThrownAway
	}
	r.addRejection(h, n, fn, status, way, !a.body)
}

// usesHono: the file is about hono, whose context is called like Koa's.
func (r *reader) usesHono() bool {
	src := r.file.Tree.Source()
	return strings.Contains(src, "'hono") || strings.Contains(src, `"hono`)
}

// readServerStatus reads ctx.status = 401 of Koa, res.statusCode = 401.
func (r *reader) readServerStatus(n syntax.Node) {
	left := n.Child(syntax.FieldLeft)
	if left.Kind() != syntax.MemberExpression {
		return
	}
	name, object := left.Child(syntax.FieldProperty).Text(), left.Child(syntax.FieldObject)
	if name != "status" && name != "statusCode" {
		return
	}
	if object.Kind() == syntax.MemberExpression && slices.Contains([]string{"response", "res"}, object.Child(syntax.FieldProperty).Text()) {
		object = object.Child(syntax.FieldObject) // ctx.response.status
	}
	if object.Kind() != syntax.Identifier {
		return
	}
	status := r.statusOf(r.file, n.Child(syntax.FieldRight))
	h := r.serverHandler(object)
	switch {
	case h == nil || status < 400:
	case h.kind == "Fastify" && name == "statusCode":
		r.addRejection(h, n, left, status, authflow.Unsent, true)
	case h.next != nil:
		if name == "status" {
			h.kind = "koa"
		}
		r.addRejection(h, n, left, status, authflow.Answered, true)
	case isContextName(object.Text()) && name == "status" && setsBody(n, object):
		h.kind = "koa"
		r.addRejection(h, n, left, status, authflow.Answered, false)
	}
}

// setsBody: the body of the answer is set beside its status: ctx.body = …
func setsBody(status, context syntax.Node) bool {
	stmt, _ := statementOf(status)
	if !stmt.OK() {
		return false
	}
	for s := range stmt.Parent().Elements() {
		if e := firstOf(s); s.Kind() == syntax.ExpressionStatement && e.Kind() == syntax.AssignmentExpression && e.Child(syntax.FieldLeft).Text() == context.Text()+".body" {
			return true
		}
	}
	return false
}

// toLogin matches where those are sent who have to log in first.
var toLogin = regexp.MustCompile(`(?i)log-?in|sign-?in|auth|denied|forbidden|40[13]`)

// refusing: a redirect sends away who is not logged in, not who is.
func (r *reader) refusing(stmt, target syntax.Node) bool {
	if toLogin.MatchString(target.Text()) {
		return true
	}
	for _, c := range flow.Conditions(stmt, functionOf(stmt)) {
		if strings.HasPrefix(bare(c.Expr).Text(), "!") == c.Holds {
			return true
		}
	}
	return false
}

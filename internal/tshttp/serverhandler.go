package tshttp

import (
	"slices"
	"strconv"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Handlers of Express and what is shaped like it (connect, NestJS middleware,
// API routes of Next): the response is a parameter, the next handler the one
// after it. Koa and hono are told by their context, which next follows too.

// A serverHandler is a function that is given a request to answer.
type serverHandler struct {
	fn   syntax.Node
	kind string
	// answer is the parameter that answers, next the one after it, nil where there
	// is none.
	answer, next *scope.Binding
}

// bodyMethods write a body to a response of Express.
var bodyMethods = []string{"json", "jsonp", "send", "end", "render", "sendFile"}

// readServerAnswer reads res.status(401).json(…), res.sendStatus(401) and
// c.json(…, 401), where such a call is a statement of its own.
func (r *reader) readServerAnswer(n syntax.Node) {
	fn := n.Child(syntax.FieldFunction)
	if fn.Kind() != syntax.MemberExpression {
		return
	}
	name := fn.Child(syntax.FieldProperty).Text()
	if name != "sendStatus" && name != "status" && name != "text" && !slices.Contains(bodyMethods, name) {
		return
	}
	object, status, bare := fn.Child(syntax.FieldObject), "", false
	switch {
	case object.Kind() == syntax.CallExpression && calleeName(object) == "status" && name != "status":
		status = constantArg(object, 0)
		object = object.Child(syntax.FieldFunction).Child(syntax.FieldObject)
	case name == "sendStatus":
		status = constantArg(n, 0)
	case name == "status":
		status, bare = constantArg(n, 0), true
	case name == "json" || name == "text":
		status = constantArg(n, 1)
	}
	if status != "401" && status != "403" || object.Kind() != syntax.Identifier {
		return
	}
	way := authflow.Answered
	h := r.serverHandler(object)
	if (name == "json" || name == "text") && object.Parent() == fn {
		way = authflow.ThrownAway
		if h != nil {
			h.kind = "hono"
		}
		if h == nil || h.next == nil {
			return // some other json with a number
		}
	}
	r.addRejection(h, n, fn, status, way, bare)
}

// readServerStatus reads ctx.status = 401 of koa.
func (r *reader) readServerStatus(n syntax.Node) {
	left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight).Text()
	if right != "401" && right != "403" || left.Kind() != syntax.MemberExpression {
		return
	}
	object := left.Child(syntax.FieldObject)
	if name := left.Child(syntax.FieldProperty).Text(); name != "status" && name != "statusCode" || object.Kind() != syntax.Identifier {
		return
	}
	if h := r.serverHandler(object); h != nil && h.next != nil {
		if left.Child(syntax.FieldProperty).Text() == "status" {
			h.kind = "koa"
		}
		r.addRejection(h, n, left, right, authflow.Answered, true)
	}
}

func constantArg(call syntax.Node, i int) string {
	for a := range call.Child(syntax.FieldArguments).Elements() {
		if i == 0 {
			if a.Kind() == syntax.Number {
				return a.Text()
			}
			return ""
		}
		i--
	}
	return ""
}

// serverHandler returns the handler whose parameter a name is; nil where it is
// none. Fastify, whose hooks stop once they have sent, is left aside.
func (r *reader) serverHandler(name syntax.Node) *serverHandler {
	b := r.file.Scopes.Lookup(name)
	if b == nil || b.Kind != scope.Param || len(b.Path) > 0 || b.Rest || len(b.Writes) > 0 || b.Name == "reply" {
		return nil
	}
	if t := r.eval.TypeOf(r.file, b.Decl); t.Kind == value.External && t.Module == "fastify" {
		return nil
	}
	h := &serverHandler{fn: b.Func, kind: "Express", answer: b}
	for _, o := range r.file.Scopes.Bindings() {
		if o.Kind == scope.Param && o.Func == b.Func && o.Index == b.Index+1 && len(o.Path) == 0 && slices.ContainsFunc(o.Refs, isCalled) {
			h.next = o
		}
	}
	return h
}

func isCalled(n syntax.Node) bool {
	p := n.Parent()
	return p.Kind() == syntax.CallExpression && p.Child(syntax.FieldFunction) == n
}

// addRejection notes a place where a handler refuses, if that is a statement of
// its own.
func (r *reader) addRejection(h *serverHandler, n, callee syntax.Node, status string, way authflow.RejectionWay, bare bool) {
	stmt := n.Parent()
	if stmt.Kind() == syntax.AwaitExpression {
		stmt = stmt.Parent()
	}
	if h != nil && h.next != nil {
		r.out.evidence.AuthMiddlewares = append(r.out.evidence.AuthMiddlewares, signature(r.file, h.fn))
	}
	if h == nil || stmt.Kind() != syntax.ExpressionStatement {
		return // returned, or one side of an expression
	}
	code, _ := strconv.Atoi(status)
	rej := &authflow.Rejection{At: r.span(n), Call: value.Spell(callee), Status: code, Way: way}
	rej.Sequel = r.sequel(h, stmt, bare)
	if rej.Sequel.Kind > authflow.SequelEnds && (way == authflow.ThrownAway || !bare) {
		rej.Mend, rej.MendBy = []authflow.Edit{{At: before(r.span(stmt)), Text: "return "}}, "Return the answer"
	}
	fact := r.handlerFact(h)
	fact.Rejections = append(fact.Rejections, rej)
}

// handlerFact returns the fact of a handler, made at its first rejection.
func (r *reader) handlerFact(h *serverHandler) *authflow.ServerHandler {
	at := signature(r.file, h.fn)
	for _, f := range r.out.serverHandlers {
		if f.At == at {
			return f
		}
	}
	f := &authflow.ServerHandler{At: at, ID: value.Value{File: r.file, Node: h.fn}.Key(), Framework: h.kind, Authenticates: true}
	if b := nameOf(r.file, h.fn); b != nil {
		f.Name = b.Name
	}
	if h.next != nil {
		f.Middleware = authflow.Yes
		f.MiddlewareAt = r.span(h.next.Refs[slices.IndexFunc(h.next.Refs, isCalled)].Parent())
	}
	f.PassesOptions = strings.Contains(h.fn.Text(), "OPTIONS")
	r.out.serverHandlers = append(r.out.serverHandlers, f)
	return f
}

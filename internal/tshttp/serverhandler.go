package tshttp

import (
	"regexp"
	"slices"
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
	// guard: what it returns decides whether the request is let in (NestJS).
	// middleware: a route or page runs after it, unless it returns an answer (Next).
	guard, middleware bool
}

// serverHandler returns the handler whose response, or context, a name is; nil
// where it is none.
func (r *reader) serverHandler(name syntax.Node) *serverHandler {
	b := r.file.Scopes.Lookup(name)
	if b == nil || len(b.Path) > 0 || b.Rest || len(b.Writes) > 0 {
		return nil
	}
	if b.Kind != scope.Param {
		return r.guardOf(b)
	}
	h := &serverHandler{fn: b.Func, kind: "Express", answer: b}
	if b.Name == "reply" || r.isFastify(b) || b.Index == 1 && r.isHook(b.Func) {
		h.kind = "Fastify"
	}
	for _, o := range r.file.Scopes.Bindings() {
		switch {
		case o.Kind != scope.Param || o.Func != b.Func || len(o.Path) > 0:
		case o.Index == b.Index+1 && slices.ContainsFunc(o.Refs, runsNext):
			h.next = o
		case o.Index == b.Index-2:
			return nil // (err, req, res, next): what runs next lets nobody in
		}
	}
	return h
}

// isFastify: the parameter is a reply by its type, or by the method that no
// other framework has.
func (r *reader) isFastify(b *scope.Binding) bool {
	if t := r.eval.TypeOf(r.file, b.Decl); t.Kind == value.External && t.Module == "fastify" {
		return true
	}
	return slices.ContainsFunc(b.Refs, func(n syntax.Node) bool {
		p := n.Parent()
		return p.Kind() == syntax.MemberExpression && p.Child(syntax.FieldProperty).Text() == "code" && isCalled(p)
	})
}

// guardOf returns the guard or the interceptor of NestJS in which a variable is
// the response: const res = context.switchToHttp().getResponse().
func (r *reader) guardOf(b *scope.Binding) *serverHandler {
	if !b.Init.OK() || bare(b.Init).Kind() != syntax.CallExpression || calleeName(bare(b.Init)) != "getResponse" {
		return nil
	}
	fn := functionOf(b.Node)
	if !fn.OK() {
		return nil
	}
	if next := r.interceptorNext(fn); next != nil {
		return &serverHandler{fn: fn, kind: "NestJS", answer: b, next: next}
	}
	if !isGuard(fn) {
		return nil
	}
	return &serverHandler{fn: fn, kind: "NestJS", answer: b, guard: true}
}

// interceptorNext returns the parameter by which an interceptor of NestJS runs
// the handler, nil where the function is none.
func (r *reader) interceptorNext(fn syntax.Node) *scope.Binding {
	if fn.Kind() != syntax.MethodDefinition || fn.Child(syntax.FieldName).Text() != "intercept" {
		return nil
	}
	for _, o := range r.file.Scopes.Bindings() {
		if o.Kind == scope.Param && o.Func == fn && o.Index == 1 && len(o.Path) == 0 && slices.ContainsFunc(o.Refs, runsNext) {
			return o
		}
	}
	return nil
}

// isGuard: NestJS asks the function whether a request is let in.
func isGuard(fn syntax.Node) bool {
	return fn.Kind() == syntax.MethodDefinition && fn.Child(syntax.FieldName).Text() == "canActivate"
}

func isCalled(n syntax.Node) bool {
	p := n.Parent()
	return p.Kind() == syntax.CallExpression && p.Child(syntax.FieldFunction) == n
}

// runsNext: the next handler is called: next(), next.handle() of NestJS.
func runsNext(n syntax.Node) bool {
	p := n.Parent()
	return isCalled(n) || p.Kind() == syntax.MemberExpression && p.Child(syntax.FieldProperty).Text() == "handle" && isCalled(p)
}

// statementOf returns the statement that an expression is, by itself or as what
// a condition leads to: user || res.sendStatus(401). direct: by itself.
func statementOf(n syntax.Node) (stmt syntax.Node, direct bool) {
	direct = true
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.ExpressionStatement:
			return p, direct
		case syntax.AwaitExpression, syntax.ParenthesizedExpression:
		case syntax.BinaryExpression:
			if p.Child(syntax.FieldRight) != n || !shortCircuits(p) {
				return syntax.Node{}, false
			}
			direct = false
		case syntax.TernaryExpression:
			if p.Child(syntax.FieldCondition) == n {
				return syntax.Node{}, false
			}
			direct = false
		default:
			if p.Kind() == syntax.UnaryExpression && p.Operator() == "void" {
				continue
			}
			return syntax.Node{}, false
		}
	}
	return syntax.Node{}, false
}

// addRejection notes a place where a handler refuses, if that is a statement of
// its own. unfinished: a status is set, and the body comes by itself.
func (r *reader) addRejection(h *serverHandler, n, callee syntax.Node, status int, way authflow.RejectionWay, unfinished bool) {
	refuses := status == 401 || status == 403
	if refuses && h.next != nil {
		r.out.evidence.AuthMiddlewares = append(r.out.evidence.AuthMiddlewares, signature(r.file, h.fn))
	}
	if !refuses && (unfinished || h.next == nil && !h.guard || status != statusFound && status < 400 || !r.looksAtCredentials(h.fn)) {
		return // an answer of another kind, or not known
	}
	if refuses && h.next == nil && h.answer.Index == 0 && h.answer.Kind == scope.Param {
		r.askCallersOf(h.fn) // unauthorized(res): who calls it may go on
	}
	rej := &authflow.Rejection{At: r.span(n), Call: value.Spell(callee), Status: status, Way: way}
	stmt, direct := statementOf(n)
	if way == authflow.Answered && status != statusFound {
		if rej.Sequel = r.passedOver(h, n); rej.Sequel.Kind == authflow.SequelNext {
			rej.Callback = true
			r.keepRejection(h, rej)
			return
		}
	}
	switch {
	case stmt.OK():
	case h.guard && n.Parent().Kind() == syntax.ReturnStatement:
		rej.Way, rej.Returned, rej.Chain = authflow.CountsTrue, true, authflow.Yes
		r.keepRejection(h, rej)
		return
	default:
		return // returned, or one side of an expression
	}
	if status == statusFound {
		a, _ := answeringOf(n)
		if !a.target.OK() || !r.refusing(stmt, a.target) {
			return
		}
	}
	unfinished = unfinished && !r.answeredBelow(h, stmt)
	if way == authflow.Unsent && (!unfinished || throwsBelow(stmt)) {
		return
	}
	rej.Sequel = r.sequel(h, stmt, unfinished)
	if way == authflow.Unsent && h.next == nil && rej.Sequel.Kind == authflow.SequelEnds && r.isHook(h.fn) {
		h.middleware, rej.Chain = true, authflow.Yes
	}
	switch rej.Sequel.Kind {
	case authflow.SequelUnknown, authflow.SequelEnds:
	default:
		switch {
		case h.guard:
			rej.Mend, rej.MendBy = []authflow.Edit{{At: after(r.span(stmt)), Text: " return false"}}, "Return false after the answer"
		case direct && (way == authflow.ThrownAway || !unfinished):
			rej.Mend, rej.MendBy = []authflow.Edit{{At: before(r.span(stmt)), Text: "return "}}, "Return the answer"
		}
		if !direct {
			rej.Mend = nil
		}
	}
	r.keepRejection(h, rej)
}

// throwsBelow: a later statement of the same block throws.
func throwsBelow(stmt syntax.Node) bool {
	for s := stmt.Next(); s.OK(); s = s.Next() {
		if mayThrow(s) {
			return true
		}
	}
	return false
}

func (r *reader) keepRejection(h *serverHandler, rej *authflow.Rejection) {
	fact := r.handlerFact(h)
	fact.Rejections = append(fact.Rejections, rej)
}

// hooks are the stages of Fastify at which a request can be refused.
var hooks = []string{"onRequest", "preParsing", "preValidation", "preHandler"}

// isHook: Fastify runs the function before the handler of a route, as the file
// itself registers it.
func (r *reader) isHook(fn syntax.Node) bool {
	if registersHook(fn) {
		return true
	}
	b := nameOf(r.file, fn)
	return b != nil && slices.ContainsFunc(b.Refs, registersHook)
}

// registersHook reports whether n stands where hooks are registered:
// addHook('onRequest', n), { preHandler: [n] }, decorate('authenticate', n).
func registersHook(n syntax.Node) bool {
	p := n.Parent()
	if p.Kind() == syntax.Array {
		p = p.Parent()
	}
	switch p.Kind() {
	case syntax.Pair:
		return slices.Contains(hooks, p.Child(syntax.FieldKey).Text())
	case syntax.Arguments:
		first := firstOf(p)
		return first.Kind() == syntax.String && (calleeName(p.Parent()) == "addHook" && slices.Contains(hooks, scope.Unquote(first)) ||
			calleeName(p.Parent()) == "decorate" && authflow.NamesAuth(scope.Unquote(first)))
	}
	return false
}

// answeredBelow: a later statement of the same block sends the answer.
func (r *reader) answeredBelow(h *serverHandler, stmt syntax.Node) bool {
	if block := stmt.Parent(); block.Kind() != syntax.StatementBlock || block.Parent() == h.fn {
		return false
	}
	for s := stmt.Next(); s.OK(); s = s.Next() {
		for n := range s.Descendants() {
			if n.Kind() == syntax.CallExpression && answersOn(r, h, n, rootNode(n.Child(syntax.FieldFunction))) {
				return true
			}
		}
	}
	return false
}

// credentialWords are in the code of what lets requests in or not.
var credentialWords = regexp.MustCompile(`(?i)authorization|isAuthenticated|session|\.user\b|['"]user['"]|jwt|token|api-?key`)

// looksAtCredentials: the function is there to let requests in, by its name or
// by what it asks for.
func (r *reader) looksAtCredentials(fn syntax.Node) bool {
	if b := nameOf(r.file, fn); b != nil && authflow.NamesAuth(b.Name) {
		return true
	}
	return isGuard(fn) || credentialWords.MatchString(fn.Text())
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
	switch {
	case h.next != nil:
		f.Middleware, f.MiddlewareAt = authflow.Yes, at
		if i := slices.IndexFunc(h.next.Refs, runsNext); i >= 0 {
			f.MiddlewareAt = r.span(h.next.Refs[i].Parent())
		}
	case h.guard, h.middleware:
		f.Middleware, f.MiddlewareAt = authflow.Yes, at
	}
	f.PassesOptions = strings.Contains(h.fn.Text(), "OPTIONS")
	r.out.serverHandlers = append(r.out.serverHandlers, f)
	return f
}

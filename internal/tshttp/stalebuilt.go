package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readStaleBuilt reads a request that is sent after a refresh with a header that
// was made before it: options in a constant that are sent twice, a token that
// was read into a constant, the copy of Angular's request.
func (r *reader) readStaleBuilt(n syntax.Node, callee value.Value) {
	fn := handlerOfCall(n)
	if !fn.OK() || !r.asksRefused(fn) {
		return
	}
	next := r.passesNext(fn, n)
	if !next && !isFetch(callee) {
		return
	}
	renewed := r.refreshedBefore(n, fn)
	if !renewed.OK() || r.changedBetween(n, renewed, fn) {
		return
	}
	at := syntax.Node{}
	if next {
		at = r.oldCopy(n, renewed)
	} else {
		at = r.oldHeader(n, renewed, fn)
	}
	if at.OK() {
		r.out.stale = append(r.out.stale, staleBuilt{&authflow.StaleResend{
			At: r.span(n), Client: value.Spell(n.Child(syntax.FieldFunction)), Written: r.span(at), How: authflow.BuiltBefore,
		}, next, fn})
	}
}

// A staleBuilt waits for what else the project puts on the request.
type staleBuilt struct {
	fact    *authflow.StaleResend
	angular bool
	fn      syntax.Node
}

// passesNext reports whether a call hands a request to the rest of Angular's
// chain: next.handle(req), next(req).
func (r *reader) passesNext(fn, n syntax.Node) bool {
	callee := n.Child(syntax.FieldFunction)
	if callee.Kind() == syntax.MemberExpression {
		if callee.Child(syntax.FieldProperty).Text() != "handle" {
			return false
		}
		callee = callee.Child(syntax.FieldObject)
	}
	b := r.file.Scopes.Lookup(callee)
	if b == nil || b.Kind != scope.Param || b.Func != fn || b.Index != 1 {
		return false
	}
	type_ := b.Node.Parent().Child(syntax.FieldType).Text()
	return strings.Contains(type_, "HttpHandler") || strings.Contains(fn.Parent().Child(syntax.FieldType).Text(), "HttpInterceptorFn")
}

// refreshedBefore returns the refresh that every way to a place has behind it.
func (r *reader) refreshedBefore(n, fn syntax.Node) syntax.Node {
	var found syntax.Node
	for m := range fn.Descendants() {
		if m.Kind() != syntax.CallExpression || m.End() > n.Start() || onResult(m) || !r.refreshes(r.file, m, 0) {
			continue
		}
		block := m.Parent()
		for block.OK() && !block.Is(syntax.StatementBlock, syntax.Program, syntax.SwitchCase) {
			block = block.Parent()
		}
		if block.Contains(n) {
			found = m
		}
	}
	return found
}

// changedBetween: what is sent is mentioned between the refresh and the call,
// where it may be given the new token.
func (r *reader) changedBetween(n, renewed, fn syntax.Node) bool {
	sent := map[*scope.Binding]bool{}
	for m := range n.Child(syntax.FieldArguments).Descendants() {
		if b := r.file.Scopes.Lookup(m); b != nil && m.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) {
			sent[b] = true
			for i := range b.Init.Descendants() { // headers in const options = { headers }
				if c := r.file.Scopes.Lookup(i); c != nil && i.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) && b.Init.Kind() == syntax.Object {
					sent[c] = true
				}
			}
		}
	}
	begin := renewed // options.headers.Authorization = await refresh()
	for begin.OK() && !begin.Is(syntax.ExpressionStatement, syntax.LexicalDeclaration, syntax.VariableDeclaration, syntax.ReturnStatement, syntax.IfStatement) {
		begin = begin.Parent()
	}
	for m := range fn.Descendants() {
		if m.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) && m.Start() >= begin.Start() && m.Start() < n.Start() && sent[r.file.Scopes.Lookup(m)] {
			return true
		}
	}
	return false
}

// oldHeader returns the Authorization header of a fetch that was made before the
// refresh.
func (r *reader) oldHeader(n, renewed, fn syntax.Node) syntax.Node {
	config := r.value(firstOf(n.Child(syntax.FieldArguments)).Next())
	if config.Kind != value.Object {
		return syntax.Node{}
	}
	headers := r.eval.Prop(config, "headers", config.File, config.Node)
	if headers.Kind == value.Call && headers.New && headers.Base.IsGlobal("Headers") {
		headers = r.eval.Value(headers.Arg(0))
	}
	pair := authorizationIn(headers)
	if !pair.OK() || headers.File != r.file || !fn.Contains(pair) {
		return syntax.Node{}
	}
	if pair.End() < renewed.Start() && functionOf(pair) == functionOf(renewed) {
		return pair
	}
	old := false
	for m := range pair.Child(syntax.FieldValue).Descendants() {
		if m.Kind() == syntax.CallExpression {
			return syntax.Node{} // getToken(): the new one
		}
		b := r.file.Scopes.Lookup(m)
		if b == nil || m.Kind() != syntax.Identifier {
			continue
		}
		if b.Kind != scope.Const || !fn.Contains(b.Node) || b.Node.Start() > renewed.Start() || !b.Init.Is(syntax.CallExpression, syntax.AwaitExpression) || len(b.Path) > 0 {
			return syntax.Node{}
		}
		old = true
	}
	if !old {
		return syntax.Node{}
	}
	return pair
}

func authorizationIn(headers value.Value) syntax.Node {
	if headers.Kind != value.Object {
		return syntax.Node{}
	}
	for m := range headers.Node.Elements() {
		if m.Kind() == syntax.Pair && isAuthorization(scope.PropertyName(m.Child(syntax.FieldKey))) {
			return m
		}
	}
	return syntax.Node{}
}

// oldCopy returns where the copy of an Angular request was given its header,
// before the refresh.
func (r *reader) oldCopy(n, renewed syntax.Node) syntax.Node {
	arg := firstOf(n.Child(syntax.FieldArguments))
	b := r.file.Scopes.Lookup(arg)
	if arg.Kind() != syntax.Identifier || b == nil {
		return syntax.Node{}
	}
	places := slices.Clone(b.Writes)
	if b.Init.OK() {
		places = append(places, b.Init)
	}
	var made syntax.Node
	for _, w := range places {
		if w.Start() > renewed.Start() {
			return syntax.Node{}
		}
		from := w
		if w.Is(syntax.AssignmentExpression) {
			from = w.Child(syntax.FieldRight)
		}
		if r.copiesWithHeader(r.file, from) {
			made = from
		}
	}
	return made
}

// copiesWithHeader: req.clone({ setHeaders: { Authorization: … } }), itself or in
// a function that is called.
func (r *reader) copiesWithHeader(f *module.File, n syntax.Node) bool {
	for _, v := range r.eval.Eval(f, n, nil).Alternatives() {
		if v.Kind != value.Call || v.Base.Kind != value.Member || v.Base.Name != "clone" {
			continue
		}
		options := r.eval.Value(v.Arg(0))
		if authorizationIn(r.prop(options, "setHeaders")).OK() {
			return true
		}
		if h := r.prop(options, "headers"); h.Kind == value.Call && h.Base.Kind == value.Member && h.Base.Name == "set" {
			if name, _ := r.eval.Value(h.Arg(0)).Constant(); isAuthorization(name) {
				return true
			}
		}
	}
	return false
}

// linkStaleBuilt leaves out a request of Angular that another interceptor may
// give the new token.
func (l *linker) linkStaleBuilt() {
	for _, sh := range l.sheets {
		for _, s := range sh.stale {
			if s.angular && l.otherAngularHeader(sh, s.fn) {
				continue
			}
			l.facts.StaleResends = append(l.facts.StaleResends, s.fact)
		}
	}
}

func (l *linker) otherAngularHeader(in *sheet, fn syntax.Node) bool {
	for _, sh := range l.sheets {
		for _, h := range sh.headers {
			n := sh.file.Tree.At(h.at.node)
			if h.fact.IsAuthorization() && h.key == "angular" && (sh != in || enclosingClass(n) != enclosingClass(fn) || !enclosingClass(fn).OK() && !fn.Contains(n)) {
				return true
			}
		}
	}
	return false
}

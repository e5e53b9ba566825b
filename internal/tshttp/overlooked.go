package tshttp

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// readOverlooked reads a check of a middleware that leads to nothing: if (!token)
// {}, if (err) console.log(err), catch {} around a call that verifies.
func (r *reader) readOverlooked(n syntax.Node) {
	body := n.Child(syntax.FieldConsequence)
	if n.Kind() == syntax.CatchClause {
		body = n.Child(syntax.FieldBody)
	}
	if n.Child(syntax.FieldAlternative).OK() || !onlyLogs(body) {
		return
	}
	fn := functionOf(n)
	if !fn.OK() {
		return
	}
	var h *serverHandler
	for f := fn; f.OK() && h == nil; f = functionOf(f) {
		h = r.handlerAt(f)
	}
	if h == nil || h.next == nil || !authflow.DemandsLogin(r.calledAs(h.fn)) {
		return
	}
	stmt, call := n, bare(n.Child(syntax.FieldCondition)).Text()
	known := map[string]bool{"headersSent": true}
	if n.Kind() == syntax.CatchClause {
		stmt, call = n.Parent(), "catch"
		if !namesVerifying(stmt.Child(syntax.FieldBody)) || stmt.Child(syntax.FieldFinalizer).OK() {
			return
		}
		for m := range stmt.Child(syntax.FieldBody).Descendants() {
			if m.Kind() == syntax.AssignmentExpression {
				known[strings.ReplaceAll(m.Child(syntax.FieldLeft).Text(), "?.", ".")] = true
			}
		}
	} else if !r.failsFor(bare(n.Child(syntax.FieldCondition)), fn, known) {
		return
	}
	next := r.reachesNext(h, stmt, fn, known)
	if !next.OK() {
		return
	}
	r.keepRejection(h, &authflow.Rejection{
		At: r.span(firstCondition(n)), Call: call, Way: authflow.Overlooked, Branch: true,
		Sequel: authflow.Sequel{Kind: authflow.SequelNext, At: r.span(next), Call: spellRun(next)},
	})
}

// firstCondition is the condition of an if, of a catch the word.
func firstCondition(n syntax.Node) syntax.Node {
	if n.Kind() == syntax.CatchClause {
		return n.First()
	}
	return n.Child(syntax.FieldCondition)
}

// onlyLogs: the statement does nothing but write to a log, and no comment says
// that this is meant.
func onlyLogs(body syntax.Node) bool {
	if body.Kind() != syntax.StatementBlock {
		return isLogging(body)
	}
	for s := range body.Elements() {
		if s.Kind() != syntax.EmptyStatement && !isLogging(s) {
			return false
		}
	}
	text := body.Text()
	text = text[:strings.LastIndexByte(text, '}')+1] // what stands behind it on the line is another's
	return !strings.Contains(text, "//") && !strings.Contains(text, "/*") || toDo.MatchString(text)
}

// toDo matches comments on what is missing; others say why it is right.
var toDo = regexp.MustCompile(`(?i)\b(?:todo|fixme|xxx)\b`)

func isLogging(s syntax.Node) bool {
	call := firstOf(s)
	return s.Kind() == syntax.ExpressionStatement && call.Kind() == syntax.CallExpression &&
		(isLog(call) || authflow.NamesLog(call.Child(syntax.FieldFunction).Text()))
}

// calledAs is the name of a function, or that of the file that is about it.
func (r *reader) calledAs(fn syntax.Node) string {
	if b := nameOf(r.file, fn); b != nil {
		return b.Name
	}
	if p := fn.Parent(); p.Kind() == syntax.AssignmentExpression && p.Child(syntax.FieldLeft).Text() != "module.exports" {
		return lastProperty(p.Child(syntax.FieldLeft))
	}
	base := filepath.Base(r.file.Path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// loggedIn matches what of a request says who sent it.
var loggedIn = regexp.MustCompile(`(?i)authorization|\.user\b|\bsession\b|cookies?\b.*(?:token|session|jwt)|x-(?:auth|access)-token|x-api-key`)

// failsFor: the condition holds where there are no credentials, or bad ones. It
// notes what else tells so.
func (r *reader) failsFor(cond, fn syntax.Node, known map[string]bool) bool {
	if cond.Kind() == syntax.Identifier {
		// Have: verify(token, key, (err, user) => { if (err) console.log(err) }).
		b := r.file.Scopes.Lookup(cond)
		if b == nil || b.Kind != scope.Param || b.Func != fn || b.Index != 0 || fn.Parent().Kind() != syntax.Arguments || !checksLogin(calleeName(fn.Parent().Parent())) {
			return false
		}
		for _, o := range r.file.Scopes.Bindings() {
			known[o.Name] = known[o.Name] || o.Kind == scope.Param && o.Func == fn
		}
		return true
	}
	if cond.Kind() != syntax.UnaryExpression || cond.Operator() != "!" {
		return false
	}
	x := bare(cond.Child(syntax.FieldArgument))
	if x.Kind() == syntax.AwaitExpression {
		x = bare(firstOf(x))
	}
	known[strings.ReplaceAll(x.Text(), "?.", ".")] = true
	switch x.Kind() {
	case syntax.CallExpression:
		return checksLogin(calleeName(x)) || loggedIn.MatchString(x.Text())
	case syntax.Identifier:
		b := r.file.Scopes.Lookup(x)
		return b != nil && b.Init.OK() && len(b.Writes) == 0 && loggedIn.MatchString(b.Init.Text())
	}
	return loggedIn.MatchString(x.Text())
}

func checksLogin(name string) bool {
	return authflow.ChecksLogin(name) || name == "verify" || name == "isAuthenticated"
}

// reachesNext returns the call of the next handler that runs after a statement,
// with nothing on the way that could still refuse.
func (r *reader) reachesNext(h *serverHandler, stmt, fn syntax.Node, known map[string]bool) (next syntax.Node) {
	child := stmt
	for p := stmt.Parent(); p.OK() && child != fn; child, p = p, p.Parent() {
		if p.Is(syntax.ForStatement, syntax.ForInStatement, syntax.WhileStatement, syntax.DoStatement, syntax.SwitchCase, syntax.CatchClause) {
			return next
		}
		if p.Kind() != syntax.StatementBlock {
			continue
		}
		behind := false
		for s := range p.Elements() {
			if s == child || !behind {
				behind = behind || s == child
				continue
			}
			if s.Is(syntax.ExpressionStatement, syntax.ReturnStatement) && !firstOf(s).Is(syntax.TernaryExpression, syntax.BinaryExpression) {
				r.serverEvents(h, s, func(k authflow.SequelKind, n syntax.Node) {
					if k == authflow.SequelNext && !next.OK() {
						next = n
					}
				})
			}
			if next.OK() || decidedBy(s, known) || leavesIn(s) || flow.Leaves(s) || r.throws(s) || r.answersIn(h, s) {
				return next
			}
		}
	}
	return next
}

// answersIn: a statement writes an answer, on some way.
func (r *reader) answersIn(h *serverHandler, s syntax.Node) bool {
	return slices.ContainsFunc(h.answer.Refs, func(ref syntax.Node) bool {
		return s.Start() <= ref.Start() && ref.End() <= s.End() && ref.Parent().Kind() == syntax.MemberExpression && slices.Contains(answerMethods, ref.Parent().Child(syntax.FieldProperty).Text())
	})
}

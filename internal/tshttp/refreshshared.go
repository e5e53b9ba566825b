package tshttp

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// sharing asks whether a refresh is shared by all who are refused at the same
// time: on the way from the handler to the request, is it kept in a variable,
// made under a flag or a lock, or handed to code that may see to it.
type sharing struct {
	r    *reader
	ways []step // what was tested before, in the functions around
	// hops are the calls from the handler to the request, each with its function.
	hops []hop
	// sendsToken: the request hands the refresh token over.
	sendsToken bool
	lock       cell // what a refresh is shared by
}

// hop is a call on the way, in the function that makes it.
type hop struct {
	file *module.File
	call syntax.Node
	fn   syntax.Node
}

const maxHops = 5

// start judges the refresh that call n begins in function top.
func (j *sharing) start(f *module.File, n, top syntax.Node) *authflow.RefreshStart {
	out := &authflow.RefreshStart{At: f.Span(n), Call: value.Spell(n.Child(syntax.FieldFunction))}
	out.Shared = j.shared(f, n, top, 0)
	for _, s := range j.ways {
		if j.gates(s.g.file, s.Expr) {
			out.Shared = authflow.Yes
		}
	}
	out.SendsToken = j.sendsToken
	sends, hops := j.r.cameTo(f, n, top, 0)
	out.Sends = sends
	switch out.Shared {
	case authflow.No:
		j.r.losses(out, j.hops)
	case authflow.Yes:
		j.r.losses(out, hops)
		if j.lock.file != nil {
			out.Lock = j.lock.file.Span(j.lock.uses()[0])
		}
	}
	return out
}

// cameTo lists the requests that a call which refreshes comes to, and the calls
// on the way there.
func (r *reader) cameTo(f *module.File, n, top syntax.Node, depth int) (sends []source.Span, hops []hop) {
	if depth > maxHops {
		return nil, nil
	}
	hops = []hop{{f, n, top}}
	for _, c := range carried(r.eval.Eval(f, n, nil)) {
		if _, ok := r.sends(c); ok && c.Node == n {
			sends = append(sends, f.Span(n))
		}
	}
	for _, fn := range r.runs(f, n, r.eval.Eval(f, n.Child(syntax.FieldFunction), nil)) {
		if fn.Node.Contains(n) {
			continue
		}
		for m := range r.refreshesOf(fn) {
			s, h := r.cameTo(fn.File, m, fn.Node, depth+1)
			sends, hops = append(sends, s...), append(hops, h...)
		}
	}
	return sends, hops
}

// shared asks it of one call in a function, and of what the call leads to.
func (j *sharing) shared(f *module.File, n, top syntax.Node, depth int) authflow.Truth {
	if depth > maxHops {
		return authflow.Unknown
	}
	if t := j.kept(f, n, top); t != authflow.No {
		return t
	}
	for _, c := range flow.Conditions(n, top) {
		if j.gates(f, c.Expr) {
			return authflow.Yes
		}
	}
	if locked(n, top) || decorated(top) {
		return authflow.Yes
	}
	j.hops = append(j.hops, hop{f, n, top})
	callee := j.r.eval.Eval(f, n.Child(syntax.FieldFunction), nil)
	for _, c := range carried(j.r.eval.Eval(f, n, nil)) {
		if c.Node == n {
			if q, ok := j.r.sends(c); ok {
				j.sendsToken = j.sendsToken || j.r.holdsToken(j.r.bodyOf(q, j.r.eval.Value(q.config))) == authflow.Yes || anyBelow(n, func(m syntax.Node) bool {
					return m.Is(syntax.Identifier, syntax.PropertyIdentifier, syntax.ShorthandPropertyIdentifier, syntax.String) &&
						credential.IsRefreshTokenName(strings.Trim(m.Text(), `'"`)) && !called(m)
				})
				return authflow.No
			}
		}
	}
	runs := j.r.runs(f, n, callee)
	if len(runs) < len(callee.Alternatives()) {
		return authflow.Unknown
	}
	return agreed(func(yield func(authflow.Truth) bool) {
		for _, c := range runs {
			if !yield(j.within(c, n, depth+1)) {
				return
			}
		}
	})
}

// agreed joins what was answered of several ways: the first that is not No
// decides, and of no way nothing is known.
func agreed(answers iter.Seq[authflow.Truth]) authflow.Truth {
	result := authflow.Unknown
	for t := range answers {
		if t != authflow.No {
			return t
		}
		result = authflow.No
	}
	return result
}

// within asks it of the refreshes that a function makes.
func (j *sharing) within(fn value.Value, from syntax.Node, depth int) authflow.Truth {
	if fn.Node.Contains(from) {
		return authflow.Unknown // it calls itself
	}
	return agreed(func(yield func(authflow.Truth) bool) {
		for n := range j.r.refreshesOf(fn) {
			if !yield(j.shared(fn.File, n, fn.Node, depth)) {
				return
			}
		}
	})
}

// refreshesOf are the calls of a function that refresh, other than those with
// which it tries again.
func (r *reader) refreshesOf(fn value.Value) iter.Seq[syntax.Node] {
	return func(yield func(syntax.Node) bool) {
		for n := range fn.Node.Child(syntax.FieldBody).Descendants() {
			if n.Kind() == syntax.CallExpression && r.refreshes(fn.File, n, 1) && !afterRefusal(n, fn.Node) && !onResult(n) && !yield(n) {
				return
			}
		}
	}
}

// onResult: the call is one on the result of another, which is looked at
// itself: refresh().then(…), answer.json().
func onResult(n syntax.Node) bool {
	fn := n.Child(syntax.FieldFunction)
	return fn.Kind() == syntax.MemberExpression && (fn.Child(syntax.FieldObject).Kind() == syntax.CallExpression && continues(n) || passesOn[calleeName(n)])
}

// kept follows the promise of a refresh through the function that makes it: to
// a variable that others find, or to code that may keep it.
func (j *sharing) kept(f *module.File, n, top syntax.Node) authflow.Truth {
	awaited := false
	for child, p := n, n.Parent(); p.OK() && child != top; child, p = p, p.Parent() {
		switch {
		case p.Kind() == syntax.AwaitExpression:
			awaited = true
		case scope.IsFunction(p) && p != top:
			awaited = false
			call := calledWith(p)
			switch {
			case observesFailure(p):
				return authflow.No
			case !call.OK(): // a function that is kept and called by its name
			case !continues(call):
				return locking(call)
			case calleeName(call) == "then":
				// Have: const mine = last.then(() => refresh()); last = mine
				if c, outer := cellOf(f, call.Child(syntax.FieldFunction).Child(syntax.FieldObject)); outer && slices.ContainsFunc(c.uses(), changes) {
					j.lock = c
					return authflow.Yes
				}
			}
		case p.Is(syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression) && !awaited && p.Child(syntax.FieldRight) == child:
			if c, outer := cellOf(f, p.Child(syntax.FieldLeft)); outer && !c.onlyFrom(p, top) {
				j.lock = c
				return authflow.Yes
			}
			if b := f.Scopes.Lookup(p.Child(syntax.FieldLeft)); b != nil && handedOn(f, b) {
				return authflow.Yes
			}
		case p.Kind() == syntax.VariableDeclarator && !awaited && p.Child(syntax.FieldValue) == child:
			if b := f.Scopes.Lookup(p.Child(syntax.FieldName)); b != nil && handedOn(f, b) {
				return authflow.Yes
			}
		case p.Kind() == syntax.Arguments && !scope.IsFunction(child) && !awaited:
			if call := p.Parent(); !passesPromise(call) {
				return locking(call)
			}
		case p.Kind() == syntax.CallExpression && calleeName(p) == "pipe" && anyBelow(p.Child(syntax.FieldArguments), sharesStream):
			return authflow.Yes
		}
	}
	return authflow.No
}

// sharesStream: share(), shareReplay(1).
func sharesStream(n syntax.Node) bool {
	return n.Kind() == syntax.CallExpression && slices.Contains([]string{"share", "shareReplay", "publishReplay", "publish", "multicast", "exhaustMap"}, calleeName(n))
}

// passesPromise: what is handed to the call comes out of it, or nowhere.
func passesPromise(call syntax.Node) bool {
	return continues(call) || isLog(call) || slices.Contains([]string{"dispatch", "firstValueFrom", "lastValueFrom", "race", "all", "allSettled", "resolve", "toPromise"}, calleeName(call))
}

// handedOn: a variable's promise is stored where others find it, or handed to
// other code.
func handedOn(f *module.File, b *scope.Binding) bool {
	for n := range f.Tree.Root().Descendants() {
		if !n.Is(syntax.Identifier, syntax.ShorthandPropertyIdentifier) || f.Scopes.Lookup(n) != b || n == b.Node {
			continue
		}
		switch p := n.Parent(); p.Kind() {
		case syntax.AssignmentExpression, syntax.AugmentedAssignmentExpression:
			if _, outer := cellOf(f, p.Child(syntax.FieldLeft)); outer && p.Child(syntax.FieldRight) == n {
				return true
			}
		case syntax.Arguments:
			if call := p.Parent(); slices.Contains([]string{"set", "push", "add"}, calleeName(call)) {
				return true
			}
		}
	}
	return false
}

var lockWords = regexp.MustCompile(`(?i)lock|mutex|exclusive|semaphore|once|memo|throttle|debounce|dedupe|coalesce|single|share|exhaust|queue|limit|cache`)

// locking judges a call that is handed a refresh: what is known to let one in at
// a time, or what was not seen.
func locking(call syntax.Node) authflow.Truth {
	if lockWords.MatchString(call.Child(syntax.FieldFunction).Text()) {
		return authflow.Yes
	}
	return authflow.Unknown
}

// locked: a lock is taken before the place.
func locked(n, top syntax.Node) bool {
	return anyBelow(top, func(m syntax.Node) bool {
		if m.Kind() != syntax.CallExpression || m.Start() >= n.Start() || m.Contains(n) {
			return false
		}
		name := strings.ToLower(calleeName(m))
		return strings.Contains(name, "lock") || strings.Contains(name, "acquire") || strings.Contains(name, "mutex") || name == "wait"
	})
}

// decorated: @Memoize() refresh() { … }
func decorated(fn syntax.Node) bool {
	for c := range fn.Children() {
		if c.Kind() == syntax.Decorator {
			return true
		}
	}
	for s := range fn.Parent().Children() {
		if s.Kind() == syntax.Decorator && s.Next() == fn {
			return true
		}
	}
	return false
}

var flagWords = regexp.MustCompile(`(?i)refreshing|renewing|pending|lock|in_?flight|progress|queue|busy|leader|waiting|ongoing|promise|subscri|debounce|throttle|cooldown|last_?refresh`)

// gates reports whether a condition asks for what is the same for all who are
// refused at the same time and changes with the first: a flag, a promise, a
// lock, whether the stored token is still the one that was sent.
func (j *sharing) gates(f *module.File, cond syntax.Node) bool {
	found := false
	syntax.Walk(cond, func(n syntax.Node) bool {
		if found || scope.IsFunction(n) {
			return false
		}
		switch n.Kind() {
		case syntax.Identifier, syntax.MemberExpression:
			c, outer := cellOf(f, n)
			if flagWords.MatchString(n.Text()) && !freshFlag(f, n) {
				if outer {
					j.lock = c
				}
				found = true
				return false
			}
			if credential.IsCredentialName(propertyOf(n).Text()) {
				return n.Kind() == syntax.MemberExpression
			}
			if outer && slices.ContainsFunc(c.uses(), changes) {
				j.lock, found = c, true
			}
			if b := f.Scopes.Lookup(n); b != nil && len(b.Path) == 0 && len(b.Writes) == 0 && b.Kind == scope.Const &&
				b.Init.Is(syntax.BinaryExpression, syntax.UnaryExpression, syntax.MemberExpression, syntax.Identifier, syntax.TernaryExpression) {
				found = found || j.gates(f, b.Init)
			}
			return !found
		case syntax.CallExpression:
			found = flagWords.MatchString(calleeName(n))
		case syntax.BinaryExpression:
			if strings.HasSuffix(n.Operator(), "==") && speaksOfToken(n.Child(syntax.FieldLeft).Text()) && speaksOfToken(n.Child(syntax.FieldRight).Text()) &&
				!n.Child(syntax.FieldRight).Is(syntax.String, syntax.TemplateString) && !n.Child(syntax.FieldLeft).Is(syntax.String) {
				found = true // the token that was sent, and the one that is stored now
			}
		}
		return !found
	})
	return found
}

// freshFlag: the variable is made in the function that asks for it, as nothing:
// nobody else has set it.
func freshFlag(f *module.File, n syntax.Node) bool {
	b := f.Scopes.Lookup(n)
	return n.Kind() == syntax.Identifier && b != nil && b.Kind == scope.Let && len(b.Path) == 0 && functionOf(n).OK() && functionOf(n) == functionOf(b.Node) &&
		(!b.Init.OK() || b.Init.Is(syntax.Null, syntax.False, syntax.Undefined) || b.Init.Text() == "undefined")
}

// changes: the place is written, other than when the object is made.
func changes(n syntax.Node) bool {
	return isWritten(n) && functionOf(n).Child(syntax.FieldName).Text() != "constructor"
}

func propertyOf(n syntax.Node) syntax.Node {
	if n.Kind() == syntax.MemberExpression {
		return n.Child(syntax.FieldProperty)
	}
	return n
}

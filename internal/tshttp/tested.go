package tshttp

import (
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

// Whether code tests a value that may be null before it uses it. Everything
// that looks like a test counts: a missed test is a false alarm, and these are
// the findings that users see most.

// A use is where a value that may be null stands, and the words by which a test
// would speak of it.
type use struct {
	r     *reader
	file  *module.File
	node  syntax.Node
	binds map[*scope.Binding]bool
	names []string // fields and keys: accessToken, 'token'
}

// withTests returns shapes whose holes say whether they are tested. reached are
// the places that the value passes on its way: the write, and the calls that
// lead to it. Shapes are shared, so a hole that changes is a new one.
func (r *reader) withTests(shapes []credential.Shape, reached ...value.Operand) []credential.Shape {
	out := shapes
	for i, s := range shapes {
		for j, p := range s {
			if p.Hole == nil || !p.Hole.MayBeNull || p.Hole.Tested || !r.isTested(p, reached) {
				continue
			}
			if &out[0] == &shapes[0] {
				out = slices.Clone(shapes)
			}
			h := *p.Hole
			h.Tested = true
			out[i] = slices.Clone(out[i])
			out[i][j].Hole = &h
		}
	}
	return out
}

// allTested marks every hole as tested.
func allTested(shapes []credential.Shape) []credential.Shape {
	out := make([]credential.Shape, len(shapes))
	for i, s := range shapes {
		out[i] = slices.Clone(s)
		for j, p := range s {
			if p.Hole != nil {
				h := *p.Hole
				h.Tested = true
				out[i][j].Hole = &h
			}
		}
	}
	return out
}

func (r *reader) isTested(p credential.Part, reached []value.Operand) bool {
	f := r.eval.Project.File(p.At.File)
	if f == nil {
		return true // not in code that was read
	}
	n := nodeAt(f, p.At.Start, p.At.End)
	if !n.OK() || isDecided(n) {
		return true
	}
	u := r.useOf(f, n, p.Hole.Key)
	if u.testedAt(f, n) || u.testedAnywhere() || u.made(n, 0) {
		return true
	}
	for _, o := range reached {
		if u.testedAt(o.File, o.Node) {
			return true
		}
	}
	return false
}

// nodeAt returns the outermost expression that takes exactly that range.
func nodeAt(f *module.File, start, end int) syntax.Node {
	n := f.Tree.Root()
descend:
	for n.OK() && (n.Start() != start || n.End() != end || n.Kind() == syntax.Program) {
		for c := range n.Children() {
			if c.Start() <= start && end <= c.End() {
				n = c
				continue descend
			}
		}
		return syntax.Node{}
	}
	return n
}

// isDecided: the expression itself says what there is in place of null, or that
// there is none: token || ”, token ? … : …, token!, token as string.
func isDecided(n syntax.Node) bool {
	for n.Is(syntax.ParenthesizedExpression, syntax.AwaitExpression) {
		n = firstOf(n)
	}
	switch n.Kind() {
	case syntax.TernaryExpression, syntax.NonNullExpression, syntax.AsExpression, syntax.TypeAssertion:
		return true
	case syntax.BinaryExpression:
		return n.Operator() != "&&"
	}
	return hasFallback(n)
}

// hasFallback: what stands to the right of || or ?? takes the place of null.
func hasFallback(n syntax.Node) bool {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.ParenthesizedExpression, syntax.AwaitExpression:
			continue
		case syntax.NonNullExpression, syntax.AsExpression, syntax.TypeAssertion:
			return true // the author says that it is there
		case syntax.BinaryExpression:
			op := p.Operator()
			if (op == "||" || op == "??") && p.Child(syntax.FieldLeft) == n {
				return true
			}
			if shortCircuits(p) && p.Child(syntax.FieldRight) == n {
				continue // it is what comes out
			}
		case syntax.CallExpression: // JSON.parse(…) || ''
			if p.Child(syntax.FieldFunction) == n {
				continue
			}
		case syntax.Arguments, syntax.MemberExpression:
			continue
		}
		return false
	}
	return false
}

func (r *reader) useOf(f *module.File, n syntax.Node, key string) *use {
	u := &use{r: r, file: f, node: n, binds: map[*scope.Binding]bool{}}
	if key != "" {
		u.names = append(u.names, key)
	}
	u.collect(n, 0)
	return u
}

// collect notes the names in an expression, and in what these are initialized
// with.
func (u *use) collect(n syntax.Node, depth int) {
	visit := func(m syntax.Node) {
		if m.Kind() != syntax.Identifier {
			return
		}
		b := u.file.Scopes.Lookup(m)
		if b == nil || b.Kind == scope.Import || u.binds[b] {
			return
		}
		u.binds[b] = true
		if b.Init.OK() && depth < 3 && !scope.IsFunction(b.Init) {
			u.collect(b.Init, depth+1)
		}
	}
	visit(n)
	for m := range n.Descendants() {
		visit(m)
	}
}

// loggedWords are words of tests that tell whether somebody is logged in.
var loggedWords = []string{"token", "tokens", "jwt", "auth", "authenticated", "authorized", "logged", "loggedin", "login", "signed",
	"user", "session", "account", "credentials", "guest", "public", "anonymous", "skip"}

// speaks reports whether a test is about the value, or about being logged in.
// own: only about the value itself.
func (u *use) speaks(f *module.File, test syntax.Node, own bool) bool {
	about := func(n syntax.Node) bool {
		switch n.Kind() {
		case syntax.Identifier:
			if b := f.Scopes.Lookup(n); b != nil && u.binds[b] {
				return true
			}
		case syntax.PropertyIdentifier:
		case syntax.String:
			return slices.Contains(u.names, scope.Unquote(n))
		default:
			return false
		}
		return slices.Contains(u.names, n.Text()) ||
			!own && slices.ContainsFunc(credential.Words(n.Text()), func(w string) bool { return slices.Contains(loggedWords, w) })
	}
	if about(test) {
		return true
	}
	for m := range test.Descendants() {
		if about(m) {
			return true
		}
	}
	return false
}

// testedAt: a test stands on every way to n, or on the ways to the functions
// around it.
func (u *use) testedAt(f *module.File, n syntax.Node) bool {
	for _, c := range flow.Conditions(n, syntax.Node{}) {
		if !c.Holds && fallsBack(c.Expr) {
			continue
		}
		if u.speaks(f, c.Expr, false) {
			return true
		}
	}
	if u.switchedOn(f, n) {
		return true
	}
	for fn := functionOf(n); fn.OK(); fn = functionOf(fn) {
		b := nameOf(f, fn)
		if b == nil {
			continue
		}
		for _, ref := range b.Refs {
			if ref == b.Node || fn.Contains(ref) {
				continue
			}
			if u.switchedOn(f, ref) || slices.ContainsFunc(flow.Conditions(ref, syntax.Node{}), func(c flow.Condition) bool { return u.speaks(f, c.Expr, false) }) {
				return true
			}
		}
	}
	return false
}

// fallback returns the condition of whose failure the use is the consequence: it
// is about the value that is taken first.
func (u *use) fallback() syntax.Node {
	for n, p := u.node, u.node.Parent(); p.Is(syntax.TernaryExpression, syntax.BinaryExpression, syntax.ParenthesizedExpression); n, p = p, p.Parent() {
		if p.Kind() == syntax.TernaryExpression && p.Child(syntax.FieldAlternative) == n && fallsBack(p.Child(syntax.FieldCondition)) {
			return p.Child(syntax.FieldCondition)
		}
	}
	return syntax.Node{}
}

// fallsBack: the test asks for another value, in whose absence the one that was
// asked about is taken as it is: token ? token : stored, token || stored.
func fallsBack(test syntax.Node) bool {
	if !test.Parent().Is(syntax.TernaryExpression, syntax.BinaryExpression) {
		return false
	}
	refuses := func(n syntax.Node) bool {
		return n.Kind() == syntax.UnaryExpression && n.Operator() == "!" ||
			n.Kind() == syntax.BinaryExpression && (n.Operator() == "===" || n.Operator() == "==")
	}
	if refuses(test) {
		return false
	}
	for m := range test.Descendants() {
		if refuses(m) {
			return false
		}
	}
	return true
}

// nameOf returns the name that a function is declared by.
func nameOf(f *module.File, fn syntax.Node) *scope.Binding {
	name := fn.Child(syntax.FieldName)
	if fn.Kind() == syntax.MethodDefinition {
		return nil
	}
	if !name.OK() {
		p := fn.Parent()
		if p.Kind() == syntax.Arguments && len(calleeName(p.Parent())) > 3 && strings.HasPrefix(calleeName(p.Parent()), "use") {
			p = p.Parent().Parent() // const load = useCallback(() => …)
		}
		if p.Kind() != syntax.VariableDeclarator {
			return nil
		}
		name = p.Child(syntax.FieldName)
	}
	if name.Kind() != syntax.Identifier {
		return nil
	}
	return f.Scopes.Lookup(name)
}

// switches are the options of queries that tell when they run.
var switches = []string{"enabled", "skip", "lazy", "ready", "isPaused", "pause", "manual"}

// switchedOn: n stands in a query that runs on a condition: { queryFn, enabled:
// !!token }, useSWR(token ? url : null, …).
func (u *use) switchedOn(f *module.File, n syntax.Node) bool {
	for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.Object:
			for m := range p.Elements() {
				if k := m.Child(syntax.FieldKey); k.OK() && slices.Contains(switches, k.Text()) {
					return true
				}
			}
		case syntax.Arguments:
			for a := range p.Elements() {
				if a != n && (a.Is(syntax.TernaryExpression, syntax.BinaryExpression) && u.speaks(f, a, false) || u.hasSwitch(a)) {
					return true
				}
			}
		}
	}
	return false
}

func (u *use) hasSwitch(options syntax.Node) bool {
	if options.Kind() != syntax.Object {
		return false
	}
	for m := range options.Elements() {
		if k := m.Child(syntax.FieldKey); k.OK() && slices.Contains(switches, k.Text()) {
			return true
		}
	}
	return false
}

// testedAnywhere: the outermost function around the use tests the value
// somewhere, or stores it: its author knows that it may be missing.
func (u *use) testedAnywhere() bool {
	var outer syntax.Node
	for fn := functionOf(u.node); fn.OK(); fn = functionOf(fn) {
		outer = fn
	}
	return outer.OK() && u.testsIn(u.file, outer)
}

func (u *use) testsIn(f *module.File, fn syntax.Node) bool {
	spent := u.fallback()
	for n := range fn.Descendants() {
		var test syntax.Node
		switch n.Kind() {
		case syntax.IfStatement, syntax.TernaryExpression, syntax.WhileStatement:
			test = n.Child(syntax.FieldCondition)
		case syntax.BinaryExpression:
			op := n.Operator()
			if op == "&&" || op == "||" || op == "??" {
				test = n.Child(syntax.FieldLeft)
			}
			if test.Contains(u.node) || n.Contains(u.node) || op == "&&" && u.node.Contains(n) {
				continue // user && user.token
			}
		case syntax.UnaryExpression:
			test = n.Child(syntax.FieldArgument)
		case syntax.CallExpression:
			if name := calleeName(n); name == "setItem" || name == "invariant" || name == "assert" || name == "Boolean" {
				test = n.Child(syntax.FieldArguments)
			}
		}
		if test.OK() && !spent.Contains(test) && u.speaks(f, test, true) {
			return true
		}
	}
	return false
}

// made: the value comes out of functions of the project that test it or throw:
// requireToken().
func (u *use) made(n syntax.Node, depth int) bool {
	if depth > maxWalk {
		return true
	}
	calls := []syntax.Node{n}
	for m := range n.Descendants() {
		calls = append(calls, m)
	}
	for b := range u.binds {
		if b.Init.OK() {
			calls = append(calls, b.Init)
		}
	}
	for _, c := range calls {
		for c.Is(syntax.AwaitExpression, syntax.ParenthesizedExpression) {
			c = firstOf(c)
		}
		if c.Kind() != syntax.CallExpression {
			continue
		}
		callee := u.r.eval.Eval(u.file, c.Child(syntax.FieldFunction), nil)
		for _, fn := range callee.Alternatives() {
			if fn.Kind == value.Function && decides(fn.Node) {
				return true
			}
		}
	}
	return false
}

// decides reports whether a function itself branches or throws, other than by
// where it runs: what a browser has not stored is null behind such a test too,
// and no try notices it.
func decides(fn syntax.Node) bool {
	found := false
	flow.Own(fn, func(n syntax.Node) bool {
		switch n.Kind() {
		case syntax.ThrowStatement, syntax.SwitchStatement:
			found = true
		case syntax.IfStatement, syntax.TernaryExpression:
			found = found || !asksPlatform(n.Child(syntax.FieldCondition))
		case syntax.BinaryExpression:
			op := n.Operator()
			found = found || (op == "&&" || op == "||" || op == "??") && !asksPlatform(n.Child(syntax.FieldLeft))
		}
		return !found
	})
	return found
}

// platformTests are the other spellings of the question whether this is a browser.
var platformTests = []string{"window", "window.localStorage", "process.client", "process.server", "process.browser",
	"import.meta.client", "import.meta.server", "import.meta.env.SSR"}

// asksPlatform: typeof window === 'undefined', and the like.
func asksPlatform(test syntax.Node) bool {
	test = unparen(test)
	switch test.Kind() {
	case syntax.UnaryExpression:
		return test.Operator() == "typeof" || asksPlatform(test.Child(syntax.FieldArgument))
	case syntax.BinaryExpression:
		left, right := test.Child(syntax.FieldLeft), test.Child(syntax.FieldRight)
		if op := test.Operator(); op == "&&" || op == "||" {
			return asksPlatform(left) && asksPlatform(right)
		}
		return left.Kind() == syntax.UnaryExpression && left.Operator() == "typeof"
	}
	return slices.Contains(platformTests, test.Text())
}

// nullBranch returns "null" or "undefined" where that is what a header's value
// is on one of its branches: token ? `Bearer ${token}` : null.
func nullBranch(val syntax.Node) string {
	val = unparen(val)
	if val.Kind() != syntax.TernaryExpression {
		return ""
	}
	for _, f := range []syntax.Field{syntax.FieldConsequence, syntax.FieldAlternative} {
		if b := unparen(val.Child(f)); b.Text() == "null" || b.Text() == "undefined" {
			return b.Text()
		}
	}
	return ""
}

// skipNull returns the edits that write a header only where there is a value:
// ...(token && { Authorization: … }), if (token) headers.set(…).
func (r *reader) skipNull(n syntax.Node, values []credential.Shape) []authflow.Edit {
	for _, s := range values {
		hole, nullish := r.schemes.Nullish(s)
		if !nullish {
			continue
		}
		test := r.putInto(n, s, hole)
		if !test.OK() || strings.Contains(test.Text(), "\n") {
			continue
		}
		switch p := n.Parent(); {
		case n.Kind() == syntax.Pair && p.Kind() == syntax.Object:
			text := test.Text()
			if bindsLooser(test) {
				text = "(" + text + ")"
			}
			return []authflow.Edit{{At: before(r.span(n)), Text: "...(" + text + " && { "}, {At: after(r.span(n)), Text: " })"}}
		case p.Kind() == syntax.ExpressionStatement && p.Parent().Is(syntax.StatementBlock, syntax.Program):
			return []authflow.Edit{{At: before(r.span(n)), Text: "if (" + test.Text() + ") "}}
		}
	}
	return nil
}

// putInto is what a write puts into a hole of a shape: all of the substitution, or
// of the summand, since another part of it may be there where this one is not.
func (r *reader) putInto(write syntax.Node, s credential.Shape, hole credential.Hole) syntax.Node {
	for _, p := range s {
		if p.Hole == nil || p.Hole.Name != hole.Name || p.At.File != r.file.Path {
			continue
		}
		for n := range write.Descendants() {
			if r.span(n) != p.At {
				continue
			}
			for up := n.Parent(); up != write && !up.Is(syntax.TemplateSubstitution, syntax.Arguments, syntax.Pair) && !(up.Kind() == syntax.BinaryExpression && up.Operator() == "+"); up = up.Parent() {
				n = up
			}
			return unparen(n)
		}
	}
	return syntax.Node{}
}

func before(s source.Span) source.Span {
	s.End = s.Start
	return s
}

func after(s source.Span) source.Span {
	s.Start = s.End
	return s
}

package tshttp

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// When code runs is told by what it stands in: at the top level of a module, in
// a component, in a function that others call; and, where that is a function of
// the project, by the calls that led to it.

// A run is code and what makes it run.
type run struct {
	file *module.File
	node syntax.Node // the code; where functions of the project lead to it, the outermost call seen
	fn   syntax.Node // the function or field that it stands in; none at the top level
}

// runOf follows code outwards, through the calls that env knows of.
func runOf(f *module.File, n syntax.Node, env *value.Env) run {
	for range 40 {
		fn := runner(n)
		if !fn.OK() {
			return run{f, n, fn}
		}
		if call := calledAtOnce(fn); call.OK() {
			n = call
			continue
		}
		site := siteOf(fn, env)
		if site.File == nil {
			return run{f, n, fn}
		}
		f, n, env = site.File, site.Node, site.Env
	}
	return run{f, n, runner(n)}
}

// runner returns what makes n run: the function around it, or the field of a
// class that it initializes.
func runner(n syntax.Node) syntax.Node {
	for n = n.Parent(); n.OK(); n = n.Parent() {
		if scope.IsFunction(n) || n.Is(syntax.PublicFieldDefinition, syntax.FieldDefinition) && !n.Has(syntax.Static) {
			return n
		}
	}
	return syntax.Node{}
}

// atOnce are the methods that call the function which they are given, now or
// when what they wait for is there, and never again.
var atOnce = []string{"forEach", "map", "filter", "reduce", "find", "some", "every", "then", "catch", "finally"}

// calledAtOnce returns the call that runs a function where it stands: of the
// function itself, or of a method that calls it.
func calledAtOnce(fn syntax.Node) syntax.Node {
	n, p := fn, fn.Parent()
	for p.Kind() == syntax.ParenthesizedExpression {
		n, p = p, p.Parent()
	}
	if p.Kind() == syntax.CallExpression && p.Child(syntax.FieldFunction) == n {
		return p
	}
	call := p.Parent()
	if p.Kind() == syntax.Arguments && call.Kind() == syntax.CallExpression &&
		call.Child(syntax.FieldFunction).Kind() == syntax.MemberExpression && slices.Contains(atOnce, calleeName(call)) {
		return call
	}
	return syntax.Node{}
}

// siteOf returns the call of fn that env is of.
func siteOf(fn syntax.Node, env *value.Env) value.Operand {
	for ; env != nil; env = env.Outer {
		switch {
		case env.Func != nil && env.Func.Node == fn:
			return env.Site
		case fn.Is(syntax.PublicFieldDefinition, syntax.FieldDefinition) && env.This != nil && env.This.Kind == value.Instance &&
			env.This.Node.Kind() == syntax.NewExpression && env.This.Base.Node.Contains(fn):
			return value.Operand{File: env.This.File, Node: env.This.Node, Env: env.This.Env}
		}
	}
	return value.Operand{}
}

// moment says when the code of a run runs.
func (l *linker) moment(r run) authflow.Moment { return l.momentWithin(r, 0) }

func (l *linker) momentWithin(r run, depth int) authflow.Moment {
	switch {
	case !r.fn.OK():
		return l.topLevel(r.file)
	case depth > maxCallers:
		return authflow.Sometime
	}
	name := calledAs(r.fn)
	class := enclosingClass(r.fn)
	ofClass := class.OK() && r.fn.Parent().Parent() == class
	switch {
	case ofClass && (name == "constructor" || r.fn.Kind() != syntax.MethodDefinition && !scope.IsFunction(r.fn)):
		return l.madeAt(r.file, class, depth)
	case mountMethods[name] && r.fn.Kind() == syntax.MethodDefinition, isEffect(r.fn):
		return authflow.EachMount
	case isComponent(r.fn, name):
		return authflow.EachRender
	case isHook(name):
		return authflow.EachRender
	case authflow.PurposeOfName(name) != authflow.Other:
		return authflow.EachCall
	}
	return l.calledAt(r.file, r.fn, depth)
}

// topLevel says when the top level of a file runs: once for a module, for each
// component where the file is one, for each page where it is a script of it.
func (l *linker) topLevel(f *module.File) authflow.Moment {
	switch strings.ToLower(filepath.Ext(f.Path)) {
	case ".svelte", ".astro":
		return authflow.EachMount
	case ".vue":
		if setup.MatchString((&Result{}).Source(f.Path)) {
			return authflow.EachMount
		}
		return authflow.AtLoad
	}
	if !isModule(f) {
		return authflow.Sometime // a page's own script: each page loads it anew
	}
	return authflow.AtLoad
}

var setup = regexp.MustCompile(`<script\b[^>]*\ssetup\b`)

// isModule reports whether a file imports or exports anything.
func isModule(f *module.File) bool {
	for n := range f.Tree.Root().Children() {
		if n.Is(syntax.ImportStatement, syntax.ExportStatement) {
			return true
		}
	}
	return strings.Contains(f.Tree.Source(), "require(") || strings.Contains(f.Tree.Source(), "module.exports")
}

// madeAt says when an object of a class is made.
func (l *linker) madeAt(f *module.File, class syntax.Node, depth int) authflow.Moment {
	if decoratedAs(class, "Injectable") {
		return authflow.AtStart
	}
	for _, name := range []string{"Component", "Directive", "Page"} {
		if decoratedAs(class, name) {
			return authflow.EachMount
		}
	}
	b := f.Scopes.Lookup(class.Child(syntax.FieldName))
	if b == nil || isExported(f, b) {
		return authflow.Sometime
	}
	return l.together(f, b, depth, func(ref syntax.Node) (syntax.Node, bool) {
		p := ref.Parent()
		return p, p.Kind() == syntax.NewExpression && p.Child(syntax.FieldConstructor) == ref
	})
}

// calledAt says when a function is called, where all its calls are seen.
func (l *linker) calledAt(f *module.File, fn syntax.Node, depth int) authflow.Moment {
	b := nameOf(f, fn)
	if b == nil || len(b.Writes) > 0 {
		return authflow.Sometime
	}
	if !isExported(f, b) {
		return l.together(f, b, depth, func(ref syntax.Node) (syntax.Node, bool) {
			p := ref.Parent()
			return p, p.Kind() == syntax.CallExpression && p.Child(syntax.FieldFunction) == ref
		})
	}
	var out authflow.Moment
	for i, c := range l.invocations(placeOf(f, fn)) {
		m := l.momentWithin(runOf(c.call.File, c.call.Node, nil), depth+1)
		if i > 0 && m != out {
			return max(m, out) // the more often one
		}
		out = m
	}
	if out.Once() && !l.allRead(f.Path) {
		return authflow.Sometime
	}
	return out
}

// together says when all uses of a name run, if each use is what is asked for.
func (l *linker) together(f *module.File, b *scope.Binding, depth int, use func(syntax.Node) (syntax.Node, bool)) authflow.Moment {
	var out authflow.Moment
	seen := false
	for _, ref := range b.Refs {
		if ref == b.Node {
			continue
		}
		n, ok := use(ref)
		if !ok {
			return authflow.Sometime
		}
		m := l.momentWithin(runOf(f, n, nil), depth+1)
		if seen && m != out {
			m = max(m, out)
		}
		out, seen = m, true
	}
	return out
}

// allRead reports whether every file that imports one was read, so that no call
// of its functions is missing.
func (l *linker) allRead(path string) bool {
	if l.read == nil {
		l.read = map[string]bool{}
		for _, sh := range l.sheets {
			l.read[sh.file.Path] = true
		}
	}
	return !slices.ContainsFunc(l.reader.eval.Project.Importers(path), func(p string) bool { return !l.read[p] })
}

// isExported reports whether other files may use a name.
func isExported(f *module.File, b *scope.Binding) bool {
	if b.Scope != f.Scopes.Module {
		return false
	}
	for n := b.Decl; n.OK(); n = n.Parent() {
		if n.Kind() == syntax.ExportStatement {
			return true
		}
	}
	return slices.ContainsFunc(b.Refs, func(n syntax.Node) bool {
		for p := n.Parent(); p.OK(); n, p = p, p.Parent() {
			switch p.Kind() {
			case syntax.ExportStatement, syntax.ExportSpecifier:
				return n.Is(syntax.Identifier, syntax.ExportSpecifier, syntax.ExportClause)
			case syntax.ExportClause:
			default:
				return false
			}
		}
		return false
	})
}

// calledAs returns how a function, method or field is called, empty where it has
// no name.
func calledAs(fn syntax.Node) string {
	for _, field := range []syntax.Field{syntax.FieldName, syntax.FieldProperty} {
		if name := fn.Child(field); name.OK() {
			return scope.PropertyName(name)
		}
	}
	n, p := fn, fn.Parent()
	for p.Kind() == syntax.Arguments && p.Parent().Kind() == syntax.CallExpression { // memo(…), useCallback(…)
		n, p = p.Parent(), p.Parent().Parent()
	}
	switch p.Kind() {
	case syntax.VariableDeclarator:
		return p.Child(syntax.FieldName).Text()
	case syntax.Pair:
		return scope.PropertyName(p.Child(syntax.FieldKey))
	case syntax.PublicFieldDefinition, syntax.FieldDefinition:
		return fieldNameOf(p)
	case syntax.AssignmentExpression:
		if left := p.Child(syntax.FieldLeft); p.Child(syntax.FieldRight) == n && left.Kind() == syntax.MemberExpression {
			return left.Child(syntax.FieldProperty).Text()
		}
	}
	return ""
}

func fieldNameOf(n syntax.Node) string {
	if name := n.Child(syntax.FieldName); name.OK() {
		return scope.PropertyName(name)
	}
	return scope.PropertyName(n.Child(syntax.FieldProperty))
}

// mountMethods are what frameworks call when a component is put on the page.
var mountMethods = map[string]bool{
	"mounted": true, "created": true, "beforeMount": true, "beforeCreate": true, "setup": true, "data": true,
	"componentDidMount": true, "componentWillMount": true, "UNSAFE_componentWillMount": true, "ngOnInit": true, "ngAfterViewInit": true,
}

// effects are the functions that run what they are given once a component is on
// the page.
var effects = []string{"useEffect", "useLayoutEffect", "useInsertionEffect", "onMounted", "onBeforeMount", "onMount", "createEffect"}

// isEffect reports whether a function is given to useEffect or one of its like.
func isEffect(fn syntax.Node) bool {
	p := fn.Parent()
	return p.Kind() == syntax.Arguments && firstOf(p) == fn && p.Parent().Kind() == syntax.CallExpression && slices.Contains(effects, calleeName(p.Parent()))
}

// isComponent reports whether a function is a component of React: its name
// begins with an upper case letter and it makes elements.
func isComponent(fn syntax.Node, name string) bool {
	if name == "" || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	for n := range fn.Descendants() {
		if n.Is(syntax.JSXElement, syntax.JSXSelfClosingElement) {
			return true
		}
	}
	return false
}

// isHook reports whether a name is that of a hook: useAxios.
func isHook(name string) bool {
	return len(name) > 3 && strings.HasPrefix(name, "use") && name[3] >= 'A' && name[3] <= 'Z' && len(credential.Words(name)) > 1
}

// decoratedAs reports whether a class has a decorator of that name.
func decoratedAs(class syntax.Node, name string) bool {
	for _, n := range []syntax.Node{class, class.Parent()} {
		if n.Kind() != syntax.ExportStatement && n != class {
			continue
		}
		for d := range n.Children() {
			if d.Kind() != syntax.Decorator {
				continue
			}
			if x := firstOf(d); x.Text() == name || x.Kind() == syntax.CallExpression && x.Child(syntax.FieldFunction).Text() == name {
				return true
			}
		}
	}
	return false
}

// readAt returns the code that reads a stored value: the outermost call seen of
// the functions that lead there.
func readAt(v value.Value) source.Span {
	if v.File == nil || !v.Node.OK() {
		return source.Span{}
	}
	r := runOf(v.File, v.Node, v.Env)
	return r.file.Span(r.node)
}

package tshttp

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// What frameworks make of functions: components, hooks, what runs when one is put
// on the page.

// onMount are the methods that a framework calls when it puts a component on the
// page; of those of objects any other object may have one of the name.
var (
	onMount = []string{"componentDidMount", "componentWillMount", "UNSAFE_componentWillMount", "ngOnInit", "ngAfterViewInit", "ngDoCheck"}
	onSetUp = []string{"mounted", "created", "beforeMount", "beforeCreate", "setup", "data"}
)

// isMountMethod reports whether a framework calls a method when it puts a component
// on the page.
func isMountMethod(f *module.File, fn syntax.Node, name string) bool {
	if slices.Contains(onMount, name) {
		return fn.Kind() == syntax.MethodDefinition && enclosingClass(fn).OK()
	}
	return slices.Contains(onSetUp, name) && isOptions(f, fn.Parent())
}

// isOptions reports whether an object says what a component of Vue is: it is given
// to defineComponent and its like, or is what a module exports.
func isOptions(f *module.File, object syntax.Node) bool {
	if object.Kind() == syntax.Pair {
		object = object.Parent()
	}
	if object.Kind() != syntax.Object {
		class := enclosingClass(object)
		return class.OK() && decoratedAs(class, "Component", "Options")
	}
	p := object.Parent()
	switch p.Kind() {
	case syntax.ExportStatement:
		return filepath.Ext(f.Path) == ".vue"
	case syntax.Arguments, syntax.NewExpression:
		call := p.Parent()
		name := calleeName(call)
		if call.Kind() == syntax.NewExpression {
			name = call.Child(syntax.FieldConstructor).Text()
		}
		return slices.Contains([]string{"defineComponent", "extend", "component", "mixin", "createApp", "Vue"}, name)
	}
	return false
}

// effects are the functions that run what they are given once a component is on
// the page, and again when a dependency changes.
var effects = []string{"useEffect", "useLayoutEffect", "useInsertionEffect", "useMemo", "onMounted", "onBeforeMount", "onMount", "createEffect"}

// effectOf returns the call of useEffect, or of one of its like, that a function
// is given to.
func effectOf(fn syntax.Node) (call syntax.Node, ok bool) {
	p := fn.Parent()
	call = p.Parent()
	return call, p.Kind() == syntax.Arguments && firstOf(p) == fn && call.Kind() == syntax.CallExpression && slices.Contains(effects, calleeName(call))
}

// effectMoment says when an effect runs: at each render where it names no
// dependencies. once: when its component is mounted, and then no more.
func effectMoment(call syntax.Node) (when authflow.Moment, once bool) {
	var deps syntax.Node
	i := 0
	for a := range call.Child(syntax.FieldArguments).Elements() {
		if i == 1 {
			deps = a
		}
		i++
	}
	if !strings.HasPrefix(calleeName(call), "use") {
		return authflow.EachMount, true
	}
	if !deps.OK() {
		return authflow.EachRender, false
	}
	return authflow.EachMount, deps.Kind() == syntax.Array && !firstOf(deps).OK()
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

// isReact reports whether a file belongs to an application of React, whose hooks
// run at each render; those of Vue run once a component.
func (l *linker) isReact(f *module.File) bool {
	p := l.reader.eval.Project
	return slices.Contains(p.Specifiers(f.Path), "react") || p.Version(f.Path, "react") != ""
}

// isRoot reports whether a component is mounted once for the application: it is
// called App, stands in its file, or provides something to all others.
func isRoot(f *module.File, name string) bool {
	switch strings.ToLower(baseName(f)) {
	case "app", "_app", "+layout", "app.component", "main":
		return true
	}
	return name == "App" || strings.HasSuffix(name, "Provider")
}

// baseName is the name of a file without its extension: that of the component in
// it, for those of Vue and Svelte.
func baseName(f *module.File) string {
	return strings.TrimSuffix(filepath.Base(f.Path), filepath.Ext(f.Path))
}

// usesHooks reports whether a component calls hooks: without, the root is rendered
// once.
func usesHooks(fn syntax.Node) bool {
	for n := range fn.Descendants() {
		if n.Kind() == syntax.CallExpression && isHook(calleeName(n)) {
			return true
		}
	}
	return false
}

// decoratedAs reports whether a class has a decorator of one of the names.
func decoratedAs(class syntax.Node, names ...string) bool {
	for _, n := range []syntax.Node{class, class.Parent()} {
		if n.Kind() != syntax.ExportStatement && n != class {
			continue
		}
		for d := range n.Children() {
			if d.Kind() != syntax.Decorator {
				continue
			}
			x := firstOf(d)
			if x.Kind() == syntax.CallExpression {
				x = x.Child(syntax.FieldFunction)
			}
			if slices.Contains(names, x.Text()) {
				return true
			}
		}
	}
	return false
}

// perRequest are the functions by whose name a framework finds what it calls for
// each request.
var perRequest = []string{"getServerSideProps", "getInitialProps", "GET", "POST", "PUT", "PATCH", "DELETE"}

// isRequestHandler reports whether a server calls a function for each request that
// it gets: it takes the request and what to answer with.
func isRequestHandler(f *module.File, fn syntax.Node, name string) bool {
	if slices.Contains(perRequest, name) {
		return true
	}
	var names [2]string
	for _, b := range f.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == fn && b.Index < 2 && len(b.Path) == 0 {
			names[b.Index] = strings.TrimLeft(b.Name, "_")
		}
	}
	return (names[0] == "req" || names[0] == "request") && slices.Contains([]string{"res", "response", "reply"}, names[1])
}

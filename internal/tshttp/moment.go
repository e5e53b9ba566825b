package tshttp

import (
	"path/filepath"
	"regexp"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// When code runs is told by what it stands in: at the top level of a module, in
// a component, in a function that others call; and, where that is a function of
// the project, by the calls that led to it.

// An occasion is when code runs, and what makes it run.
type occasion struct {
	when authflow.Moment
	name string      // of the component, hook or function; empty for an effect and a module
	at   source.Span // its head
	// once: at a mount of what is mounted once for the application.
	once bool
}

// or returns the occasion that comes round more often. What runs once does so
// only if it is known of both.
func (o occasion) or(p occasion) occasion {
	if o.when < p.when || o.when == p.when && o.once {
		o, p = p, o
	}
	if o.when.Once() && p.when == authflow.Sometime {
		return p
	}
	return o
}

// A clock tells the moments of code.
type clock struct {
	*linker
	// skips: a place that is passed only once, whatever calls the function around
	// it. It may be nil.
	skips func(f *module.File, n, fn syntax.Node) bool
}

// moment says when the code of a run runs.
func (l *linker) moment(r run) authflow.Moment { return clock{linker: l}.of(r, 0).when }

func (c clock) of(r run, depth int) occasion {
	switch {
	case !r.fn.OK():
		return c.topLevel(r.file)
	case depth > maxCallers, c.skips != nil && c.skips(r.file, r.node, r.fn):
		return occasion{}
	}
	if isNuxtPlugin(r.file, r.fn) {
		return occasion{when: authflow.AtLoad}
	}
	name := calledAs(r.fn)
	made := func(m authflow.Moment) occasion {
		return occasion{when: m, name: name, at: signature(r.file, r.fn)}
	}
	if call, ok := effectOf(r.fn); ok {
		return c.effect(r.file, call)
	}
	class := enclosingClass(r.fn)
	ofClass := class.OK() && r.fn.Parent().Parent() == class
	switch {
	case ofClass && (name == "constructor" || r.fn.Kind() != syntax.MethodDefinition && !scope.IsFunction(r.fn)):
		return c.madeAt(r.file, class, depth)
	case isMountMethod(r.file, r.fn, name):
		o := made(authflow.EachMount)
		if o.name = class.Child(syntax.FieldName).Text(); o.name == "" {
			o.name = baseName(r.file)
		}
		o.once = isRoot(r.file, o.name)
		return o
	case isComponent(r.fn, name):
		o := made(authflow.EachRender)
		o.once = isRoot(r.file, name) && !usesHooks(r.fn)
		return o
	case isHook(name) && c.isReact(r.file):
		return made(authflow.EachRender)
	case authflow.PurposeOfName(name) != authflow.Other, isRequestHandler(r.file, r.fn, name):
		return made(authflow.EachCall)
	}
	o := c.calledAt(r.file, r.fn, depth)
	if o.when == authflow.Sometime && c.sends(r, func(p authflow.Purpose) bool { return p != authflow.Other }) {
		return made(authflow.EachCall)
	}
	return o
}

// effect says when what is given to useEffect runs.
func (c clock) effect(f *module.File, call syntax.Node) occasion {
	when, bare := effectMoment(call)
	around := runner(call)
	name := calledAs(around)
	return occasion{when: when, name: name, at: f.Span(call.Child(syntax.FieldFunction)), once: bare && c.mountedOnce(f, around, name, 0)}
}

// mountedOnce reports whether a component, or all that call a hook, are mounted
// once for the application.
func (c clock) mountedOnce(f *module.File, fn syntax.Node, name string, depth int) bool {
	if !isHook(name) || depth > maxCallers {
		return isRoot(f, name)
	}
	calls := c.invocations(placeOf(f, fn))
	for _, i := range calls {
		around := runner(i.call.Node)
		if !c.mountedOnce(i.call.File, around, calledAs(around), depth+1) {
			return false
		}
	}
	return len(calls) > 0
}

// sends reports whether the function of a run sends a request for a purpose: a
// login, say. It runs each time that one is sent.
func (c clock) sends(r run, is func(authflow.Purpose) bool) bool {
	for _, q := range c.facts.Requests {
		if !is(q.Purpose) || q.At.File != r.file.Path || !r.file.Span(r.fn).Contains(q.At) {
			continue
		}
		if n := nodeAt(r.file, q.At.Start, q.At.End); n.OK() && runOf(r.file, n, nil).fn == r.fn {
			return true
		}
	}
	return false
}

// topLevel says when the top level of a file runs: once for a module, for each
// component where the file is one, for each page where it is a script of it.
func (l *linker) topLevel(f *module.File) occasion {
	o := occasion{when: momentOfFile(f), once: isRoot(f, "")}
	if o.when == authflow.EachMount {
		o.name = baseName(f)
	}
	return o
}

func momentOfFile(f *module.File) authflow.Moment {
	switch strings.ToLower(filepath.Ext(f.Path)) {
	case ".svelte", ".astro":
		return authflow.EachMount
	case ".vue":
		if setup.MatchString(f.Tree.Source()) {
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
func (c clock) madeAt(f *module.File, class syntax.Node, depth int) occasion {
	if decoratedAs(class, "Injectable") {
		return occasion{when: authflow.AtStart}
	}
	if decoratedAs(class, "Component", "Directive", "Page") {
		name := class.Child(syntax.FieldName)
		return occasion{when: authflow.EachMount, name: name.Text(), at: f.Span(name), once: isRoot(f, name.Text())}
	}
	b := f.Scopes.Lookup(class.Child(syntax.FieldName))
	if b == nil || isExported(f, b) {
		return occasion{}
	}
	return c.together(f, b, depth, func(ref syntax.Node) (syntax.Node, bool) {
		p := ref.Parent()
		return p, p.Kind() == syntax.NewExpression && p.Child(syntax.FieldConstructor) == ref
	})
}

// calledAt says when a function is called. What is called once must be seen by
// all its calls.
func (c clock) calledAt(f *module.File, fn syntax.Node, depth int) occasion {
	b := nameOf(f, fn)
	if b != nil && len(b.Writes) == 0 && !isExported(f, b) {
		return c.together(f, b, depth, func(ref syntax.Node) (syntax.Node, bool) {
			p := ref.Parent()
			return p, p.Kind() == syntax.CallExpression && p.Child(syntax.FieldFunction) == ref
		})
	}
	var out occasion
	for i, call := range c.invocations(placeOf(f, fn)) {
		o := c.of(runOf(call.call.File, call.call.Node, nil), depth+1)
		if i == 0 {
			out = o
		}
		out = out.or(o)
	}
	if out.when.Once() && (b == nil || len(b.Writes) > 0 || !c.allRead(f.Path)) {
		return occasion{}
	}
	return out
}

// together says when the uses of a name run, if each use is what is asked for.
func (c clock) together(f *module.File, b *scope.Binding, depth int, use func(syntax.Node) (syntax.Node, bool)) occasion {
	var out occasion
	seen := false
	for _, ref := range b.Refs {
		if ref == b.Node {
			continue
		}
		var o occasion
		if n, ok := use(ref); ok {
			o = c.of(runOf(f, n, nil), depth+1)
		} else if call, ok := effectOf(ref); ok {
			o = c.effect(f, call)
		}
		if !seen {
			out, seen = o, true
		}
		out = out.or(o)
	}
	return out
}

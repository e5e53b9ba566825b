package tshttp

import (
	"bytes"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// What of a session stays in memory when its end is written down.

// readDrop notes code that takes credentials from the defaults of a client:
// delete api.defaults.headers.common.Authorization, and assignments of nothing or
// of other maps.
func (r *reader) readDrop(n syntax.Node) {
	switch n.Kind() {
	case syntax.UnaryExpression:
		if n.Operator() == "delete" && ofDefaults(n.Child(syntax.FieldArgument)) {
			r.out.dropsDefaults = true
		}
	case syntax.AssignmentExpression:
		left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
		if ofDefaults(left) && (right.Kind() == syntax.Object || mayBeNothing(r.value(right))) {
			r.out.dropsDefaults = true
		}
	}
}

// ofDefaults: axios.defaults.headers.common['Authorization'], api.defaults.headers.
func ofDefaults(n syntax.Node) bool {
	if !n.Is(syntax.MemberExpression, syntax.SubscriptExpression) {
		return false
	}
	text := n.Text()
	return len(text) < 120 && strings.Contains(text, "defaults") && strings.Contains(text, "headers")
}

// mayBeNothing: on some path the value is null, undefined or empty, or a text in
// which nothing is filled in.
func mayBeNothing(v value.Value) bool {
	return slices.ContainsFunc(v.Alternatives(), func(a value.Value) bool {
		_, constant := a.Constant()
		return isEmptyValue(a) || constant
	})
}

// linkDefaults makes facts of the headers that functions put among defaults.
func (l *linker) linkDefaults() {
	dropped := slices.ContainsFunc(l.sheets, func(sh *sheet) bool { return sh.dropsDefaults })
	for _, sh := range l.sheets {
		for _, h := range sh.headers {
			if h.key == "" || !h.fact.IsAuthorization() || l.when(h.fact.At).Once() {
				continue
			}
			n := sh.file.Tree.At(h.at.node).Child(syntax.FieldLeft)
			if !ofDefaults(n) {
				continue
			}
			l.facts.Defaults = append(l.facts.Defaults, &authflow.DefaultCredential{
				At: h.fact.At, Name: value.Spell(n), Dropped: dropped || l.passedNothing(sh, h) || l.leavesPage(),
			})
		}
	}
}

// passedNothing: the header is made of a parameter, and a caller hands null over,
// or perhaps one that nobody saw.
func (l *linker) passedNothing(sh *sheet, h *header) bool {
	if !slices.ContainsFunc(h.fact.Values, hasParameter) {
		return false
	}
	calls := l.invocations(placeOf(sh.file, functionOf(h.val)))
	return len(calls) == 0 || slices.ContainsFunc(calls, func(c invocation) bool {
		args := slices.Collect(c.call.Node.Child(syntax.FieldArguments).Elements())
		return len(args) == 0 || slices.ContainsFunc(args, func(a syntax.Node) bool { return mayBeNothing(l.reader.eval.Eval(c.call.File, a, nil)) })
	})
}

func hasParameter(s credential.Shape) bool {
	return slices.ContainsFunc(s, func(p credential.Part) bool { return p.Hole != nil && p.Hole.Origin == credential.Param })
}

// leavesPage reports whether some code that logs out loads a page, which empties
// the memory. It is asked of all files, as findReloads does.
func (l *linker) leavesPage() bool {
	return slices.ContainsFunc(l.files, func(path string) bool {
		leaves := l.reader.eval.Project.Mentions(path, func(src []byte) bool {
			return slices.ContainsFunc(navigations, func(w []byte) bool { return bytes.Contains(src, w) }) && speaksOfEnd(string(src))
		})
		f := l.reader.eval.Project.File(path)
		return leaves && f != nil && l.leavesIn(f)
	})
}

func (l *linker) leavesIn(f *module.File) bool {
	for n := range f.Tree.Root().Descendants() {
		if !navigates(n) {
			continue
		}
		for fn := functionOf(n); fn.OK(); fn = functionOf(fn) {
			if speaksOfEnd(fn.Text()) {
				return true
			}
		}
	}
	return false
}

func speaksOfEnd(code string) bool {
	code = strings.ToLower(code)
	return slices.ContainsFunc([]string{"logout", "log_out", "signout", "sign_out", "logoff", "removeitem", "removetoken", "cleartoken", ".clear(", "removesession", "clearsession"},
		func(w string) bool { return strings.Contains(code, w) })
}

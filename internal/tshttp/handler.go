package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readHandler reads how a handler of axios ends.
func (r *reader) readHandler(fn value.Value, stage authflow.Stage, key, client string) *authflow.Handler {
	if fn.Node.Broken() {
		return nil
	}
	x := &exits{r: r, handler: fn}
	h := &authflow.Handler{
		At: signature(fn.File, fn.Node), Stage: stage, Library: "axios", Client: client,
		Input: inputName(fn), Exits: x.of(fn, fn.Env),
	}
	h.Mend = mendEnd(fn, h)
	r.out.handlers = append(r.out.handlers, handlerOf{h, key})
	return h
}

// A handlerOf is a handler with the key of its client.
type handlerOf struct {
	fact *authflow.Handler
	key  string
}

// inputName is the name of a handler's first parameter, empty where it has none
// of its own.
func inputName(fn value.Value) string {
	for _, b := range fn.File.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == fn.Node && b.Index == 0 && len(b.Path) == 0 && !b.Rest {
			return b.Name
		}
	}
	return ""
}

// mendEnd returns the edit that ends the body of a handler with a return, where
// control runs out of it.
func mendEnd(fn value.Value, h *authflow.Handler) []authflow.Edit {
	body := fn.Node.Child(syntax.FieldBody)
	if h.Input == "" || body.Kind() != syntax.StatementBlock ||
		!slices.ContainsFunc(flow.Exits(fn.Node), func(e flow.Exit) bool { return e.Kind == flow.RunsOut }) {
		return nil
	}
	text := "return " + h.Input
	if h.Stage == authflow.OnFailure {
		text = "return Promise.reject(" + h.Input + ")"
	}
	var last syntax.Node
	for s := range body.Elements() {
		last = s
	}
	closing := edge(fn.File, body, -1)
	src := fn.File.Tree.Source()
	semicolon := ""
	if strings.HasSuffix(last.Text(), ";") || !last.OK() {
		semicolon = ";"
	}
	line := src[strings.LastIndexByte(src[:body.End()-1], '\n')+1 : body.End()-1]
	if strings.TrimSpace(line) != "" || !last.OK() {
		// All in one line: { log(e) }
		at := fn.File.Span(body)
		if last.OK() {
			at = fn.File.Span(last)
			at.Start = at.End
			separator := "; "
			if semicolon == ";" || strings.HasSuffix(last.Text(), "}") {
				separator = " "
			}
			return []authflow.Edit{{At: at, Text: separator + text + semicolon}}
		}
		at.Start++
		at.End = at.Start
		return []authflow.Edit{{At: at, Text: " " + text + " "}}
	}
	closing.Start -= len(line)
	closing.End = closing.Start
	first := firstOf(body)
	indent := src[strings.LastIndexByte(src[:first.Start()], '\n')+1 : first.Start()]
	if strings.TrimSpace(indent) != "" {
		indent = line + "  "
	}
	return []authflow.Edit{{At: closing, Text: indent + text + semicolon + "\n"}}
}

// addHandlers leaves out what several registrations of one handler say alike.
func (l *linker) addHandlers(found []handlerOf) {
	for _, h := range found {
		if slices.ContainsFunc(h.fact.Exits, looksLikeSuccess) {
			h.fact.Callers = l.callersOf(h.key)
		}
		if !slices.ContainsFunc(l.facts.Handlers, func(o *authflow.Handler) bool { return o.At == h.fact.At && o.Stage == h.fact.Stage }) {
			l.facts.Handlers = append(l.facts.Handlers, h.fact)
		}
	}
}

// looksLikeSuccess: what is handed on is a matter for those who get it.
func looksLikeSuccess(e *authflow.Exit) bool {
	return e.Gives == authflow.GivesInput || e.Gives == authflow.GivesConstant
}

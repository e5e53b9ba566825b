package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A handler that sends a request through its own client is run for that request
// too. Whether it comes to the same place again is asked of the conditions on
// the way there, read as if the handler had been called for the request that it
// sends: its URL, its marks, refused with 401.

// inner is such a request.
type inner struct {
	call call
	fn   value.Value // the function that sends it
	way  []step
	from source.Span // the call in the handler's file that leads to it
	// stage is when the handler sends it.
	stage authflow.Stage
}

// reentries turns what was found into facts.
func (w *walk) reentries() {
	if w.ejects {
		return // it takes itself away before it refreshes
	}
	for _, in := range w.inner {
		x := reentry{w: w, url: w.r.eval.Shapes(in.call.url), keys: map[string]bool{}}
		config := w.r.eval.Value(in.call.config)
		if in.call.inConfig {
			c := in.call
			w.r.fromConfig(&c, config)
			x.url = w.r.eval.Shapes(c.url)
		}
		x.marks(config)
		at := in.call.value.Span()
		f := &authflow.Reentry{
			At: at, Call: value.Spell(in.call.value.Node.Child(syntax.FieldFunction)), Stage: in.stage,
			Enters: w.enters, EntersAt: signature(w.handler.File, w.handler.Node), Purpose: w.purposeOf(in, x.url),
		}
		if in.from.Valid() && at.File != w.handler.File.Path {
			f.At, f.Sends = in.from, at
		}
		f.Comes, f.Waits = x.comes(in.way)
		w.r.out.reentries = append(w.r.out.reentries, f)
	}
}

// purposeOf reads what a request is for from its URL, its body, and the
// functions that send it.
func (w *walk) purposeOf(in inner, url []credential.Shape) authflow.Purpose {
	if p := purpose(in.call.method, url, calleeName(in.call.value.Node)); p != authflow.Other {
		return p
	}
	body := w.r.plain(w.r.eval.Value(in.call.body))
	if body.Kind == value.Object {
		for m := range body.Node.Elements() {
			name := scope.PropertyName(m.Child(syntax.FieldKey))
			if m.Kind() == syntax.ShorthandPropertyIdentifier {
				name = m.Text()
			}
			if words := credential.Words(name); slices.Contains(words, "refresh") && slices.Contains(words, "token") {
				return authflow.Refresh
			}
		}
	}
	if in.fn.Node == w.handler.Node {
		return authflow.Other
	}
	return authflow.PurposeOfName(functionName(in.fn.Node))
}

// addReentries leaves out what several registrations of one handler say alike.
func (l *linker) addReentries(found []*authflow.Reentry) {
	for _, r := range found {
		if !slices.ContainsFunc(l.facts.Reentries, func(o *authflow.Reentry) bool { return o.At == r.At && o.Sends == r.Sends }) {
			l.facts.Reentries = append(l.facts.Reentries, r)
		}
	}
}

// reentry is the handler's request as its own conditions see it.
type reentry struct {
	w   *walk
	url []credential.Shape
	// keys are the marks on it: properties of its configuration that the library
	// does not know, and headers.
	keys map[string]bool
	open bool // its configuration may hold more
	// refusal: a condition asks for 401.
	refusal bool
}

// marks reads the configuration of the request.
func (x *reentry) marks(config value.Value) {
	switch config.Kind {
	case value.Object:
	case value.Unknown, value.Undefined, value.Null:
		x.open = config.File != nil && config.Kind == value.Unknown
		return
	default:
		x.open = true
		return
	}
	for m := range config.Node.Elements() {
		key := scope.PropertyName(m.Child(syntax.FieldKey))
		switch {
		case m.Kind() == syntax.ShorthandPropertyIdentifier:
			x.keys[m.Text()] = true
		case m.Kind() != syntax.Pair || key == "":
			x.open = true
		case key == "headers":
			val := x.w.r.eval.Eval(config.File, m.Child(syntax.FieldValue), config.Env)
			if val.Kind != value.Object {
				x.open = true
				continue
			}
			for h := range val.Node.Elements() {
				if name := scope.PropertyName(h.Child(syntax.FieldKey)); name != "" {
					x.keys["headers."+name] = true
				} else {
					x.open = true
				}
			}
		default:
			val := x.w.r.eval.Eval(config.File, m.Child(syntax.FieldValue), config.Env)
			truth, known := val.Truthy()
			x.keys[key] = truth || !known
		}
	}
}

// comes reports whether all conditions on the way hold for the request, and
// where it waits for itself if a flag turns it away.
func (x *reentry) comes(way []step) (authflow.Truth, source.Span) {
	turned := -1
	for i, s := range way {
		switch x.outcome(s, s.Expr, s.Holds) {
		case differs:
			return authflow.No, source.Span{}
		case unsure:
			return authflow.Unknown, source.Span{}
		case turnedAway:
			if turned < 0 {
				turned = i
			}
		}
	}
	if x.w.stage == authflow.OnAnswer && !x.refusal {
		return authflow.Unknown, source.Span{} // not about refused answers
	}
	if turned < 0 {
		return authflow.Yes, source.Span{}
	}
	if at := x.waits(way[turned]); at.Valid() {
		return authflow.No, at
	}
	return authflow.No, source.Span{}
}

// An outcome compares what a condition says of the request with what it said of
// the one that the handler was called for.
type outcome uint8

const (
	same outcome = iota
	differs
	turnedAway // as differs, by a flag that was set for the first request
	unsure
)

func (x *reentry) outcome(s step, n syntax.Node, holds bool) outcome {
	if len(s.Cases) > 0 {
		return x.switched(s, n)
	}
	switch {
	case n.Is(syntax.ParenthesizedExpression):
		return x.outcome(s, firstOf(n), holds)
	case n.Kind() == syntax.UnaryExpression && n.Operator() == "!":
		return x.outcome(s, n.Child(syntax.FieldArgument), !holds)
	case n.Kind() == syntax.BinaryExpression && (n.Operator() == "&&" && holds || n.Operator() == "||" && !holds):
		a := x.outcome(s, n.Child(syntax.FieldLeft), holds)
		b := x.outcome(s, n.Child(syntax.FieldRight), holds)
		for _, o := range []outcome{differs, unsure, turnedAway} {
			if a == o || b == o {
				return o
			}
		}
		return same
	}
	v := x.judge(s.g, n)
	switch {
	case !v.known && v.varies:
		return unsure
	case !v.known || v.val == holds:
		return same
	case v.flag:
		return turnedAway
	}
	return differs
}

func (x *reentry) switched(s step, n syntax.Node) outcome {
	result := same
	for _, c := range s.Cases {
		switch {
		case isUnauthorized(s.g, c):
			x.refusal = true
			return same
		case s.g.meansRefused(c) || isStatusCode(c):
			result = differs
		case result == same:
			result = unsure
		}
	}
	return result
}

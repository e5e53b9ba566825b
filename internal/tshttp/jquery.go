package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// isJQuery reports whether v is jQuery: the package, or the global of its
// script. Of the global $ only its own methods are taken for it.
func isJQuery(v value.Value) bool {
	return v.From("default", "jquery") || v.From("*", "jquery") || v.IsGlobal("$") || v.IsGlobal("jQuery") ||
		v.Kind == value.Call && v.Base != nil && v.Base.From("default", "jquery")
}

// jqueryCall recognizes $.ajax(options), $.ajax(url, options), $.get, $.post and
// $.getJSON. The answer is mostly taken by a callback among the options.
func jqueryCall(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	if base.Kind != value.Member || !isJQuery(*base.Base) {
		return call{}, false
	}
	c := call{client: clientRef{key: "jquery", library: "jQuery", name: "jQuery"}, value: v, configAt: -1}
	first := r.eval.Value(v.Arg(0))
	switch base.Name {
	case "ajax":
		if second := v.Arg(1); second.Node.OK() {
			c.url, c.config = v.Arg(0), second
		} else {
			c.config, c.inConfig = v.Arg(0), true
		}
		config := r.eval.Value(c.config)
		c.byEvent = r.eval.Prop(config, "success", config.File, config.Node).Kind != value.Undefined ||
			r.eval.Prop(config, "complete", config.File, config.Node).Kind != value.Undefined
	case "get", "post", "getJSON":
		c.method = map[string]string{"get": "GET", "post": "POST", "getJSON": "GET"}[base.Name]
		if first.Kind == value.Object {
			c.config, c.inConfig = v.Arg(0), true
			break
		}
		c.url, c.body = v.Arg(0), v.Arg(1)
		for _, a := range v.Arguments() {
			c.byEvent = c.byEvent || a.Node.OK() && r.eval.Value(a).Kind == value.Function
		}
	default:
		return call{}, false
	}
	return c, true
}

// readAjaxSetup reads $.ajaxSetup(options): what every request of jQuery then
// begins with.
func (r *reader) readAjaxSetup(v value.Value) {
	if v.Kind != value.Call || v.Base == nil {
		return // a call that was followed
	}
	base := *v.Base
	if base.Kind != value.Member || base.Name != "ajaxSetup" || !isJQuery(*base.Base) {
		return
	}
	options := r.eval.Value(v.Arg(0))
	if options.Kind != value.Object {
		return
	}
	fields := r.eval.Prop(options, "xhrFields", options.File, options.Node)
	if with := r.eval.Prop(fields, "withCredentials", options.File, options.Node); fields.Kind == value.Object {
		r.out.defaults = append(r.out.defaults, setting{key: "jquery", name: "withCredentials", val: with, in: placeOf(v.File, v.Node), node: v.Node, param: -1})
	}
	jquery := clientRef{key: "jquery", library: "jQuery", name: "jQuery"}
	r.out.clients = append(r.out.clients, jquery)
	r.out.layouts = append(r.out.layouts, layout{&authflow.Layout{
		At: v.Span(), Call: value.Spell(v.Node.Child(syntax.FieldFunction)), Library: "jQuery", Makes: true, Takes: 1,
		Arguments: []authflow.Operand{r.argument(v.Arg(0), authflow.ConfigRole)},
	}, jquery})
	for _, at := range r.headerPlaces(r.eval.Prop(options, "headers", options.File, options.Node), 0) {
		r.out.homes = append(r.out.homes, home{at, "jquery"})
	}
	r.hook(options, "beforeSend", "request", clientRef{key: "jquery", library: "jQuery", name: "jQuery"})
}

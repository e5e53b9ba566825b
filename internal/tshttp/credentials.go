package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// How credentials and base URLs are set other than in the options of the call
// or of create: by assignment, by an interceptor, by code that replaces fetch.

// readSetting reads api.defaults.withCredentials, xhr.withCredentials, and
// config.withCredentials in an interceptor.
func (r *reader) readSetting(left syntax.Node, name string, right syntax.Node) {
	object := left.Child(syntax.FieldObject)
	set := setting{name: name, val: r.value(right), in: placeOf(r.file, left), node: left, param: -1}
	if name == "defaults" { // replaced as a whole
		object, set.name, set.val = left, "withCredentials", r.eval.Prop(set.val, "withCredentials", r.file, right)
	}
	r.addressee(&set, object)
	if name != "defaults" || set.key != "" || set.param >= 0 {
		r.out.defaults = append(r.out.defaults, set)
	}
}

// addressee says which client is configured through an object.
func (r *reader) addressee(set *setting, object syntax.Node) {
	v := r.value(object)
	for _, a := range v.Alternatives() {
		if isXHR(a) {
			set.key = xhrKey(a)
			return
		}
	}
	if set.key = r.defaultsOf(object); set.key != "" {
		return
	}
	_, path := v.Path()
	if p := paramOf(v); p != nil && slices.Contains(path, "defaults") {
		set.fn, set.param = placeOf(r.file, p.Func), p.Index
		r.askCallersOf(p.Func)
	}
}

// readSpreadConfig reads what an interceptor puts on every request by making a
// new configuration: ({ ...config, withCredentials: true }).
func (r *reader) readSpreadConfig(pair syntax.Node) {
	key := pair.Child(syntax.FieldKey)
	object := pair.Parent()
	if key.Text() != "withCredentials" || !object.Has(syntax.SpreadElement) {
		return
	}
	r.out.defaults = append(r.out.defaults, setting{
		name: "withCredentials", val: r.value(pair.Child(syntax.FieldValue)), in: placeOf(r.file, pair), node: pair, param: -1,
	})
}

// readAssigned reads Object.assign(api.defaults, { withCredentials: true }).
func (r *reader) readAssigned(n syntax.Node, callee value.Value) {
	if !isObjectAssign(value.Value{Kind: value.Call, Base: &callee}) {
		return
	}
	target := firstOf(n.Child(syntax.FieldArguments))
	set := setting{name: "withCredentials", in: placeOf(r.file, n), node: n, param: -1}
	if r.addressee(&set, target); set.key == "" && set.param < 0 {
		return
	}
	from := target.Next()
	set.val = r.eval.Prop(r.value(from), "withCredentials", r.file, from)
	r.out.defaults = append(r.out.defaults, set)
}

// readFetchReplaced reads window.fetch = …: what every fetch of the page then
// sends is up to the code that replaced it.
func (r *reader) readFetchReplaced(n syntax.Node) {
	left := n.Child(syntax.FieldLeft)
	if left.Child(syntax.FieldProperty).Text() != "fetch" || !r.value(left).IsGlobal("fetch") {
		return
	}
	r.out.defaults = append(r.out.defaults, setting{
		key: "fetch", name: "withCredentials", val: value.Value{}, in: placeOf(r.file, left), node: left, param: -1,
	})
}

// changedLater says what is known of credentials in an object after its
// literal: options.credentials = 'include', or nothing where it is handed to
// code that may add them.
func (r *reader) changedLater(object value.Value) authflow.Truth {
	decl := object.Node.Parent()
	for decl.Is(syntax.AsExpression, syntax.SatisfiesExpression, syntax.ParenthesizedExpression) {
		decl = decl.Parent()
	}
	name := decl.Child(syntax.FieldName)
	if decl.Kind() != syntax.VariableDeclarator || name.Kind() != syntax.Identifier {
		return authflow.No
	}
	b := object.File.Scopes.Lookup(name)
	if b == nil {
		return authflow.No
	}
	for _, ref := range b.Refs {
		switch p := ref.Parent(); p.Kind() {
		case syntax.MemberExpression, syntax.SubscriptExpression:
			property := p.Child(syntax.FieldProperty).Text()
			if index := p.Child(syntax.FieldIndex); index.Kind() == syntax.String {
				property = scope.Unquote(index)
			}
			if w := p.Parent(); w.Kind() == syntax.AssignmentExpression && w.Child(syntax.FieldLeft) == p &&
				(property == "credentials" || property == "withCredentials" || property == "") {
				return authflow.Unknown
			}
		case syntax.Arguments:
			if call := p.Parent(); call.Kind() == syntax.CallExpression && !r.isRequest(object, call) {
				return authflow.Unknown
			}
		}
	}
	return authflow.No
}

// isRequest reports whether a call that takes the object is a request itself.
func (r *reader) isRequest(object value.Value, call syntax.Node) bool {
	callee := r.eval.Eval(object.File, call.Child(syntax.FieldFunction), object.Env)
	_, ok := r.sends(value.Value{Kind: value.Call, Base: &callee, File: object.File, Node: call, Env: object.Env})
	return ok
}

// configured returns the clients that a setting is about.
func (l *linker) configured(sh *sheet, set setting) []*client {
	switch {
	case set.key != "":
		return l.clientsOf(set.key)
	case set.param >= 0:
		var out []*client
		for _, other := range l.sheets {
			for _, c := range other.calls {
				if c.fn != set.fn {
					continue
				}
				call := value.Value{Kind: value.Call, File: c.call.File, Node: c.call.Node}
				for _, a := range l.reader.eval.Value(call.Arg(set.param)).Alternatives() {
					if ref, ok := axiosClient(a); ok {
						out = append(out, l.clientsOf(ref.key)...)
					}
				}
			}
		}
		return out
	}
	var out []*client
	for _, key := range l.interceptorsAround(sh, set.node, false) {
		out = append(out, l.clientsOf(key)...)
	}
	return out
}

// clientsOf returns the clients of a key, with those that a function makes anew
// at each of its calls.
func (l *linker) clientsOf(key string) []*client {
	if key == "" {
		return nil
	}
	var out []*client
	for k, c := range l.clients {
		if k == key || strings.HasPrefix(k, key+"@") {
			out = append(out, c)
		}
	}
	return out
}

// applySettings applies api.defaults.… = … and what interceptors set on each
// request. The global axios hands its defaults to instances made later; order
// across files is unknown, so what it sends they may send too.
func (l *linker) applySettings() {
	for _, sh := range l.sheets {
		for _, set := range sh.defaults {
			for _, c := range l.configured(sh, set) {
				switch set.name {
				case "withCredentials":
					if set.val.Kind == value.Bool && set.val.Name == "true" {
						c.fact.Credentials = authflow.Yes
					} else if set.val.Kind != value.Bool && set.val.Kind != value.Undefined && c.fact.Credentials == authflow.No {
						c.fact.Credentials = authflow.Unknown
					}
				case "baseURL":
					c.bases = l.reader.eval.Shapes(value.Operand{Val: &set.val})
				}
			}
		}
		for _, i := range sh.interceptors {
			for _, c := range l.clientsOf(i.key) {
				switch {
				case i.rejected:
				case i.response:
					c.keeps = c.keeps || handlesTokens(i)
				case c.fact.Credentials == authflow.No && handsAway(i):
					c.fact.Credentials = authflow.Unknown // the function it is handed to may add them
				}
			}
		}
	}
	if g := l.clients["axios"]; g != nil && g.fact.Credentials == authflow.Yes {
		for _, c := range l.clients {
			if c.fact.Library == "axios" && c.fact.Credentials == authflow.No {
				c.fact.Credentials = authflow.Unknown
			}
		}
	}
}

// readDefaultsReplaced reads api.defaults.headers.common = { … }: what stands
// there goes out with all that the client sends.
func (r *reader) readDefaultsReplaced(assignment, left, right syntax.Node) {
	if !right.Is(syntax.Object) || !namesHeaders(left.Text()) {
		return
	}
	r.readMapReplaced(assignment, left, right)
	if key := r.defaultsOf(left); key != "" {
		for _, at := range r.headerPlaces(r.value(right), 0) {
			r.out.homes = append(r.out.homes, home{at, key})
		}
	}
}

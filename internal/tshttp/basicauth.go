package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// axios makes the header of Basic (RFC 7617) itself, of { auth: { username,
// password } } in the options of a call or of a client; got and jQuery of these
// two options, superagent of auth(username, password).

// readAuthOption reads it as the write of the header that goes out, and returns
// the place of that write; no place where the options name no user.
func (r *reader) readAuthOption(config value.Value, library string) (at place, ok bool) {
	auth := config
	switch library {
	case "axios":
		auth = r.eval.Prop(config, "auth", config.File, config.Node)
	case "got", "jQuery": // they are options themselves
	default:
		return place{}, false
	}
	if config.Kind != value.Object || auth.Kind != value.Object {
		return place{}, false
	}
	return r.addBasic(auth, r.eval.Prop(auth, "username", auth.File, auth.Node), r.eval.Prop(auth, "password", auth.File, auth.Node))
}

// addBasic notes the header that a library makes of a user and a password which
// stand in the source, where auth says so.
func (r *reader) addBasic(auth, username, password value.Value) (at place, ok bool) {
	name, named := username.Constant()
	secret, written := password.Constant()
	if !named || !written || password.File == nil || !password.Node.Is(syntax.String, syntax.TemplateString) {
		return place{}, false // read when it is needed
	}
	at = placeOf(auth.File, auth.Node)
	if slices.ContainsFunc(r.out.headers, func(h *header) bool { return h.at == at }) {
		return at, true
	}
	span := password.Span()
	pair := credential.Text(name+":"+secret, span, false)
	r.out.headers = append(r.out.headers, &header{at: at, file: auth.File, val: password.Node, fact: &authflow.HeaderWrite{
		At: auth.Span(), Name: "Authorization", ValueAt: span,
		Values: []credential.Shape{credential.Join(
			credential.Text("Basic ", span, false), credential.Of(credential.Hole{Name: "auth", Encodes: pair}, span))},
	}})
	return at, true
}

// addBearer notes the header that superagent makes of auth(token, { type:
// 'bearer' }): the scheme and the token.
func (r *reader) addBearer(link value.Value) (at place, ok bool) {
	options := r.eval.Value(link.Arg(1))
	if options.Kind != value.Object || link.File != r.file {
		return place{}, false
	}
	if kind, _ := r.eval.Prop(options, "type", options.File, options.Node).Constant(); kind != "bearer" {
		return place{}, false
	}
	at = placeOf(link.File, link.Node)
	if slices.ContainsFunc(r.out.headers, func(h *header) bool { return h.at == at }) {
		return at, true
	}
	token := firstOf(link.Node.Child(syntax.FieldArguments))
	span := r.span(token)
	var values []credential.Shape
	for _, s := range r.eval.Shapes(link.Arg(0)) {
		values = append(values, credential.Join(credential.Text("Bearer ", span, false), s))
	}
	if len(values) == 0 {
		return place{}, false
	}
	r.out.headers = append(r.out.headers, &header{at: at, file: r.file, val: token, fact: &authflow.HeaderWrite{
		At: r.span(link.Node), Name: "Authorization", ValueAt: span, Values: r.withTests(values, r.operand(token)),
	}})
	return at, true
}

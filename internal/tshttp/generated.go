package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Clients that are generated from a description of the API are configured by an
// object of theirs. openapi-typescript-codegen and its kin: OpenAPI.TOKEN,
// OpenAPI.HEADERS. openapi-generator: new Configuration({ accessToken }).

// openAPI is the client behind OpenAPI: there is one object for all of an API,
// and where it is generated anew for each build nothing tells two apart.
var openAPI = clientRef{key: "openapi-typescript-codegen", library: "openapi-typescript-codegen", name: "OpenAPI", unseen: true}

// isOpenAPI recognizes that object, in generated code or by its name where that
// code is not at hand.
func isOpenAPI(v value.Value) bool {
	switch v.Kind {
	case value.External:
		return v.Name == "OpenAPI"
	case value.Member:
		return v.Name == "OpenAPI" && (v.Base.Kind == value.External || v.Base.Kind == value.Namespace)
	case value.Object:
		return hasKeys(v.Node, "BASE", "WITH_CREDENTIALS")
	}
	return false
}

func hasKeys(object syntax.Node, keys ...string) bool {
	for m := range object.Elements() {
		if i := slices.Index(keys, m.Child(syntax.FieldKey).Text()); i >= 0 {
			keys = slices.Delete(slices.Clone(keys), i, i+1)
		}
	}
	return len(keys) == 0
}

// readOpenAPI reads OpenAPI.TOKEN = …, OpenAPI.HEADERS = … and
// OpenAPI.WITH_CREDENTIALS = ….
func (r *reader) readOpenAPI(n, left, right syntax.Node, name string) {
	if name != "TOKEN" && name != "HEADERS" && name != "WITH_CREDENTIALS" || !isOpenAPI(r.value(left.Child(syntax.FieldObject))) {
		return
	}
	r.out.clients = append(r.out.clients, openAPI)
	switch name {
	case "TOKEN":
		r.givenToken(n, right, openAPI.key)
	case "HEADERS":
		r.givenHeaders(right, openAPI.key)
	case "WITH_CREDENTIALS":
		r.out.defaults = append(r.out.defaults, setting{
			key: openAPI.key, name: "withCredentials", val: r.value(right), in: placeOf(r.file, left), node: left, param: -1,
		})
	}
}

// readGeneratedOption reads the same among the options that such a client is
// made with.
func (r *reader) readGeneratedOption(pair syntax.Node, key string, val syntax.Node) {
	object := pair.Parent()
	switch key {
	case "TOKEN", "HEADERS":
		if !hasKeys(object, "BASE") {
			return
		}
		ref := openAPI
		if made := madeOf(object); made.OK() {
			// Have: new ApiClient({ BASE, TOKEN })
			ref = clientRef{key: r.operandKey(made), library: openAPI.library, name: made.Child(syntax.FieldConstructor).Text(), at: r.span(made), unseen: true}
		}
		r.out.clients = append(r.out.clients, ref)
		if key == "TOKEN" {
			r.givenToken(pair, val, ref.key)
		} else {
			r.givenHeaders(val, ref.key)
		}
	case "accessToken":
		made := madeOf(object)
		if !made.OK() || !isConfiguration(r.value(made.Child(syntax.FieldConstructor))) {
			return
		}
		ref := clientRef{key: r.operandKey(made), library: "openapi-generator", name: "Configuration", at: r.span(made), unseen: true}
		r.out.clients = append(r.out.clients, ref)
		r.givenToken(pair, val, ref.key)
	}
}

// madeOf is the constructor call whose first argument an object is.
func madeOf(object syntax.Node) syntax.Node {
	if args := object.Parent(); args.Kind() == syntax.Arguments && firstOf(args) == object && args.Parent().Kind() == syntax.NewExpression {
		return args.Parent()
	}
	return syntax.Node{}
}

// isConfiguration recognizes the class of openapi-generator, which puts its
// scheme before the token that it is given.
func isConfiguration(v value.Value) bool {
	if v.Kind == value.External {
		return v.Name == "Configuration"
	}
	if v.Kind != value.Class || v.Node.Child(syntax.FieldName).Text() != "Configuration" {
		return false
	}
	text := v.Node.Text()
	return strings.Contains(text, "accessToken") && strings.Contains(text, "basePath")
}

func (r *reader) operandKey(n syntax.Node) string {
	return value.Value{Kind: value.Call, File: r.file, Node: n}.Key()
}

// givenToken notes the header that a client makes of a token it is given, or of
// what a function returns: the scheme and the token, and no header where there
// is none.
func (r *reader) givenToken(n, val syntax.Node, key string) {
	given := r.value(val)
	v := r.called(given)
	span := r.span(val)
	var values []credential.Shape
	for _, s := range r.eval.Shapes(value.Operand{Val: &v}) {
		if len(s) > 0 {
			values = append(values, credential.Join(credential.Text("Bearer ", span, false), checked(s, given.Kind == value.Function)))
		}
	}
	if len(values) == 0 {
		return
	}
	r.out.headers = append(r.out.headers, &header{at: placeOf(r.file, n), key: key, file: r.file, val: val, fact: &authflow.HeaderWrite{
		At: r.span(n), Name: "Authorization", ValueAt: span, Values: r.withTests(values, r.operand(val)),
	}})
}

// checked is a value of which the client looks whether it is there, and which it
// awaits. asked: it is read each time.
func checked(s credential.Shape, asked bool) credential.Shape {
	out := slices.Clone(s)
	for i, p := range out {
		if p.Hole != nil {
			h := *p.Hole
			h.MayBeNull, h.Undefined, h.Promise = false, false, false
			if asked {
				h.ReadAt = source.Span{}
			}
			out[i].Hole = &h
		}
	}
	return out
}

// givenHeaders says which client sends the headers that it is given, or that a
// function returns.
func (r *reader) givenHeaders(val syntax.Node, key string) {
	for _, at := range r.headerPlaces(r.called(r.value(val)), 0) {
		r.out.homes = append(r.out.homes, home{at, key})
	}
}

package tshttp

import (
	"path"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// The clients of @hey-api/openapi-ts: createClient of its packages, or of the
// files client.gen that it generates beside the code of the API, which exports
// the client itself as well. setConfig changes the options of a client, and its
// interceptors are given the request beside the response.
var heyFamily = &family{
	library: "hey-api",
	root: func(v value.Value) bool {
		return v.Kind == value.External && v.Name == "client" && (isHeyModule(v.Module) || isHeyPackage(v.Module))
	},
	make: func(v value.Value) bool {
		return v.Kind == value.Declared && v.Name == heyMaker || v.Kind == value.External && v.Name == "createClient" && (isHeyModule(v.Module) || isHeyPackage(v.Module))
	},
	methods:     map[string]int{"get": 0, "post": 0, "put": 0, "patch": 0, "delete": 0, "head": 0, "options": 0, "request": 0},
	configFirst: true,
	hooks:       2,
}

// heyMaker stands for the createClient of generated code, into which nothing is
// followed.
const heyMaker = "hey-api createClient"

func isHeyModule(spec string) bool {
	return strings.TrimSuffix(path.Base(spec), path.Ext(spec)) == "client" && strings.Contains(path.Base(spec), ".gen") || path.Base(spec) == "client.gen"
}

func isHeyPackage(name string) bool { return strings.HasPrefix(name, "@hey-api/client-") }

// libraryClients says which exports of the project stand for themselves: those
// that the configuration declares, and the makers of generated clients.
func libraryClients(own *ownClients) func(spec, path, name string) (library, from string, ok bool) {
	return func(spec, file, name string) (library, from string, ok bool) {
		if name == "createClient" && strings.Contains(file, "client.gen.") {
			return heyMaker, file, true
		}
		if own == nil {
			return "", "", false
		}
		return own.client(spec, file, name)
	}
}

// heyInstance recognizes the axios through which a client sends all it sends:
// client.instance.
func heyInstance(v value.Value) (clientRef, bool) {
	if v.Kind != value.Member || v.Name != "instance" {
		return clientRef{}, false
	}
	c, ok := heyFamily.client(*v.Base, 0)
	c.library = "axios"
	return c, ok
}

// heyOptions are the options of createClient(createConfig({ … })).
func heyOptions(given value.Operand) value.Operand {
	if n := given.Node; n.Kind() == syntax.CallExpression && calleeName(n) == "createConfig" {
		given.Node = firstOf(n.Child(syntax.FieldArguments))
	}
	return given
}

// readSetConfig reads client.setConfig({ headers, auth, credentials }).
func (r *reader) readSetConfig(n syntax.Node, callee value.Value) {
	if callee.Kind != value.Member || callee.Name != "setConfig" {
		return
	}
	ref, ok := heyFamily.client(*callee.Base, 0)
	if !ok {
		return
	}
	config := r.value(firstOf(n.Child(syntax.FieldArguments)))
	if config.Kind != value.Object {
		return
	}
	r.out.clients = append(r.out.clients, ref)
	r.readHeyOptions(config, ref.key)
	if t := r.credentialsOf(config); t != authflow.No {
		set := setting{key: ref.key, name: "withCredentials", val: value.Value{}, in: placeOf(r.file, n), node: n, param: -1}
		if t == authflow.Yes {
			set.val = value.Value{Kind: value.Bool, Name: "true"}
		}
		r.out.defaults = append(r.out.defaults, set)
	}
}

// readHeyOptions reads the headers of a client, and auth: a token, or a function
// that is asked for it at each request. Which scheme goes before it the
// description of each operation says.
func (r *reader) readHeyOptions(config value.Value, key string) {
	headers := r.eval.Prop(config, "headers", config.File, config.Node)
	for _, at := range r.headerPlaces(headers, 0) {
		r.out.homes = append(r.out.homes, home{at, key})
	}
	if config.File != r.file {
		return
	}
	for m := range config.Node.Elements() {
		if m.Kind() != syntax.Pair || r.keyName(m.Child(syntax.FieldKey)) != "auth" {
			continue
		}
		val := m.Child(syntax.FieldValue)
		token := r.called(r.value(val))
		for _, s := range r.eval.Shapes(value.Operand{Val: &token}) {
			if credential.HasScheme(s) {
				return // an operation that takes it as it is
			}
		}
		if !slices.ContainsFunc(r.out.headers, func(h *header) bool { return h.at == placeOf(r.file, m) }) {
			r.givenToken(m, val, key)
		}
	}
}

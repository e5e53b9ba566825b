package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// axiosMethods are the shortcuts of an axios client and the position of their
// configuration: get(url, config), post(url, data, config).
var axiosMethods = map[string]int{
	"get": 1, "delete": 1, "head": 1, "options": 1,
	"post": 2, "put": 2, "patch": 2, "postForm": 2, "putForm": 2, "patchForm": 2,
}

// isAxios reports whether v is what the package axios exports, or the global
// of its script.
func isAxios(v value.Value) bool {
	return v.From("default", "axios") || v.From("*", "axios") || v.From("axios", "axios") || v.IsGlobal("axios") ||
		v.Kind == value.Member && v.Name == "default" && isAxios(*v.Base)
}

// axiosClient recognizes the axios of the package and what axios.create made.
func axiosClient(v value.Value) (clientRef, bool) {
	if isAxios(v) {
		return clientRef{key: "axios", library: "axios", name: "axios"}, true
	}
	if c, ok := vueClient(v); ok {
		return c, true
	}
	if c, ok := declaredClient(v, "axios"); ok {
		return c, true
	}
	if c, ok := heyInstance(v); ok {
		return c, true
	}
	if v.Kind == value.Member && v.Name == "axiosRef" && isHTTPService(*v.Base) {
		return axiosClient(*v.Base)
	}
	if v.Kind != value.Call || v.Base == nil {
		return clientRef{}, false
	}
	ref := clientRef{key: v.Key(), library: "axios", name: clientName(v), at: v.Span(), create: v}
	base := *v.Base
	switch {
	case base.From("create", "axios"):
		return ref, true
	case base.Kind == value.Member && base.Name == "create":
		_, ok := axiosClient(*base.Base) // an instance makes instances too
		return ref, ok
	case isHTTPService(v):
		ref.name = "HttpService"
		return ref, true
	case v.New && (base.From("AxiosInstance", "axios") || base.From("AxiosStatic", "axios")):
		return ref, true // declared by its type: someone else makes it
	case v.New && isAxiosClass(base):
		ref.options = v.Arg(0)
		return ref, true // by its type as well, or of a class that extends it
	}
	return clientRef{}, false
}

// isAxiosClass recognizes the class of which every client of axios is.
func isAxiosClass(v value.Value) bool {
	return v.From("Axios", "axios") || isAxiosMember(v, "Axios")
}

// isHTTPService recognizes the HttpService of Nest, which is an axios whose
// answers are observables.
func isHTTPService(v value.Value) bool {
	return v.Kind == value.Call && v.New && v.Base.From("HttpService", "@nestjs/axios")
}

// clientName is the variable that the client is assigned to where it is made.
func clientName(v value.Value) string {
	for n := v.Node; n.OK(); n = n.Parent() {
		switch n.Kind() {
		case syntax.VariableDeclarator, syntax.PublicFieldDefinition, syntax.FieldDefinition, syntax.RequiredParameter:
			for _, f := range []syntax.Field{syntax.FieldName, syntax.FieldProperty, syntax.FieldPattern} {
				if c := n.Child(f); c.OK() {
					return c.Text()
				}
			}
		case syntax.AssignmentExpression:
			return value.Spell(n.Child(syntax.FieldLeft))
		case syntax.ExportStatement, syntax.ReturnStatement, syntax.ExpressionStatement:
			return "the axios instance"
		}
	}
	return "the axios instance"
}

func axiosCall(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	if c, ok := axiosHook(r, v); ok {
		return c, true
	}
	if c, ok := axiosClient(base); ok && !v.New {
		return configCall(c, v), true
	}
	if base.Kind != value.Member {
		return call{}, false
	}
	c, ok := axiosClient(*base.Base)
	if !ok {
		return call{}, false
	}
	if base.Name == "request" {
		return configCall(c, v), true
	}
	name := base.Name
	if c.key == nuxtAxios {
		name = strings.TrimPrefix(name, "$") // $axios.$get hands out the body alone
	}
	at, ok := axiosMethods[name]
	if !ok {
		return call{}, false
	}
	out := call{client: c, value: v, method: method(name), url: v.Arg(0), config: v.Arg(at), configAt: at}
	if at == 2 {
		out.body = v.Arg(1)
	}
	return out, true
}

// configCall reads axios(config), axios(url, config) and axios.request(config).
func configCall(c clientRef, v value.Value) call {
	out := call{client: c, value: v}
	if second := v.Arg(1); second.Node.OK() {
		out.url, out.config, out.configAt = v.Arg(0), second, 1
		return out
	}
	out.config, out.inConfig = v.Arg(0), true
	return out
}

// isAxiosMember reports whether v is a property of what the package exports:
// axios.isAxiosError.
func isAxiosMember(v value.Value, name string) bool {
	return v.Kind == value.Member && v.Name == name && isAxios(*v.Base)
}

package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// createClient({ baseUrl }) of openapi-fetch makes a client whose methods are
// called as those of HTTP; client.use(middleware) registers hooks.
var openapiFamily = &family{
	library: "openapi-fetch",
	make:    func(v value.Value) bool { return v.From("default", "openapi-fetch") },
	methods: map[string]int{"GET": 1, "POST": 1, "PUT": 1, "PATCH": 1, "DELETE": 1, "HEAD": 1},
}

// readMiddleware reads client.use({ onRequest({ request }) { … } }).
func (r *reader) readMiddleware(v value.Value) {
	if v.Kind != value.Call || v.Base == nil || v.Base.Kind != value.Member || v.Base.Name != "use" {
		return
	}
	ref, ok := openapiFamily.client(*v.Base.Base, 0)
	if !ok {
		return
	}
	for _, a := range v.Arguments() {
		if set := r.eval.Value(a); set.Kind == value.Object {
			r.hook(set, "onRequest", "request", ref)
			r.hook(set, "onResponse", "response", ref)
		}
	}
}

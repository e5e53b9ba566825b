package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// ofetch(url, options), the $fetch that Nuxt has as a global, and useFetch,
// which is $fetch in a component. What create makes keeps the options of what
// it is called on.
var ofetchFamily = &family{
	library:  "$fetch",
	root:     isOfetch,
	extend:   []string{"create"},
	methods:  map[string]int{"raw": 1},
	callable: true,
}

// fetchedWith is the client of useFetch(url, { $fetch: api }).
func (r *reader) fetchedWith(c call) clientRef {
	config := r.eval.Value(c.config)
	if config.Kind == value.Object {
		if given, f, ok := familyClient(r.eval.Prop(config, "$fetch", config.File, config.Node)); ok && f == ofetchFamily {
			return given
		}
	}
	return c.client
}

func isOfetch(v value.Value) bool {
	return v.From("ofetch", "ofetch") || v.From("$fetch", "ofetch", "ohmyfetch", "#imports") || v.IsGlobal("$fetch") ||
		v.IsGlobal("useFetch") || v.IsGlobal("useLazyFetch") || v.From("useFetch", "#imports", "#app", "nuxt/app") ||
		v.From("useLazyFetch", "#imports", "#app", "nuxt/app")
}

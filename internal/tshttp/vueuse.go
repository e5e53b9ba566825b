package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// useFetch(url, init, options) of VueUse is a fetch that a component waits for;
// createFetch({ baseUrl, options, fetchOptions }) makes one with its own hooks.
// Which method it has a chain says: useFetch(url).post(body).
var vueuseFamily = &family{
	library:  "VueUse",
	root:     func(v value.Value) bool { return v.From("useFetch", "@vueuse/core") },
	make:     func(v value.Value) bool { return v.From("createFetch", "@vueuse/core") },
	callable: true,
}

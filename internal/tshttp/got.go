package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// got(url, options), got.post(url, { json }) and got.extend(options). It runs in
// Node, where a cookie jar takes the place of credentials. What afterResponse
// retries with its second parameter runs the hooks before it alone.
var gotFamily = &family{
	library: "got",
	root: func(v value.Value) bool {
		return v.From("default", "got") || v.From("got", "got") || v.From("*", "got")
	},
	extend:   []string{"extend"},
	methods:  map[string]int{"get": 1, "post": 1, "put": 1, "patch": 1, "head": 1, "delete": 1, "stream": 1},
	callable: true,
	whole:    true,
}

package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// optionsSecond are the methods of clients that take the options right behind
// the URL.
var optionsSecond = map[string]int{"get": 1, "post": 1, "put": 1, "patch": 1, "head": 1, "delete": 1}

// ky(url, options), ky.post(url, { json }), ky.create(options) and
// ky.extend(options). ky.retry() hands back what to do and sends nothing; the
// retry limit bounds it.
var kyFamily = &family{
	library:  "ky",
	root:     func(v value.Value) bool { return v.From("default", "ky", "ky-universal") || v.From("ky", "ky") },
	create:   []string{"create"},
	extend:   []string{"extend"},
	methods:  optionsSecond,
	callable: true,
}

package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// createAlova(options) makes a client; Get, Post and their siblings make the
// request, which is sent when somebody waits for it.
var alovaFamily = &family{
	library: "alova",
	make:    func(v value.Value) bool { return v.From("createAlova", "alova") },
	methods: map[string]int{"Get": 1, "Delete": 2, "Head": 1, "Post": 2, "Put": 2, "Patch": 2},
}

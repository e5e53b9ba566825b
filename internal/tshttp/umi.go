package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// request(url, options) and request.post(url, { data }) of umi-request and of
// umi, which wraps it; extend(options) makes a client.
var umiFamily = &family{
	library: "umi-request",
	root: func(v value.Value) bool {
		return v.From("default", "umi-request") || v.From("request", "umi", "@umijs/max")
	},
	make:     func(v value.Value) bool { return v.From("extend", "umi-request") },
	extend:   []string{"extend"},
	methods:  optionsSecond,
	callable: true,
	hooks:    1,
}

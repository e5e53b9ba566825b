package tshttp

import (
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// http(options) and http.post(url, data) of wechat-http send by wx.request. Its
// interceptors are assigned: http.intercept.response = (answer) => …; the answer
// holds the options of its request as config.
var wechatFamily = &family{
	library:  "wechat-http",
	root:     func(v value.Value) bool { return v.From("default", "wechat-http") },
	make:     func(v value.Value) bool { return v.From("createHttp", "wechat-http") },
	methods:  map[string]int{"get": noOptions, "post": noOptions, "put": noOptions, "delete": noOptions},
	callable: true,
	whole:    true,
	hooks:    1,
	jarless:  true,
}

// noOptions is the position of options that cannot be given.
const noOptions = -1

// readIntercept reads http.intercept.response = function.
func (r *reader) readIntercept(left, right syntax.Node, name string) {
	if name != "response" && name != "request" {
		return
	}
	intercept := r.value(left.Child(syntax.FieldObject))
	if intercept.Kind != value.Member || intercept.Name != "intercept" {
		return
	}
	ref, ok := wechatFamily.client(*intercept.Base, 0)
	if !ok {
		return
	}
	for _, fn := range r.value(right).Alternatives() {
		if fn.Kind == value.Function {
			r.handler(fn, ref.key, name, false, ref.name, wechatFamily.hooks)
		}
	}
}

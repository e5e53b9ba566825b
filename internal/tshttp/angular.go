package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// angularMethods are the methods of Angular's HttpClient and the position of
// their options.
var angularMethods = map[string]int{
	"get": 1, "delete": 1, "head": 1, "options": 1, "jsonp": 1, "post": 2, "put": 2, "patch": 2,
}

const angularHTTP = "@angular/common/http"

// isHTTPClient reports whether v is Angular's HttpClient, which is never made
// by hand: it comes by its type through a constructor, or from inject().
func isHTTPClient(v value.Value) bool {
	return v.Kind == value.Call && v.New && v.Base.From("HttpClient", angularHTTP)
}

// angularCall recognizes http.get(url, options) and its siblings. The
// application has one HttpClient with one chain of interceptors.
func angularCall(_ *reader, v value.Value) (call, bool) {
	base := *v.Base
	if base.Kind != value.Member || !isHTTPClient(*base.Base) {
		return call{}, false
	}
	c := clientRef{key: "angular", library: "HttpClient", name: "HttpClient"}
	if base.Name == "request" {
		if !v.Arg(1).Node.OK() {
			return call{client: c, value: v, configAt: -1}, true // a whole HttpRequest
		}
		out := call{client: c, value: v, url: v.Arg(1), config: v.Arg(2), configAt: 2}
		return out, true
	}
	at, ok := angularMethods[base.Name]
	if !ok {
		return call{}, false
	}
	return call{client: c, value: v, method: method(base.Name), url: v.Arg(0), config: v.Arg(at), configAt: at}, true
}

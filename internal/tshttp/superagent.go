package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A request of superagent is a chain: request.post(url).set(…).send(body). Each
// link hands back the request, so the whole chain is the call.

var superagentMethods = map[string]string{
	"get": "GET", "post": "POST", "put": "PUT", "patch": "PATCH", "delete": "DELETE", "del": "DELETE", "head": "HEAD",
}

// superagentLinks are the methods of a request that hand it back.
var superagentLinks = map[string]bool{
	"set": true, "send": true, "query": true, "auth": true, "withCredentials": true, "accept": true, "type": true, "timeout": true,
	"retry": true, "use": true, "field": true, "attach": true, "redirects": true, "responseType": true, "ok": true, "on": true, "buffer": true,
	"parse": true, "serialize": true, "key": true, "cert": true, "ca": true, "pfx": true, "sortQuery": true, "agent": true,
}

func isSuperagent(v value.Value) bool {
	if v.From("default", "superagent") || v.From("*", "superagent") {
		return true
	}
	// request.agent() keeps cookies in Node and is used as the package is.
	return v.Kind == value.Call && v.Base != nil && v.Base.Kind == value.Member && v.Base.Name == "agent" && isSuperagent(*v.Base.Base)
}

// superagentCall recognizes the last link of a chain.
func superagentCall(r *reader, v value.Value) (call, bool) {
	if m := v.Node.Parent(); m.Kind() == syntax.MemberExpression && m.Parent().Kind() == syntax.CallExpression && superagentLinks[m.Child(syntax.FieldProperty).Text()] {
		return call{}, false // a longer chain is the call
	}
	own := options{credentials: authflow.No}
	c := call{client: clientRef{key: "superagent", library: "superagent", name: "superagent"}, value: v, configAt: -1, own: &own}
	for at := v; at.Kind == value.Call && at.Base != nil; {
		base := *at.Base
		if isSuperagent(base) { // request('GET', url)
			m, _ := r.eval.Value(at.Arg(0)).Constant()
			c.method, c.url = method(m), at.Arg(1)
			return c, at.Arg(1).Node.OK()
		}
		if base.Kind != value.Member {
			return call{}, false
		}
		if m := superagentMethods[base.Name]; m != "" && isSuperagent(*base.Base) {
			c.method, c.url, c.starts = m, at.Arg(0), at
			if !c.body.Node.OK() && m != "GET" && m != "HEAD" && r.eval.Value(at.Arg(1)).Kind != value.Function {
				c.body = at.Arg(1) // of the others it is the query
			}
			return c, true
		}
		if !superagentLinks[base.Name] && base.Name != "end" {
			return call{}, false
		}
		r.superagentLink(&c, &own, base.Name, at)
		at = *base.Base
	}
	return call{}, false
}

func (r *reader) superagentLink(c *call, own *options, name string, link value.Value) {
	switch name {
	case "withCredentials":
		own.credentials = authflow.Yes
	case "send":
		c.body = link.Arg(0)
	case "end":
		c.byEvent = true
	case "use":
		own.credentials = authflow.Unknown // a plugin may do anything
	case "set":
		c.headersAt = append(c.headersAt, placeOf(link.File, link.Node))
		c.headersAt = append(c.headersAt, r.headerPlaces(r.eval.Value(link.Arg(0)), 0)...)
	case "auth":
		c.authorized = true
		if at, ok := r.addBearer(link); ok {
			c.headersAt = append(c.headersAt, at)
			return
		}
		if at, ok := r.addBasic(link, r.eval.Value(link.Arg(0)), r.eval.Value(link.Arg(1))); ok {
			c.headersAt = append(c.headersAt, at)
		}
	}
}

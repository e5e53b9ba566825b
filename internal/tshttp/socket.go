package tshttp

import (
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// socketCall recognizes io(url, options) of socket.io: what it sends first is a
// request like any other.
func socketCall(_ *reader, v value.Value) (call, bool) {
	base := *v.Base
	if !base.From("io", "socket.io-client") && !base.From("default", "socket.io-client") && !base.From("connect", "socket.io-client") {
		return call{}, false
	}
	return socketTo(v), true
}

// socketTo is the request that io(url, options) and new Manager(url, options)
// begin with.
func socketTo(v value.Value) call {
	c := clientRef{key: "socket.io", library: "socket.io", name: "socket.io"}
	return call{client: c, value: v, method: "GET", url: v.Arg(0), config: v.Arg(1), configAt: 1, byEvent: true}
}

// readStream reads new EventSource(url, options) and new WebSocket(url) of the
// browser. Neither sends headers of the project.
func (r *reader) readStream(n syntax.Node, callee value.Value) {
	if callee.From("Manager", "socket.io-client") {
		v := value.Value{Kind: value.Call, New: true, Base: &callee, File: r.file, Node: n}
		c := socketTo(v)
		c.spelled = "new Manager"
		r.addRequest(c, nil)
		return
	}
	if callee.Kind != value.Global || callee.Name != "EventSource" && callee.Name != "WebSocket" {
		return
	}
	v := value.Value{Kind: value.Call, New: true, Base: &callee, File: r.file, Node: n}
	c := call{
		client: clientRef{key: callee.Name, library: callee.Name, name: callee.Name}, value: v, method: "GET",
		url: v.Arg(0), configAt: -1, byEvent: true, spelled: "new " + callee.Name,
	}
	if callee.Name == "EventSource" {
		c.config, c.configAt = v.Arg(1), 1
	}
	r.addRequest(c, nil)
}

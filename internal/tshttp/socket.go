package tshttp

import (
	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/scope"
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

// A socketToken is a token in what a socket sends at each connection:
// io(url, { auth: { token } }).
type socketToken struct {
	name   string // how the code calls the socket
	made   value.Operand
	val    value.Operand
	shapes []credential.Shape
}

// readSocketTokens reads the tokens among the options auth and query.
func (r *reader) readSocketTokens(c call) {
	config := r.eval.Value(c.config)
	if c.client.library != "socket.io" || config.Kind != value.Object {
		return
	}
	for _, option := range []string{"auth", "query"} {
		o := r.eval.Prop(config, option, config.File, config.Node)
		if o.Kind != value.Object {
			continue // a function is asked at each connection
		}
		for m := range o.Node.Elements() {
			val, name := m.Child(syntax.FieldValue), scope.PropertyName(m.Child(syntax.FieldKey))
			if m.Kind() == syntax.ShorthandPropertyIdentifier {
				val, name = m, m.Text()
			}
			if !val.OK() || !credential.IsCredentialName(name) && !isAuthorization(name) {
				continue
			}
			at := value.Operand{File: o.File, Node: val, Env: o.Env}
			r.out.sockets = append(r.out.sockets, socketToken{
				name: clientName(c.value), made: value.Operand{File: c.value.File, Node: c.value.Node}, val: at, shapes: r.eval.Shapes(at),
			})
		}
	}
}

// socket makes a snapshot of a token that a socket was given at load. Its option
// auth may be changed before it connects again.
func (s *snapshots) socket(t socketToken) {
	at := s.readOnce(t.shapes, t.val.File, t.val.Node)
	if !at.Valid() || s.assigned("auth") || s.assigned("query") {
		return
	}
	s.add(&authflow.Snapshot{
		At: at, Token: s.spelled(at), When: s.when(at), Keeper: authflow.KeptBySocket, Holder: t.name, SentAt: t.val.File.Span(t.val.Node),
	})
}

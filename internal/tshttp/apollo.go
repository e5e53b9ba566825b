package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// In Apollo a request goes through a chain of links. What writes its headers is
// one link, what sends it another, the last: authLink.concat(httpLink),
// from([errorLink, authLink, httpLink]). The chain says whose headers they are.

var apolloContext = []string{"@apollo/client/link/context", "apollo-link-context"}

// A chain is what links do that are put together.
type chain struct {
	writers []value.Value // the functions that write headers
	senders []clientRef
}

// readChain reads a call that puts links together.
func (r *reader) readChain(v value.Value) {
	if v.Kind != value.Call || v.Base == nil || !slices.Contains([]string{"concat", "from", "split"}, v.Base.Name) {
		return
	}
	var c chain
	r.addLink(&c, v, 0)
	for _, fn := range c.writers {
		for _, s := range c.senders {
			r.writesHeaders(fn, s.key)
		}
	}
	r.out.clients = append(r.out.clients, c.senders...)
}

func (r *reader) addLink(c *chain, v value.Value, depth int) {
	if depth > maxChain {
		return // of links that are made of themselves
	}
	for _, v := range v.Alternatives() {
		if made, ok := r.eval.Foreign(v); ok {
			// Have: class AuthLink extends ApolloLink { request(operation, forward) { … } }
			if fn := r.eval.Prop(v, "request", v.File, v.Node); fn.Kind == value.Function {
				c.writers = append(c.writers, fn)
			}
			v = made
		}
		if v.Kind != value.Call || v.Base == nil {
			continue
		}
		base := *v.Base
		switch {
		case base.From("setContext", apolloContext...), base.From("SetContextLink", apolloContext...), base.From("ApolloLink", apolloPackages...):
			if fn := r.eval.Value(v.Arg(0)); fn.Kind == value.Function {
				c.writers = append(c.writers, fn)
			}
		case base.From("from", apolloPackages...), base.Kind == value.Member && base.Name == "from" && base.Base.From("ApolloLink", apolloPackages...):
			if list := r.eval.Value(v.Arg(0)); list.Kind == value.Array {
				for n := range list.Node.Elements() {
					r.addLink(c, r.eval.Eval(list.File, n, list.Env), depth+1)
				}
			}
		case base.From("split", apolloPackages...), base.From("concat", apolloPackages...),
			base.Kind == value.Member && (base.Name == "concat" || base.Name == "split"):
			if base.Kind == value.Member {
				r.addLink(c, *base.Base, depth+1)
			}
			for _, a := range v.Arguments() {
				r.addLink(c, r.eval.Value(a), depth+1)
			}
		default:
			if s, ok := graphqlClient(v); ok && s.library == "Apollo" {
				c.senders = append(c.senders, s)
			}
		}
	}
}

// maxChain bounds how deep links are put together.
const maxChain = 12

// angularLink recognizes httpLink.create({ uri }) of apollo-angular.
func angularLink(v value.Value) bool {
	base := *v.Base
	return v.Node.Kind() == syntax.CallExpression && base.Kind == value.Member && base.Name == "create" && base.Base.Kind == value.Call && base.Base.New &&
		base.Base.Base.From("HttpLink", "apollo-angular/http", "apollo-angular-link-http")
}

package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readLaxCheck reads a call that verifies a token with options that take more
// than it should: verify of jsonwebtoken, jwtVerify of jose, express-jwt, and
// super(…) of a strategy of passport-jwt in NestJS.
func (r *reader) readLaxCheck(n syntax.Node, callee value.Value) {
	args := n.Child(syntax.FieldArguments)
	switch module := packageOf(callee); {
	case module == "jsonwebtoken" && callee.Name == "verify":
		c := &laxCheck{reader: r, call: n, key: firstOf(args).Next()}
		c.options(c.key.Next())
		c.unpinned(c.key.Next())
	case module == "jose" && strings.HasSuffix(callee.Name, "erify"):
		c := &laxCheck{reader: r, call: n} // it never takes none, and the key has its algorithm
		c.algorithms(c.option(r.value(firstOf(args).Next().Next()), "algorithms"))
	case module == "express-jwt" && callee.Name != "UnauthorizedError":
		r.readStrategy(n, callee)
	case n.Child(syntax.FieldFunction).Kind() == syntax.Super && r.extendsStrategy(n):
		r.readStrategy(n, callee)
	}
}

// readStrategy reads the options of what verifies the token of every request.
func (r *reader) readStrategy(n syntax.Node, callee value.Value) {
	options := firstOf(n.Child(syntax.FieldArguments))
	c := &laxCheck{reader: r, call: n, lets: true}
	if o := r.value(options); o.Kind == value.Object {
		for _, name := range []string{"secretOrKey", "secret"} {
			if p := ownPair(o.Node, name); p.OK() && o.File == r.file {
				c.key = p.Child(syntax.FieldValue)
			}
		}
	}
	c.options(options)
}

// extendsStrategy: class JwtStrategy extends PassportStrategy(Strategy).
func (r *reader) extendsStrategy(n syntax.Node) bool {
	for c := range enclosingClass(n).Elements() {
		if c.Kind() != syntax.ClassHeritage {
			continue
		}
		found := false
		syntax.Walk(c, func(n syntax.Node) bool {
			if n.Kind() == syntax.CallExpression && calleeName(n) == "PassportStrategy" {
				found = packageOf(r.value(firstOf(n.Child(syntax.FieldArguments)))) == "passport-jwt"
			}
			return !found
		})
		return found
	}
	return false
}

// A laxCheck is a call that may take more tokens than it should.
type laxCheck struct {
	*reader
	call, key syntax.Node
	// lets: it verifies the token of each request, to let it in.
	lets bool
}

func (c *laxCheck) report(at syntax.Node, takes authflow.Laxity, key string) {
	fn := c.call.Child(syntax.FieldFunction)
	if !fn.OK() {
		fn = c.call.Child(syntax.FieldConstructor)
	}
	name := value.Spell(fn)
	if fn.Kind() == syntax.Super {
		name = "the strategy"
	}
	c.out.laxChecks = append(c.out.laxChecks, &authflow.LaxCheck{At: c.span(at), Call: name, CallAt: c.span(c.call), Takes: takes, Key: key})
}

// options reads the options of the call.
func (c *laxCheck) options(n syntax.Node) {
	options := c.value(n)
	if options.Kind != value.Object || options.File != c.file || c.forDevelopment(c.call) {
		return // none, a callback, or one that is made elsewhere
	}
	c.algorithms(c.option(options, "algorithms"))
	pair := ownPair(options.Node, "ignoreExpiration")
	if truth, known := c.option(options, "ignoreExpiration").Truthy(); !pair.OK() || !known || !truth {
		return
	}
	if owner := c.letsIn(); owner.OK() && !c.looksAtExpiry(owner, pair) {
		c.report(pair, authflow.TakesExpired, "")
	}
}

// algorithms reads the list of those that are taken.
func (c *laxCheck) algorithms(list value.Value) {
	if list.Kind != value.Array || list.File != c.file {
		return
	}
	for alg := range list.Node.Elements() {
		text, constant := c.value(alg).Constant()
		switch {
		case constant && authflow.IsUnsigned(text) && c.key.OK():
			key := value.Spell(c.key)
			if truth, known := c.value(c.key).Truthy(); known && !truth {
				key = ""
			}
			c.report(alg, authflow.TakesUnsigned, key)
		case !constant && c.ofToken(alg) && !c.tested(alg):
			c.report(alg, authflow.TakesAnyAlgorithm, "")
		}
	}
}

// ofToken: the algorithm is that of a token's header, decoded.header.alg.
func (c *laxCheck) ofToken(alg syntax.Node) bool {
	alg = bare(alg)
	if b := c.file.Scopes.Lookup(alg); b != nil && b.Init.OK() && len(b.Writes) == 0 {
		if len(b.Path) > 0 {
			return b.Path[len(b.Path)-1].Name == "alg" && strings.Contains(strings.ToLower(b.Init.Text()), "header")
		}
		alg = bare(b.Init)
	}
	return alg.Kind() == syntax.MemberExpression && alg.Child(syntax.FieldProperty).Text() == "alg" &&
		strings.Contains(strings.ToLower(alg.Child(syntax.FieldObject).Text()), "header")
}

// tested: the code compares the algorithm with others, or looks for it in a list.
func (c *laxCheck) tested(alg syntax.Node) bool {
	texts := map[string]bool{value.Spell(alg): true}
	if b := c.file.Scopes.Lookup(alg); b != nil && b.Init.OK() {
		texts[value.Spell(b.Init)] = true
	}
	found := false
	syntax.Walk(c.around(), func(n syntax.Node) bool {
		switch n.Kind() {
		case syntax.BinaryExpression:
			found = found || isComparison(n) && (texts[value.Spell(n.Child(syntax.FieldLeft))] || texts[value.Spell(n.Child(syntax.FieldRight))])
		case syntax.CallExpression:
			found = found || n != c.call && texts[value.Spell(firstOf(n.Child(syntax.FieldArguments)))]
		case syntax.SwitchStatement:
			found = found || texts[value.Spell(bare(n.Child(syntax.FieldValue)))]
		}
		return !found
	})
	return found
}

// around is the function around the call, the file at its top level.
func (c *laxCheck) around() syntax.Node {
	if fn := functionOf(c.call); fn.OK() {
		return fn
	}
	return c.file.Tree.Root()
}

// letsIn returns the code that lets a request in by the token: the middleware
// around the call, or all of a class that is a strategy.
func (c *laxCheck) letsIn() syntax.Node {
	if c.lets {
		if class := enclosingClass(c.call); class.OK() {
			return class
		}
		return c.call
	}
	for fn := functionOf(c.call); fn.OK(); fn = functionOf(fn) {
		for _, b := range c.file.Scopes.Bindings() {
			if b.Kind != scope.Param || b.Func != fn || b.Index < 2 || !isIncoming(c.firstParam(fn)) {
				continue
			}
			for _, ref := range b.Refs {
				if isCalled(ref) && !firstOf(ref.Parent().Child(syntax.FieldArguments)).OK() {
					return fn // next()
				}
			}
		}
	}
	return syntax.Node{}
}

func (c *laxCheck) firstParam(fn syntax.Node) string {
	for _, b := range c.file.Scopes.Bindings() {
		if b.Kind == scope.Param && b.Func == fn && b.Index == 0 {
			return b.Name
		}
	}
	return ""
}

// looksAtExpiry: the code looks at the time by itself, or is there for tokens that
// have expired.
func (c *laxCheck) looksAtExpiry(owner, but syntax.Node) bool {
	found := authflow.MayTakeExpired(functionName(owner))
	syntax.Walk(owner, func(n syntax.Node) bool {
		if n == but {
			return false
		}
		if n.Is(syntax.Identifier, syntax.PropertyIdentifier, syntax.ShorthandPropertyIdentifierPattern) {
			found = found || authflow.MayTakeExpired(n.Text())
		}
		return !found
	})
	return found
}

// unpinned: a public key, and no algorithm beside it.
func (c *laxCheck) unpinned(n syntax.Node) {
	options := c.value(n)
	switch {
	case options.Kind == value.Object && c.option(options, "algorithms").Kind != value.Undefined:
		return
	case n.OK() && options.Kind != value.Object && options.Kind != value.Undefined && options.Kind != value.Function:
		return // who knows what is in there
	}
	if key := value.Spell(c.key); credential.NamesPublicKey(key) || authflow.IsPublicKey(c.value(c.key).Shapes) {
		c.report(c.call.Child(syntax.FieldFunction), authflow.Unpinned, key)
	}
}

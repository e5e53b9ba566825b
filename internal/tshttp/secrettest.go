package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readComparison reads given === secret.
func (r *reader) readComparison(n syntax.Node) {
	switch n.Operator() {
	case "===", "!==", "==", "!=":
		r.addSecretTest(n, n.Operator(), n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight))
	}
}

// readComparing reads a.equals(b), Buffer.compare(a, b) and a.localeCompare(b).
func (r *reader) readComparing(n syntax.Node) {
	fn, first := n.Child(syntax.FieldFunction), firstOf(n.Child(syntax.FieldArguments))
	if fn.Kind() != syntax.MemberExpression || !first.OK() {
		return
	}
	switch calleeName(n) {
	case "equals", "localeCompare":
		r.addSecretTest(n, fn.Child(syntax.FieldProperty).Text(), fn.Child(syntax.FieldObject), first)
	case "compare":
		if fn.Child(syntax.FieldObject).Text() == "Buffer" {
			r.addSecretTest(n, "Buffer.compare", first, first.Next())
		}
	}
}

// literals are what nobody compares a secret with.
func isLiteral(n syntax.Node) bool {
	return n.Is(syntax.String, syntax.Null, syntax.Undefined, syntax.Number, syntax.True, syntax.False)
}

func (r *reader) addSecretTest(at syntax.Node, by string, x, y syntax.Node) {
	if isLiteral(x) || isLiteral(y) || !y.OK() {
		return
	}
	secret, given := x, y
	kind, name, ok := r.secretIn(x)
	if !ok {
		secret, given = y, x
		kind, name, ok = r.secretIn(y)
	}
	if !ok || !r.given(given) || r.given(secret) {
		return // no secret, or nobody outside guesses at it
	}
	t := &authflow.SecretTest{At: r.span(at), By: by, Given: value.Spell(given), Secret: name, Kind: kind}
	if at.Kind() == syntax.BinaryExpression {
		t.Mend, t.MendBy = r.constantTime(at, given, secret), "Compare hashes in constant time"
	}
	r.out.secretTests = append(r.out.secretTests, t)
}

// secretIn finds the secret that an expression is or is put together with, and
// spells it.
func (r *reader) secretIn(n syntax.Node) (authflow.SecretKind, string, bool) {
	if at, ok := r.macIn(n, 0); ok {
		return authflow.ComputedMAC, value.Spell(at), true
	}
	return authflow.ConfiguredSecret, value.Spell(n), r.configured(n, 0)
}

// configured: the value comes from the environment or a configuration, under a
// name that promises a secret.
func (r *reader) configured(n syntax.Node, depth int) bool {
	n = bare(n)
	if depth > 4 || !n.OK() {
		return false
	}
	switch n.Kind() {
	case syntax.TemplateString:
		for s := range n.Elements() {
			if s.Kind() == syntax.TemplateSubstitution && r.configured(firstOf(s), depth+1) {
				return true
			}
		}
		return false
	case syntax.BinaryExpression:
		if op := n.Operator(); op != "+" && op != "||" && op != "??" {
			return false
		}
		return r.configured(n.Child(syntax.FieldLeft), depth+1) || r.configured(n.Child(syntax.FieldRight), depth+1)
	case syntax.CallExpression:
		return r.configuredBy(n, depth)
	case syntax.MemberExpression, syntax.SubscriptExpression:
		name := r.memberName(n)
		if name == "key" {
			name = r.memberName(bare(n.Child(syntax.FieldObject))) + "Key" // config.api.key
		}
		return credential.NamesSecret(name) && r.held(n) || r.ofEnvironment(n)
	case syntax.Identifier:
		b := r.file.Scopes.Lookup(n)
		if b == nil {
			return false
		}
		if b.Kind == scope.Import {
			return credential.NamesSecret(b.Name) || r.ofEnvironment(n)
		}
		if len(b.Path) == 1 && b.Path[0].Name != "" {
			return credential.NamesSecret(b.Path[0].Name) && b.Init.OK() && r.heldRoot(b.Init)
		}
		if len(b.Writes) > 0 || len(b.Path) > 0 || b.Kind == scope.Param {
			return false
		}
		return b.Init.OK() && r.configured(b.Init, depth+1)
	}
	return false
}

// ofEnvironment: an environment variable, through whatever names and files.
func (r *reader) ofEnvironment(n syntax.Node) bool {
	for _, s := range r.eval.Shapes(r.operand(n)) {
		for _, p := range s {
			if p.Hole != nil && p.Hole.Origin == credential.Env && credential.NamesSecret(p.Hole.Key) {
				return true
			}
		}
	}
	return false
}

// configuredBy: configService.get('API_KEY'), Deno.env.get('API_KEY'),
// String(process.env.API_KEY).
func (r *reader) configuredBy(n syntax.Node, depth int) bool {
	fn, arg := n.Child(syntax.FieldFunction), firstOf(n.Child(syntax.FieldArguments))
	switch calleeName(n) {
	case "get", "getOrThrow":
		key, _ := r.value(arg).Constant()
		return credential.NamesSecret(key[strings.LastIndexByte(key, '.')+1:]) && namesConfig(fn.Child(syntax.FieldObject).Text())
	case "String", "from", "trim", "toString":
		if fn.Kind() == syntax.MemberExpression && r.configured(fn.Child(syntax.FieldObject), depth+1) {
			return true
		}
		return arg.OK() && r.configured(arg, depth+1)
	}
	return false
}

// held: what a secret is a member of belongs to the server itself.
func (r *reader) held(n syntax.Node) bool { return r.heldRoot(n.Child(syntax.FieldObject)) }

func (r *reader) heldRoot(n syntax.Node) bool {
	root := rootNode(bare(n))
	switch {
	case root.Kind() == syntax.This:
		return n != root && namesConfig(n.Text())
	case strings.HasPrefix(n.Text(), "process.env"), strings.HasSuffix(n.Text(), ".env"):
		return true // also that of a context of hono: c.env.API_KEY
	}
	b := r.file.Scopes.Lookup(root)
	switch {
	case b == nil:
		return false
	case b.Kind == scope.Import:
		return namesConfig(n.Text()) || b.Name == "config"
	}
	return b.Kind == scope.Const && b.Scope == r.file.Scopes.Module && namesConfig(n.Text()) || b.Kind == scope.Const && namesConfig(b.Init.Text()) && namesConfig(b.Name)
}

func namesConfig(text string) bool {
	return slices.ContainsFunc(credential.Words(text), func(w string) bool {
		return strings.HasPrefix(w, "conf") || slices.Contains([]string{"cfg", "env", "environment", "settings", "setting", "options", "opts", "secrets"}, w)
	})
}

// macIn finds a signature that is computed with a key: createHmac(…).digest().
func (r *reader) macIn(n syntax.Node, depth int) (syntax.Node, bool) {
	n = bare(n)
	if depth > 4 || !n.OK() {
		return n, false
	}
	switch n.Kind() {
	case syntax.TemplateString:
		for s := range n.Elements() {
			if s.Kind() == syntax.TemplateSubstitution {
				if at, ok := r.macIn(firstOf(s), depth+1); ok {
					return at, true
				}
			}
		}
	case syntax.BinaryExpression:
		if n.Operator() == "+" {
			return r.macIn(n.Child(syntax.FieldRight), depth+1)
		}
	case syntax.AwaitExpression:
		return r.macIn(firstOf(n), depth)
	case syntax.Identifier:
		if b := r.file.Scopes.Lookup(n); b != nil && b.Init.OK() && len(b.Path) == 0 && b.Kind != scope.Param {
			_, ok := r.macIn(b.Init, depth+1)
			return n, ok
		}
	case syntax.CallExpression:
		if calleeName(n) == "digest" {
			return n, r.madeByHMAC(n.Child(syntax.FieldFunction).Child(syntax.FieldObject))
		}
		if name := calleeName(n); name == "from" || name == "toString" {
			if at, ok := r.macIn(firstOf(n.Child(syntax.FieldArguments)), depth+1); ok {
				return at, true
			}
			return r.macIn(n.Child(syntax.FieldFunction).Child(syntax.FieldObject), depth+1)
		}
		if fn := r.value(n.Child(syntax.FieldFunction)); fn.Kind == value.Function && fn.File == r.file {
			body := fn.Node.Child(syntax.FieldBody)
			if body.Kind() != syntax.StatementBlock {
				_, ok := r.macIn(body, depth+1)
				return n, ok
			}
			for _, ret := range value.Returns(body) {
				if _, ok := r.macIn(firstOf(ret), depth+1); ok {
					return n, true
				}
			}
		}
	}
	return n, false
}

// madeByHMAC: createHmac('sha256', key).update(body), or a variable of it.
func (r *reader) madeByHMAC(n syntax.Node) bool {
	for range 6 {
		switch n = bare(n); n.Kind() {
		case syntax.CallExpression:
			if calleeName(n) == "createHmac" {
				return true
			}
			n = n.Child(syntax.FieldFunction).Child(syntax.FieldObject)
		case syntax.Identifier:
			b := r.file.Scopes.Lookup(n)
			if b == nil || !b.Init.OK() {
				return false
			}
			n = b.Init
		default:
			return false
		}
	}
	return false
}

// constantTime are the edits that compare hashes of both sides, which have one
// length, in constant time. A secret that is not set lets nobody in.
func (r *reader) constantTime(at, given, secret syntax.Node) []authflow.Edit {
	prefix, edits := r.cryptoModule()
	hash := func(text string) string {
		return prefix + "createHash('sha256').update(" + text + ").digest()"
	}
	s := secret.Text()
	text := prefix + "timingSafeEqual(" + hash("String("+given.Text()+")") + ", " + hash(s) + ")"
	_, mac := r.macIn(secret, 0)
	if whole := bare(secret); !mac && whole.Is(syntax.Identifier, syntax.MemberExpression, syntax.SubscriptExpression) {
		if !testedBeside(at, s) {
			text = "!!" + s + " && " + text
		}
	} else if !whole.Is(syntax.TemplateString) && !mac {
		return nil
	}
	if strings.HasPrefix(at.Operator(), "!") {
		if strings.Contains(text, " && ") {
			text = "(" + text + ")"
		}
		text = "!" + text
	} else if at.Parent().Kind() != syntax.ParenthesizedExpression && strings.Contains(text, " && ") {
		text = "(" + text + ")"
	}
	return append(edits, authflow.Edit{At: r.span(at), Text: text})
}

// testedBeside tells whether the condition around a comparison looks already
// whether the secret is set: secret && given === secret, !secret || given !== secret.
func testedBeside(at syntax.Node, secret string) bool {
	for n, p := at, at.Parent(); p.Is(syntax.BinaryExpression, syntax.ParenthesizedExpression); n, p = p, p.Parent() {
		if p.Kind() != syntax.BinaryExpression || p.Child(syntax.FieldRight) != n {
			continue
		}
		for _, left := range operands(p.Child(syntax.FieldLeft), p.Operator()) {
			if p.Operator() == "&&" && left.Text() == secret || p.Operator() == "||" && left.Text() == "!"+secret {
				return true
			}
		}
	}
	return false
}

// cryptoModule returns how the file calls the functions of node:crypto, and the
// edit that imports them where it does not yet.
func (r *reader) cryptoModule() (prefix string, edits []authflow.Edit) {
	named := map[string]bool{}
	for _, b := range r.file.Scopes.Bindings() {
		if b.Scope != r.file.Scopes.Module || b.Kind != scope.Import && !strings.Contains(b.Init.Text(), "require(") {
			continue
		}
		v := r.eval.Bound(r.file, b, nil)
		if v.Kind != value.External || v.Module != "crypto" && v.Module != "node:crypto" {
			continue
		}
		switch v.Name {
		case "default", "*", "":
			return b.Name + ".", nil
		case b.Name:
			named[b.Name] = true
		}
	}
	var missing []string
	for _, name := range []string{"createHash", "timingSafeEqual"} {
		if !named[name] {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return "", nil
	}
	form := "import { %s } from 'node:crypto'\n"
	first := firstOf(r.file.Tree.Root())
	for first.Is(syntax.Comment, syntax.HashBangLine) || first.Kind() == syntax.ExpressionStatement && firstOf(first).Kind() == syntax.String {
		first = first.Next()
	}
	if !strings.Contains(r.file.Tree.Source(), "import ") && strings.Contains(r.file.Tree.Source(), "require(") {
		form = "const { %s } = require('node:crypto')\n"
	}
	return "", []authflow.Edit{{At: before(r.span(first)), Text: strings.Replace(form, "%s", strings.Join(missing, ", "), 1)}}
}

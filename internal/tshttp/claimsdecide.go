package tshttp

import (
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Claims that decide where they are decoded: a guard of NestJS that returns what
// they say, a handler or middleware that answers 403 by them, a route handler of
// Next that works for the user they name.

// A claimsDecision looks for what is decided by the claims of one token.
type claimsDecision struct {
	*reader
	// owner is the function of the server that decodes.
	owner syntax.Node
	guard bool
	// route: a route handler of Next, which no other handler runs before.
	route bool
	at    syntax.Node
	busy  map[*scope.Binding]bool
}

// decides returns the condition or call by which the claims that a call makes
// decide on a request that brought the token.
func (r *reader) decides(claims, token syntax.Node) (at, owner syntax.Node) {
	if !r.given(token) || r.verifiesByName() {
		return syntax.Node{}, syntax.Node{}
	}
	fn := functionOf(claims)
	d := &claimsDecision{reader: r, owner: fn, guard: isGuard(fn), route: isRoute(r.file.Path, fn), busy: map[*scope.Binding]bool{}}
	if !fn.OK() || !d.guard && !d.route && r.handlerAt(fn) == nil && !r.isNextMiddleware(fn) && !r.isHook(fn) {
		return syntax.Node{}, syntax.Node{}
	}
	d.follow(claims, "")
	return d.at, fn
}

// routeMethods are the exports of a route handler of Next.
var routeMethods = []string{"GET", "POST", "PUT", "PATCH", "DELETE"}

// isRoute: Next runs the function by its name and the place of its file.
func isRoute(path string, fn syntax.Node) bool {
	name := fn.Child(syntax.FieldName)
	if !name.OK() && fn.Parent().Kind() == syntax.VariableDeclarator {
		name = fn.Parent().Child(syntax.FieldName)
	}
	p := fn.Parent()
	for p.Is(syntax.VariableDeclarator, syntax.LexicalDeclaration) {
		p = p.Parent()
	}
	exported := p.Kind() == syntax.ExportStatement
	return exported && (slices.Contains(routeMethods, name.Text()) || strings.Contains("/"+path, "/pages/api/") && strings.HasPrefix(p.Text(), "export default"))
}

// follow climbs from an expression that is the claims, or the one of the name
// claim, to what is decided by it.
func (d *claimsDecision) follow(n syntax.Node, claim string) {
	for child, p := n, n.Parent(); p.OK() && !d.at.OK(); child, p = p, p.Parent() {
		switch p.Kind() {
		case syntax.AwaitExpression, syntax.ParenthesizedExpression, syntax.AsExpression, syntax.NonNullExpression, syntax.BinaryExpression, syntax.UnaryExpression,
			syntax.Pair, syntax.Object, syntax.SubscriptExpression, syntax.TemplateSubstitution, syntax.TemplateString:
		case syntax.MemberExpression:
			if claim == "" {
				claim = p.Child(syntax.FieldProperty).Text()
			}
		case syntax.CallExpression:
			if child.Kind() != syntax.Arguments {
				continue // claims.roles.includes('admin')
			}
			if d.worksFor(p, claim) {
				d.at = p
			}
			if claim == "" {
				claim = calleeName(p) // isAdmin(claims)
			}
		case syntax.Arguments:
		case syntax.VariableDeclarator:
			for _, b := range d.file.Scopes.Bindings() {
				if b.Init == child && !d.busy[b] {
					d.busy[b] = true
					name := claim
					if len(b.Path) > 0 {
						name = b.Name
					}
					for _, ref := range b.Refs {
						d.follow(ref, name)
					}
				}
			}
			return
		case syntax.IfStatement, syntax.SwitchStatement:
			if saysWho(claim) && child.Field() != syntax.FieldBody && (d.refuses(p) || d.guard && p.Kind() == syntax.SwitchStatement) {
				d.at = child
			}
			return
		case syntax.ReturnStatement:
			if saysWho(claim) && d.guard && functionOf(p) == d.owner {
				d.at = child
			}
			return
		default:
			return
		}
	}
}

// saysWho: a claim that says who sent the request; header is that of the token.
func saysWho(claim string) bool {
	return claim != "" && claim != "header" && !authflow.NamesTime(claim)
}

// turnsAway matches what turns a request away.
var turnsAway = regexp.MustCompile(`\b40[13]\b|[uU]nauthori[sz]ed|[fF]orbidden|UNAUTHORIZED|FORBIDDEN`)

// refuses: a branch of a statement turns the request away.
func (d *claimsDecision) refuses(s syntax.Node) bool {
	return turnsAway.MatchString(s.Text()) || d.guard && strings.Contains(s.Text(), "return false")
}

// worksFor: a route handler that refuses who brings no token does a call of its
// own for the user whom the claims name; what it answers or logs is for display.
func (d *claimsDecision) worksFor(call syntax.Node, claim string) bool {
	if !d.route || !saysWho(claim) || !authflow.NamesIdentity(claim) && claim != "sub" || !answers401(d.owner) || !d.result(call) {
		return false
	}
	name := calleeName(call)
	return !isLog(call) && !authflow.NamesLog(call.Child(syntax.FieldFunction).Text()) && !slices.Contains(append(quiet, bodyMethods...), name) && !strings.Contains(strings.ToLower(name), "redirect")
}

// result: a call is waited for, and goes to no constructor of an answer.
func (d *claimsDecision) result(call syntax.Node) bool {
	return call.Parent().Kind() == syntax.AwaitExpression && rootNode(call.Child(syntax.FieldFunction)).Kind() == syntax.Identifier && calleeName(call) != "fetch"
}

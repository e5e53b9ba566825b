package tshttp

import (
	"regexp"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// The names of headers: those that stand where Authorization belongs, and those
// under which a server looks for it.

// isCredentialHeader: the header that carries credentials, or a name that may
// have been meant for it.
func isCredentialHeader(name string) bool {
	return credential.KindOfHeader(name) != credential.OtherHeader
}

// surelyHeaders: what set and append are called on writes request headers. For
// a name that has other uses it is not enough that nothing speaks against it.
func surelyHeaders(fn syntax.Node, on value.Value) bool {
	if on.Kind == value.Call && on.New && (on.Base.IsGlobal("Headers") || on.Base.IsGlobal("XMLHttpRequest") || on.Base.From("HttpHeaders", angularHTTP)) {
		return true
	}
	return fn.Child(syntax.FieldProperty).Text() == "setRequestHeader" || namesHeaders(fn.Child(syntax.FieldObject).Text())
}

// nameAt finds the name of a header where n, which writes it, spells it out.
func (r *reader) nameAt(n syntax.Node, name string) source.Span {
	key := n.Child(syntax.FieldKey)
	switch n.Kind() {
	case syntax.CallExpression:
		key = firstOf(n.Child(syntax.FieldArguments))
	case syntax.Array:
		key = n.First()
	case syntax.AssignmentExpression:
		left := n.Child(syntax.FieldLeft)
		key = left.Child(syntax.FieldProperty)
		if left.Kind() == syntax.SubscriptExpression {
			key = left.Child(syntax.FieldIndex)
		}
	}
	return r.textAt(key, name)
}

// textAt is the place of a name in an identifier or between the quotes of a
// string.
func (r *reader) textAt(key syntax.Node, name string) source.Span {
	at := r.span(key)
	if key.Kind() == syntax.ComputedPropertyName {
		key = firstOf(key)
		at = r.span(key)
	}
	switch {
	case key.Text() == name:
		return at
	case key.Is(syntax.String, syntax.TemplateString) && scope.Unquote(key) == name:
		at.Start++
		at.End--
		return at
	}
	return source.Span{}
}

// accompanied: the object or the function in which a header is written names
// Authorization as well.
func accompanied(n syntax.Node) bool {
	around := n.Parent()
	if around.Kind() != syntax.Object {
		around = functionOf(n)
	}
	for m := range around.Descendants() {
		if m.Is(syntax.PropertyIdentifier, syntax.String, syntax.ShorthandPropertyIdentifier) && !n.Contains(m) && isAuthorization(strings.Trim(m.Text(), `'"`)) {
			return true
		}
	}
	return false
}

// readMissedHeader reads req.headers.Authorization in a handler of Node, which
// keeps the names in lower case (node:http "message.headers").
func (r *reader) readMissedHeader(n syntax.Node, name string) {
	key := n.Child(syntax.FieldProperty)
	if n.Kind() == syntax.SubscriptExpression {
		key = n.Child(syntax.FieldIndex)
	}
	if name == strings.ToLower(name) || !r.ofNode(n.Child(syntax.FieldObject)) || r.knowsBoth(n) {
		return
	}
	r.addMissed(n, value.Spell(n), key, name)
}

func (r *reader) addMissed(at syntax.Node, spelled string, key syntax.Node, name string) {
	r.out.missed = append(r.out.missed, &authflow.HeaderRead{At: r.span(at), Spelled: spelled, KeyAt: r.textAt(key, name), Key: strings.ToLower(name)})
}

// nodeRequests are the types of requests whose headers Node has read.
var nodeRequests = regexp.MustCompile(`\b(Request|IncomingMessage|NextApiRequest|FastifyRequest|ExpressRequest|AuthRequest|AuthenticatedRequest|VercelRequest)\b`)

// ofNode reports whether headers are those of a request that came in through
// Node's own server. A handler is known by what comes with the request: (req,
// res), (ctx, next); alone, a request may be that of an interceptor or of a
// function in a cloud, where names keep their case.
func (r *reader) ofNode(headers syntax.Node) bool {
	root := headers
	for root.Kind() == syntax.MemberExpression {
		root = root.Child(syntax.FieldObject)
	}
	b := r.file.Scopes.Lookup(root)
	if b == nil || len(b.Path) > 0 {
		return false
	}
	if b.Kind != scope.Param { // of Nest: context.switchToHttp().getRequest()
		return strings.Contains(b.Init.Text(), "switchToHttp()") && calleeName(b.Init) == "getRequest"
	}
	if t := b.Decl.Child(syntax.FieldType); t.OK() {
		return nodeRequests.MatchString(t.Text()) && r.importsServer()
	}
	second := ""
	i := 0
	for p := range b.Func.Child(syntax.FieldParameters).Elements() {
		if i == b.Index+1 {
			second = strings.TrimLeft(p.Text(), "_")
		}
		i++
	}
	second, _, _ = strings.Cut(second, ":")
	return isResponseName(second) || b.Name == "ctx" && second == "next"
}

// importsServer: the Request of a file that loads a server's package is not the
// one of Fetch.
func (r *reader) importsServer() bool {
	return slices.ContainsFunc(r.eval.Project.Specifiers(r.file.Path), func(spec string) bool {
		switch spec {
		case "express", "express-serve-static-core", "http", "https", "node:http", "node:https", "next", "fastify", "@nestjs/common", "@vercel/node", "restify", "polka":
			return true
		}
		return false
	})
}

// knowsBoth: the code looks for the other spelling too, or writes this one
// itself.
func (r *reader) knowsBoth(n syntax.Node) bool {
	around := functionOf(n)
	for m := range around.Descendants() {
		switch {
		case m.Kind() == syntax.AssignmentExpression && m.Child(syntax.FieldLeft).Text() == n.Text():
			return true
		case m.Is(syntax.PropertyIdentifier, syntax.String, syntax.ShorthandPropertyIdentifierPattern) && strings.Trim(m.Text(), `'"`) == "authorization":
			return true
		}
	}
	return false
}

// namesRead finds the servers that read a header of a name that a client of the
// project puts credentials into. The files are searched as text, and only where
// there is such a client: mostly none of them was worth parsing.
func (l *linker) namesRead() {
	asked := map[string]bool{}
	for _, h := range l.facts.Headers {
		name := strings.ToLower(h.Name)
		if h.IsAuthorization() || asked[name] {
			continue
		}
		asked[name] = true
		reads := regexp.MustCompile(`(?i)(?:headers?|req|request|ctx|c)(?:\.headers)?(?:\.|\[\s*['"` + "`" + `]|\.(?:get|header)\(\s*['"` + "`" + `])` + regexp.QuoteMeta(name) + `\b`)
		for _, path := range l.reader.eval.Project.Paths() {
			if path == h.At.File || !l.reader.eval.Project.Mentions(path, reads.Match) {
				continue
			}
			l.facts.Evidence.NamesRead = append(l.facts.Evidence.NamesRead, authflow.NameRead{At: source.Span{File: path}, Name: name})
		}
	}
}

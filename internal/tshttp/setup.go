package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Credentials that are put on the global axios reach no instance that was made
// before, and those of an interceptor none at all: axios.create copies the
// defaults once. Whether that matters shows in what goes through which client.

// noteSetup notes a header that the global axios puts on all that it sends.
// Every file that imports axios is read, so what goes through it is known; of an
// instance, files that speak of no login may send anything.
func (l *linker) noteSetup(sh *sheet, h *header, key string) {
	if c := l.clients[key]; key != "axios" && (c == nil || c.fact.Library != "axios" || strings.Contains(key, "@") || strings.HasPrefix(key, vuePrefix)) {
		return
	}
	if len(l.byPlace[h.at]) > 0 || !h.fact.IsAuthorization() || h.at.path != sh.file.Path {
		return
	}
	assigned := h.key != "" || l.homes[h.at] == key
	if !assigned && !slices.Equal(l.interceptorsAround(sh, sh.file.Tree.At(h.at.node), false), []string{key}) {
		return // a handler that instances have too
	}
	s := &authflow.ClientSetup{At: h.fact.At, Interceptor: !assigned}
	if key == "axios" {
		s.Client = l.client(clientRef{key: key, library: key, name: key}).fact
		l.facts.Setups = append(l.facts.Setups, s)
	} else if s.Client = l.clients[key].fact; s.Client.At.Valid() {
		l.ofInstances = append(l.ofInstances, instanceSetup{s, key})
	}
}

// An instanceSetup is a setup of an instance, which matters only where nothing
// goes through that.
type instanceSetup struct {
	*authflow.ClientSetup
	key string
}

// linkInstanceSetups asks of each setup of an instance whether the requests to
// its server go through axios itself, the bare import, or through another
// instance of the same base URL, where this one was meant.
func (l *linker) linkInstanceSetups() {
	for _, s := range l.ofInstances {
		c := l.clients[s.key]
		if len(c.bases) == 0 {
			continue
		}
		if base, _ := origin(c.bases[0]); base == "" {
			continue
		}
		bare := l.bareOf("axios", c.bases[0])
		if len(bare) == 0 {
			bare = l.bareOfTwins(s.key, c)
		}
		if len(bare) == 0 || l.isUsed(s.key, c) {
			continue
		}
		s.Idle, s.Missed = true, bare[:1]
		l.facts.Setups = append(l.facts.Setups, s.ClientSetup)
	}
}

// bareOfTwins returns the requests through instances of the same base URL that
// surely carry no credentials and are not meant for strangers; none where one of
// the instances is given some, or may be.
func (l *linker) bareOfTwins(key string, c *client) []*authflow.Request {
	var out []*authflow.Request
	for k, t := range l.clients {
		if k == key || t.fact.Library != "axios" || len(t.bases) == 0 || t.bases[0].String() != c.bases[0].String() {
			continue
		}
		if !l.isBare(k, t) {
			return nil
		}
		for _, sh := range l.sheets {
			for _, q := range sh.requests {
				switch {
				case q.client.key != k:
				case q.fact.Authorized != authflow.No:
					return nil
				case q.fact.Purpose == authflow.Other && !q.fact.IsPublic():
					out = append(out, q.fact)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b *authflow.Request) int { return compareSpans(a.At, b.At) })
	return out
}

// bareOf returns the requests of a client to a server that surely carry no
// credentials and are not meant for strangers; none where others through it
// carry some.
func (l *linker) bareOf(key string, base credential.Shape) []*authflow.Request {
	server, _ := origin(base)
	var out []*authflow.Request
	for _, sh := range l.sheets {
		for _, q := range sh.requests {
			switch {
			case q.client.key != key:
			case q.fact.Authorized == authflow.Yes:
				return nil
			case q.fact.Authorized == authflow.No && q.fact.Origin == server && strings.HasPrefix(q.fact.URL.Prefix(), base.Prefix()) && q.fact.Purpose == authflow.Other && !q.fact.IsPublic():
				out = append(out, q.fact)
			}
		}
	}
	return out
}

// isUsed reports whether a request goes through an instance, or may.
func (l *linker) isUsed(key string, c *client) bool {
	for _, sh := range l.sheets {
		if slices.ContainsFunc(sh.requests, func(q *request) bool { return q.client.key == key }) {
			return true
		}
	}
	unread := l.unreadImporters(c)
	return l.handedOn(key, unread) || len(l.sentUnread(key, c)) > 0
}

// linkSetups asks of each setup what it does not reach.
func (l *linker) linkSetups() {
	if len(l.facts.Setups) == 0 {
		return
	}
	traffic := authflow.TrafficOf(l.facts.Requests)
	for _, t := range traffic {
		if t.Client == l.facts.Setups[0].Client {
			return // they are all of the global axios, and it is used
		}
	}
	idle := !l.handedOn("axios", nil)
	for _, s := range l.facts.Setups {
		if s.Idle = idle; !idle {
			continue
		}
		if s.Missed = l.missed(s, traffic); len(s.Missed) == 1 {
			s.Redirect = l.redirect(s)
		}
	}
}

// missed returns a request of each instance that a setup does not reach; none
// where one of the instances is given credentials, or may be.
func (l *linker) missed(s *authflow.ClientSetup, traffic []*authflow.Traffic) []*authflow.Request {
	var out []*authflow.Request
	for key, c := range l.clients {
		if c.fact == s.Client || c.fact.Library != "axios" {
			continue
		}
		if p := l.reader.eval.Project; c.fact.At.Valid() && p.PackageDir(c.fact.At.File) != p.PackageDir(s.At.File) {
			continue // of another application
		}
		if strings.HasPrefix(key, vuePrefix) || !l.isBare(key, c) || !s.Interceptor && !l.madeBefore(c.fact.At, s.At) {
			return nil
		}
		bare := l.sentUnread(key, c)
		for _, t := range traffic {
			if t.Client != c.fact {
				continue
			}
			if slices.ContainsFunc(t.Requests, func(q *authflow.Request) bool { return q.Authorized == authflow.Yes }) {
				return nil // calls bring their own
			}
			bare = append(bare, t.Bare...)
		}
		if len(bare) > 0 {
			out = append(out, slices.MinFunc(bare, func(a, b *authflow.Request) int { return compareSpans(a.At, b.At) }))
		}
	}
	slices.SortFunc(out, func(a, b *authflow.Request) int { return compareSpans(a.At, b.At) })
	return out
}

func compareSpans(a, b source.Span) int {
	switch {
	case a == b:
		return 0
	case a.Before(b):
		return -1
	}
	return 1
}

// isBare reports whether nothing gives an instance credentials, and no code that
// was not followed can.
func (l *linker) isBare(key string, c *client) bool {
	if !c.fact.At.Valid() || len(c.from) > 0 || c.authorized() || c.fact.Credentials != authflow.No || strings.Contains(key, "@") {
		return false
	}
	for _, sh := range l.sheets {
		if slices.ContainsFunc(sh.interceptors, func(i interceptor) bool { return i.key == key && !i.response }) {
			return false
		}
	}
	return !l.handedOn(key, l.unreadImporters(c))
}

// madeBefore reports whether a client is made once, before a default is set.
// Between modules only what runs on a later call is known to come after.
func (l *linker) madeBefore(made, set source.Span) bool {
	// Up to 0.18 instances shared the defaults of the global axios.
	if v := strings.TrimLeft(l.reader.eval.Project.Version(set.File, "axios"), "^~=v "); strings.HasPrefix(v, "0.") &&
		len(v) > 3 && (v[3] == '.' || v[2:4] < "19") {
		return false
	}
	if !l.when(made).Once() {
		return false
	}
	switch l.when(set) {
	case authflow.Sometime:
		return false // perhaps while modules are loaded
	case authflow.AtLoad, authflow.AtStart:
		return made.File == set.File && made.Before(set)
	}
	return true
}

// unreadImporters are the files that import the module of a client and were not
// read, because they speak of no login.
func (l *linker) unreadImporters(c *client) []*module.File {
	var out []*module.File
	p := l.reader.eval.Project
	for _, path := range p.Importers(c.fact.At.File) {
		if slices.ContainsFunc(l.sheets, func(sh *sheet) bool { return sh.file.Path == path }) {
			continue
		}
		if f := p.File(path); f != nil {
			out = append(out, f)
		}
	}
	return out
}

// sentUnread returns the requests through a client in files that were not read.
func (l *linker) sentUnread(key string, c *client) []*authflow.Request {
	var out []*authflow.Request
	r := newReader(l.reader.eval.Project, l.own, l.reader.schemes)
	for _, f := range l.unreadImporters(c) {
		sh, problem := r.readSafely(f)
		if problem != nil {
			continue // it will be said if the file is asked for
		}
		for _, q := range sh.requests {
			if q.client.key == key && purpose(q.fact.Method, q.urls, "") == authflow.Other {
				q.fact.Client = c.fact
				out = append(out, q.fact)
			}
		}
	}
	return out
}

// handedOn reports whether a client gets into hands that are not followed: it is
// an argument, an element, a property. Its members and calls are, and an export
// of an instance.
func (l *linker) handedOn(key string, also []*module.File) bool {
	files := also
	for _, sh := range l.sheets {
		files = append(files, sh.file)
	}
	for _, f := range files {
		for _, b := range f.Scopes.Bindings() {
			if len(b.Refs) > 0 && l.mayHold(f, b) && l.holds(f, b, key) &&
				slices.ContainsFunc(b.Refs, func(n syntax.Node) bool { return !staysClient(n, key != "axios") }) {
				return true
			}
		}
	}
	return false
}

// mayHold is the cheap test whether a binding may be a client: an import of
// axios or of the project, a variable that is given something.
func (l *linker) mayHold(f *module.File, b *scope.Binding) bool {
	if b.Kind != scope.Import {
		return b.Init.OK() && b.Kind != scope.Param
	}
	decl := b.Decl
	for decl.OK() && decl.Kind() != syntax.ImportStatement {
		decl = decl.Parent()
	}
	from := scope.Unquote(decl.Child(syntax.FieldSource))
	if from == "axios" {
		return true
	}
	_, ok := l.reader.eval.Project.Resolve(f, from)
	return ok
}

func (l *linker) holds(f *module.File, b *scope.Binding, key string) bool {
	return slices.ContainsFunc(l.reader.eval.Eval(f, b.Refs[0], nil).Alternatives(), func(v value.Value) bool {
		c, ok := clientOf(v)
		return ok && c.key == key
	})
}

// staysClient reports whether a use of a client's name is one that is followed.
func staysClient(n syntax.Node, exported bool) bool {
	p := n.Parent()
	switch p.Kind() {
	case syntax.MemberExpression, syntax.SubscriptExpression:
		return p.Child(syntax.FieldObject) == n
	case syntax.CallExpression:
		return p.Child(syntax.FieldFunction) == n
	case syntax.ExportStatement, syntax.ExportSpecifier:
		return exported
	}
	return false
}

// redirect returns the edit that names the instance where the setup names axios:
// in a module where the instance is a constant of the top level.
func (l *linker) redirect(s *authflow.ClientSetup) []authflow.Edit {
	made := s.Missed[0].Client
	f := l.reader.eval.Project.File(s.At.File)
	if made.At.File != s.At.File || f == nil {
		return nil
	}
	b := f.Scopes.Module.Lookup(made.Name)
	if b == nil || b.Kind == scope.Import || !f.Span(b.Decl).Contains(made.At) {
		return nil
	}
	n := nodeAt(f, s.At.Start, s.At.End)
	if n.Kind() == syntax.ExpressionStatement {
		n = n.First()
	}
	for ; n.OK(); n = n.Parent() {
		var target syntax.Node
		switch n.Kind() {
		case syntax.AssignmentExpression:
			target = n.Child(syntax.FieldLeft)
		case syntax.CallExpression:
			target = n.Child(syntax.FieldFunction)
		}
		for target.Is(syntax.MemberExpression, syntax.SubscriptExpression) {
			target = target.Child(syntax.FieldObject)
		}
		if target.Kind() == syntax.Identifier && isAxios(l.reader.eval.Eval(f, target, nil)) {
			return []authflow.Edit{{At: f.Span(target), Text: made.Name}}
		}
	}
	return nil
}

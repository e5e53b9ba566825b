package tshttp

import (
	"slices"
	"sort"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// link joins what the files say: requests to their clients, headers to their
// requests, parameters to what callers pass.
func link(s *survey) *authflow.Facts {
	l := &linker{
		reader: newReader(s.project, s.clients, s.in.Schemes), own: s.clients, sheets: s.sheets(), files: s.in.Files, facts: &authflow.Facts{Language: authflow.TypeScript},
		clients: map[string]*client{}, browser: map[string]authflow.Truth{},
	}
	l.resolveGlobals()
	l.registerHandlers()
	l.collectClients()
	l.applySettings()
	l.linkRequests()
	l.linkHeaders()
	l.linkLayouts()
	for _, sh := range l.sheets {
		l.addResends(sh.resends)
		l.addReentries(sh.reentries)
		l.addHandlers(sh.handlers)
		l.facts.QueryReads = append(l.facts.QueryReads, sh.queryReads...)
		l.facts.HeaderReads = append(l.facts.HeaderReads, sh.missed...)
		l.addGates(sh)
		l.addStarts(sh)
		l.linkReplaced(sh)
		l.facts.StatusTests = append(l.facts.StatusTests, sh.status...)
		l.addLogs(sh.logs)
		l.facts.ServerHandlers = append(l.facts.ServerHandlers, sh.serverHandlers...)
		l.facts.UnverifiedTokens = append(l.facts.UnverifiedTokens, sh.unverified...)
		l.facts.LaxChecks = append(l.facts.LaxChecks, sh.laxChecks...)
		l.facts.HeaderParses = append(l.facts.HeaderParses, sh.headerParses...)
		l.facts.Servers = append(l.facts.Servers, sh.servers...)
		l.facts.SecretTests = append(l.facts.SecretTests, sh.secretTests...)
		l.facts.CORS = append(l.facts.CORS, sh.cors...)
		l.facts.Cookies = append(l.facts.Cookies, sh.cookies...)
		l.facts.Evidence = l.facts.Evidence.Merge(sh.evidence)
		for _, a := range sh.answers {
			l.linkAnswer(a)
		}
	}
	l.linkTimers()
	l.linkStorage(s.in.Dir)
	l.linkOverwrites()
	l.linkStale()
	l.linkStaleBuilt()
	l.linkResponseReads()
	l.tokenReads()
	l.namesRead()
	l.keptExpiries()
	l.linkDefaults()
	l.linkSnapshots()
	l.linkSetups()
	l.linkUnits()
	l.linkBare()
	l.linkInstanceSetups()
	l.linkLoginOnly()
	l.linkRegistrations()
	return l.facts
}

type linker struct {
	reader  *reader
	own     *ownClients
	sheets  []*sheet
	files   []string // all of the project, read or not
	facts   *authflow.Facts
	clients map[string]*client
	byPlace map[place][]*request
	homes   map[place]string // the headers that clients are made with
	angular authflow.Truth   // an interceptor sends credentials for HttpClient
	browser map[string]authflow.Truth
	read    map[string]bool // the files that were read
	// ofInstances are the setups of instances.
	ofInstances []instanceSetup
}

// A client with what its options and later settings say.
type client struct {
	fact  *authflow.Client
	bases []credential.Shape
	keeps bool // a response interceptor handles answers: it may store tokens
	// authorizes: its defaults or an interceptor put Authorization on requests.
	authorizes bool
	from       []*client // whose options and hooks it has too
}

func (l *linker) client(ref clientRef) *client {
	if c := l.clients[ref.key]; c != nil {
		return c
	}
	c := &client{fact: &authflow.Client{At: ref.at, Library: ref.library, Name: ref.name, Credentials: authflow.No}}
	l.clients[ref.key] = c
	l.facts.Clients = append(l.facts.Clients, c.fact)
	if ref.options.File != nil || ref.create.Node.Is(syntax.CallExpression) {
		o := l.reader.optionsOf(l.reader.madeWith(ref), ref.library)
		c.fact.Credentials, c.bases = o.credentials, o.base
		if ref.base.File != nil {
			c.bases = l.reader.eval.Shapes(ref.base)
		}
	} else if ref.create.Kind == value.Call {
		c.fact.Credentials = authflow.Unknown // made by code that was not seen
	}
	for _, a := range slices.Backward(ref.given) {
		if given, ok := clientOf(l.reader.eval.Value(a)); ok {
			c.inherit(l.client(given))
		}
	}
	if ref.from != nil {
		c.inherit(l.client(*ref.from))
	}
	if ref.jarless || ref.unseen {
		c.fact.Credentials = authflow.Unknown
	}
	if len(c.bases) > 0 {
		c.fact.BaseURL = c.bases[0]
	}
	return c
}

// inherit completes what a client was made with by what the client that it was
// made of has.
func (c *client) inherit(from *client) {
	if c.fact.Credentials == authflow.No {
		c.fact.Credentials = from.fact.Credentials
	}
	if len(c.bases) == 0 {
		c.bases = from.bases
	}
	c.from = append(c.from, from)
}

// addResends leaves out what several registrations of one handler say alike.
func (l *linker) addResends(resends []*authflow.Resend) {
	for _, r := range resends {
		bound, _, _ := r.Bound()
		if !slices.ContainsFunc(l.facts.Resends, func(o *authflow.Resend) bool {
			b, _, _ := o.Bound()
			return o.At == r.At && o.Enters == r.Enters && b == bound
		}) {
			l.facts.Resends = append(l.facts.Resends, r)
		}
	}
}

func (l *linker) collectClients() {
	for _, sh := range l.sheets {
		if sh.angularCredentials {
			l.angular = authflow.Yes
		}
		for _, ref := range sh.clients {
			l.client(ref)
		}
		for _, q := range sh.requests {
			l.client(q.client)
		}
	}
}

// handlesTokens: the handler of answers itself speaks of tokens, or hands the
// answer to a function, so it may store them.
func handlesTokens(i interceptor) bool {
	for n := range i.node.Descendants() {
		if n.Is(syntax.PropertyIdentifier, syntax.Identifier, syntax.ShorthandPropertyIdentifierPattern) && credential.IsCredentialName(n.Text()) {
			return true
		}
	}
	return handsAway(i)
}

// handsAway reports whether a handler hands its parameter, or a part of it, to a
// function.
func handsAway(i interceptor) bool {
	for _, b := range i.file.Scopes.Bindings() {
		if b.Kind != scope.Param || b.Func != i.node || b.Index != 0 {
			continue
		}
		for _, n := range b.Refs {
			for n.Parent().Kind() == syntax.MemberExpression {
				n = n.Parent()
			}
			if call := n.Parent().Parent(); n.Parent().Kind() == syntax.Arguments && !isLog(call) {
				return true
			}
		}
	}
	return false
}

// interceptorAround returns the key of the client in whose interceptor n
// stands.
func (l *linker) interceptorAround(sh *sheet, n syntax.Node, response bool) string {
	for _, key := range l.interceptorsAround(sh, n, response) {
		return key
	}
	return ""
}

// interceptorsAround returns the keys of all clients in whose interceptor n
// stands: one handler may serve several.
func (l *linker) interceptorsAround(sh *sheet, n syntax.Node, response bool) []string {
	var out []string
	for fn := functionOf(n); fn.OK(); fn = functionOf(fn) {
		at := placeOf(sh.file, fn)
		for _, other := range l.sheets {
			for _, i := range other.interceptors {
				if i.handler == at && i.response == response && !slices.Contains(out, i.key) {
					out = append(out, i.key)
				}
			}
		}
	}
	return out
}

func (l *linker) linkRequests() {
	l.byPlace, l.homes = map[place][]*request{}, map[place]string{}
	for _, sh := range l.sheets {
		for _, h := range sh.homes {
			l.homes[h.at] = h.key
		}
	}
	for _, sh := range l.sheets {
		for _, q := range sh.requests {
			c := l.client(q.client)
			q.fact.Client = c.fact
			if bases := append(q.own.base, c.bases...); len(bases) > 0 {
				q.fact.URL = joinURL(bases[0], q.urls[0])
			}
			q.fact.URLs = allURLs(q.urls, append(q.own.base, c.bases...))
			q.fact.Origin, q.fact.CrossOrigin = origins(q.urls, append(q.own.base, c.bases...))
			q.fact.Credentials = l.credentials(q, c)
			q.fact.Browser = l.inBrowser(q.fact)
			if p := purpose(q.fact.Method, []credential.Shape{q.fact.URL}, ""); q.fact.Purpose == authflow.Other {
				q.fact.Purpose = p
			}
			for _, at := range q.headerAt {
				l.byPlace[at] = append(l.byPlace[at], q)
			}
			l.facts.Requests = append(l.facts.Requests, q.fact)
		}
	}
}

// credentials completes what the call says with what its client says.
func (l *linker) credentials(q *request, c *client) authflow.Truth {
	switch {
	case q.own.credentials == authflow.Yes || c.fact.Credentials == authflow.Yes:
		return authflow.Yes
	case c.fact.Library == "HttpClient" && l.angular == authflow.Yes:
		return authflow.Yes
	case q.own.credentials == authflow.No && c.fact.Credentials == authflow.No:
		return authflow.No
	}
	return authflow.Unknown
}

func (l *linker) linkHeaders() {
	for _, c := range l.clients {
		c.fact.BaseURLs = c.bases
	}
	for _, sh := range l.sheets {
		for _, h := range sh.headers {
			key := h.key
			if key == "" {
				if n := sh.file.Tree.At(h.at.node); h.at.path == sh.file.Path {
					key = l.interceptorAround(sh, n, false)
				}
			}
			if key == "" {
				key = l.homes[h.at]
			}
			if c := l.clients[key]; c != nil {
				h.fact.Client, h.fact.Sender = c.fact, c.fact.Library
				if len(c.bases) > 0 {
					h.fact.Origin, _ = origin(c.bases[0])
				}
			}
			if q := carrier(l.byPlace[h.at]); q != nil {
				h.fact.Origin, h.fact.Call, h.fact.Sender = q.fact.Origin, q.fact.At, q.client.library
				h.fact.Apart = l.writtenApart(sh, h, q)
				if q.client.library != "fetch" {
					h.fact.Client = q.fact.Client
				}
			}
			l.authorize(h, key)
			l.noteSetup(sh, h, key)
			if n := sh.file.Tree.At(h.at.node); h.at.path == sh.file.Path && len(l.interceptorsAround(sh, n, true)) > 0 {
				// An answer came, mostly to a refresh: somebody is logged in.
				h.fact.Values = allTested(h.fact.Values)
			}
			l.facts.Headers = append(l.facts.Headers, l.askCallers(h)...)
		}
	}
	for _, sh := range l.sheets {
		for _, q := range sh.requests {
			if l.client(q.client).authorized() {
				q.fact.Authorized = authflow.Yes
			}
		}
	}
}

// writtenApart reports whether a header stands in another function than the call
// that sends the request which carries it, and than one that leads there.
func (l *linker) writtenApart(sh *sheet, h *header, q *request) bool {
	if h.at.path != sh.file.Path {
		return true
	}
	fn := scope.Enclosing(sh.file.Tree.At(h.at.node))
	for _, at := range []source.Span{q.fact.At, q.fact.Sends} {
		if at.File == sh.file.Path && scope.Enclosing(nodeAt(sh.file, at.Start, at.End)) == fn {
			return false
		}
	}
	return true
}

// authorized reports whether the client, or one that it was made of, puts
// Authorization on requests.
func (c *client) authorized() bool {
	return c != nil && (c.authorizes || slices.ContainsFunc(c.from, (*client).authorized))
}

// carrier is the request that says most about a header that several carry: the
// first whose server is known.
func carrier(carriers []*request) *request {
	for _, q := range carriers {
		if q.fact.Origin != "" {
			return q
		}
	}
	if len(carriers) > 0 {
		return carriers[0]
	}
	return nil
}

// authorize notes what a header authorizes: the requests that carry it, or all
// of the client whose defaults or interceptor write it.
func (l *linker) authorize(h *header, key string) {
	for _, q := range l.byPlace[h.at] {
		q.fact.Authorized, q.fact.CarriesToken = authflow.Yes, authflow.Yes
	}
	if len(l.byPlace[h.at]) > 0 {
		return
	}
	if c := l.clients["angular"]; c != nil && key == "" && l.inClone(h.at) {
		c.authorizes, h.fact.Client, h.fact.Sender = true, c.fact, c.fact.Library
	}
	for _, c := range l.clientsOf(key) {
		c.authorizes = true
	}
}

// inClone: the header stands in request.clone({ … }), which is how an
// interceptor of Angular writes it.
func (l *linker) inClone(at place) bool {
	f := l.reader.eval.Project.File(at.path)
	if f == nil {
		return false
	}
	n := f.Tree.At(at.node)
	for range 8 {
		if n = n.Parent(); n.Kind() == syntax.CallExpression && calleeName(n) == "clone" {
			return true
		}
	}
	return false
}

// inBrowser asks for both ends of a request that goes through a wrapper.
func (l *linker) inBrowser(q *authflow.Request) authflow.Truth {
	for _, file := range []string{q.At.File, q.Sends.File} {
		if file == "" {
			continue
		}
		if b := l.browserOf(file); b == authflow.No {
			return b
		}
	}
	return authflow.Unknown
}

// browserOf asks inBrowser once a file.
func (l *linker) browserOf(file string) authflow.Truth {
	b, known := l.browser[file]
	if !known {
		b = inBrowser(l.reader.eval.Project, file)
		l.browser[file] = b
	}
	return b
}

func (l *linker) linkAnswer(a *answer) {
	a.fact.Request = a.of.fact
	a.fact.Purpose = a.of.fact.Purpose
	if c := l.client(a.of.client); c.keeps && a.fact.Fate < authflow.Kept {
		a.fact.Fate = authflow.FateUnknown
	}
	l.facts.Answers = append(l.facts.Answers, a.fact)
}

// tokenReads notes where the project reads a stored token.
func (l *linker) tokenReads() {
	e := &l.facts.Evidence
	for _, s := range l.facts.Storage {
		if s.Op == authflow.Read && credential.IsCredentialName(s.Key) {
			e.TokenReads = append(e.TokenReads, s.At)
		}
	}
	for _, h := range l.facts.Headers {
		for _, v := range h.Values {
			if n := len(v); n > 0 && v[n-1].Hole != nil && v[n-1].Hole.Origin != credential.Env && v[n-1].Hole.Origin != credential.Header {
				e.TokenReads = append(e.TokenReads, h.At)
				break
			}
		}
	}
	sort.Slice(e.TokenReads, func(i, j int) bool { return e.TokenReads[i].Before(e.TokenReads[j]) })
	var last source.Span
	out := e.TokenReads[:0]
	for _, at := range e.TokenReads {
		if at != last {
			out = append(out, at)
		}
		last = at
	}
	e.TokenReads = out
}

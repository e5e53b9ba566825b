// Package tshttp reads auth facts from TypeScript and JavaScript: which clients
// there are, what they send and with what, what becomes of the answers, and
// what happens on 401. One file knows one library or one question.
package tshttp

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"sync"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/parallel"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// Input is the TypeScript and JavaScript of a project.
type Input struct {
	Dir   string   // the project's root, absolute
	Files []string // absolute, sorted
	Jobs  int
	// Exclude tells files that are read only where an import of another leads to
	// them. It may be nil.
	Exclude func(path string) bool
	// Clients are the modules that are clients, each with its library: "@/lib/http"
	// is its default export, "@/lib/http#api" the export api. See Libraries.
	Clients map[string]string
	// Schemes are authentication schemes of the project's own.
	Schemes credential.Schemes
	// Overlay holds files that are not as they are on disk.
	Overlay source.Overlay
	// Cache keeps the result for the next run. It may be nil.
	Cache *cache.Store
}

// Result is what was read. It is kept between runs as it is.
type Result struct {
	Facts           *authflow.Facts
	Parsed, Skipped int
	Problems        []source.Problem
	// Directives are the comments of the files that may hold suppressions. One
	// that has nothing to ignore may stand in a file that no fact is about.
	Directives map[string][]suppress.Comment
	// Recalled: an earlier run read it, and nothing has changed.
	Recalled bool
}

// Read turns the project into auth facts. Files that mention nothing that
// matters, and import nothing that does, are never parsed.
func Read(ctx context.Context, in Input) (*Result, error) {
	options := module.Options{Dir: in.Dir, Files: in.Files, Jobs: in.Jobs, Seed: mentions, Packages: seedsWith(in.Clients), Passive: in.Exclude, Mark: suppress.Mark, Overlay: in.Overlay}
	if known := recall(ctx, in, options); known != nil {
		return known, nil
	}
	p := module.Load(ctx, options)
	s := &survey{ctx: ctx, project: p, in: in, read: map[string]*sheet{}, looked: map[string]bool{}}
	s.clients = declare(p, in.Dir, in.Clients)
	s.readAll(p.Seeds())
	s.readUsers()
	for range importRounds {
		s.readAll(s.storeWrappers())
		s.handKeysOn()
		next := s.importers()
		if len(next) == 0 {
			break
		}
		s.readAll(next)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out := &Result{Facts: link(s)}
	out.Parsed, out.Skipped = p.Counts()
	out.Problems = append(p.Problems(), s.problems...)
	out.Directives = directives(p)
	remember(in, p, out)
	return out, nil
}

// importRounds bounds how far a client is followed through files that import
// each other: the file that makes it, its wrapper, the API of a feature, a
// component.
const importRounds = 4

// A survey reads the files of a project in rounds.
type survey struct {
	ctx     context.Context
	project *module.Project
	in      Input
	clients *ownClients // nil where none are declared

	mu       sync.Mutex
	read     map[string]*sheet // by path
	problems []source.Problem

	// looked are the files of functions that were called, asked for what they
	// store.
	looked map[string]bool
}

// readAll reads files in parallel, each once.
func (s *survey) readAll(files []*module.File) {
	parallel.Each(s.ctx, s.in.Jobs, len(files), func() func(int) {
		r := newReader(s.project, s.clients, s.in.Schemes)
		return func(i int) {
			sh, problem := r.readSafely(files[i])
			if r.eval.Exhausted() {
				sh, problem = s.readInPart(files[i])
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			s.read[files[i].Path] = sh
			if problem != nil {
				s.problems = append(s.problems, *problem)
			}
		}
	})
	sort.Slice(s.problems, func(i, j int) bool { return s.problems[i].File < s.problems[j].File })
}

// readInPart reads a file whose values are too entangled to follow them all, with
// a reader that has read no other, so that how far it comes depends on nothing
// else.
func (s *survey) readInPart(f *module.File) (*sheet, *source.Problem) {
	sh, problem := newReader(s.project, s.clients, s.in.Schemes).readSafely(f)
	if problem == nil {
		problem = &source.Problem{Kind: source.Skipped, File: f.Path,
			Message: "read in part: too entangled to follow all of its values; exclude it if it is not the project's own"}
	}
	return sh, problem
}

// sheets returns what was read, by path, so that nothing depends on the order
// in which workers finished.
func (s *survey) sheets() []*sheet {
	paths := make([]string, 0, len(s.read))
	for p := range s.read {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	out := make([]*sheet, len(paths))
	for i, p := range paths {
		out[i] = s.read[p]
	}
	return out
}

// importers returns the files not yet read that import a file through which
// requests go and speak of logging in.
func (s *survey) importers() []*module.File {
	asking := map[string][]*sheet{} // by the importer
	for _, sh := range s.sheets() {
		if sh.asked || !s.handsOn(sh) && !sh.offers && len(sh.keyAsks) == 0 {
			continue
		}
		sh.asked = true
		for _, path := range s.project.Importers(sh.file.Path) {
			if s.read[path] == nil && (s.in.Exclude == nil || !s.in.Exclude(path)) {
				asking[path] = append(asking[path], sh)
			}
		}
	}
	paths := slices.Sorted(maps.Keys(asking))
	concerned := make([]*module.File, len(paths))
	parallel.Each(s.ctx, s.in.Jobs, len(paths), func() func(int) {
		return func(i int) {
			if s.project.Mentions(paths[i], func(src []byte) bool {
				return slices.ContainsFunc(asking[paths[i]], func(sh *sheet) bool { return sh.concerns(src) })
			}) {
				concerned[i] = s.project.File(paths[i])
			}
		}
	})
	return slices.DeleteFunc(concerned, func(f *module.File) bool { return f == nil })
}

// handsOn reports whether a file re-exports one through which requests go.
func (s *survey) handsOn(sh *sheet) bool {
	offers := false
	for _, path := range sh.reexports {
		if from := s.read[path]; from != nil && from.offers {
			offers = true
			sh.asks = append(sh.asks, from.asks...)
		}
		if from := s.read[path]; from != nil {
			for _, name := range from.keyAsks {
				sh.keyAsks = append(sh.keyAsks, aliases([]byte(sh.file.Tree.Source()), path, name)...)
			}
		}
	}
	sh.offers = sh.offers || offers
	return offers
}

// A sheet is what one file says, before files are linked.
type sheet struct {
	file *module.File
	// offers: importers of this file may send requests through it.
	offers, asked bool
	// asks are the functions whose callers decide: what they pass becomes a
	// header, a handler. An importer that names one of them matters.
	asks []string
	// keyAsks are functions whose callers decide under which key something is
	// stored: an importer matters that names one and speaks of tokens.
	keyAsks   []string
	keyFuncs  []place
	reexports []string // the files that it hands on exports of

	requests      []*request
	clients       []clientRef
	defaults      []setting
	headers       []*header
	missed        []*authflow.HeaderRead
	queryReads    []*authflow.QueryRead
	interceptors  []interceptor
	registrations []registration
	stageCalls    []stageCall
	homes         []home
	globals       []global
	logs          []logged
	units         []*authflow.UnitMix
	resends       []*authflow.Resend
	reentries     []*authflow.Reentry
	handlers      []handlerOf
	reads         []*responseRead
	answers       []*answer
	status        []*authflow.StatusTest
	storage       []access
	layouts       []layout
	discards      []*authflow.Discard
	late          []*authflow.LateWrite
	cors          []*authflow.CORSPolicy
	gates         []*authflow.Gate
	untouched     []untouched
	pendings      []*authflow.Pending
	starts        []*authflow.RefreshStart
	stale         []staleBuilt
	cookies       []*authflow.CookieWrite
	replaced      []replaced
	overwrites    []overwrite
	calls         []invocation
	evidence      authflow.Evidence
	// serverHandlers are those of this file that refuse requests.
	serverHandlers []*authflow.ServerHandler
	sockets        []socketToken
	unverified     []*authflow.UnverifiedToken
	laxChecks      []*authflow.LaxCheck
	ownExpiry      bool // it writes an exp in milliseconds
	secretTests    []*authflow.SecretTest
	servers        []*authflow.Server
	headerParses   []*authflow.HeaderParse
	// dropsDefaults: it takes credentials from the defaults of a client.
	dropsDefaults bool
	// assigned are the names of properties that are assigned to.
	assigned map[string]bool
	// angularCredentials: an interceptor turns credentials on for HttpClient.
	angularCredentials bool
}

// A home is a place in the headers that a client is made with.
type home struct {
	at  place
	key string
}

// A reader reads files, one after another, for one goroutine.
type reader struct {
	eval *value.Evaluator
	file *module.File
	out  *sheet
	hand []handCORS // the headers of CORS that the file writes
	// servers are the routers of the file.
	servers map[serverKey]*authflow.Server
	// schemes are those of the project's own.
	schemes credential.Schemes
	// namesRefusal: somewhere the file speaks of a refusal. asking are the
	// functions that were asked whether they do.
	namesRefusal func() bool
	asking       map[syntax.Node]bool
}

func newReader(p *module.Project, own *ownClients, schemes credential.Schemes) *reader {
	r := &reader{schemes: schemes}
	r.eval = value.New(p, r.describe)
	r.eval.Promises, r.eval.Whole, r.eval.Extended = promises, isWhole, isAxiosClass
	r.eval.Client = libraryClients(own)
	return r
}

// readSafely turns a panic into a problem: one file never ends the run.
func (r *reader) readSafely(f *module.File) (sh *sheet, problem *source.Problem) {
	defer func() {
		if p := recover(); p != nil {
			sh = &sheet{file: f}
			problem = &source.Problem{Kind: source.Internal, File: f.Path,
				Message: fmt.Sprintf("reading this file failed (%v); please report it with the file", p)}
		}
	}()
	r.eval.Begin()
	return r.readFile(f), nil
}

// readFile collects all facts of a file in one traversal.
func (r *reader) readFile(f *module.File) *sheet {
	r.file, r.out, r.hand, r.servers = f, &sheet{file: f}, nil, map[serverKey]*authflow.Server{}
	r.asking = map[syntax.Node]bool{}
	r.namesRefusal = sync.OnceValue(func() bool { return speaksOfRefusal(f.Tree.Source()) })
	for n := range f.Tree.Root().Descendants() {
		switch n.Kind() {
		case syntax.CallExpression:
			r.readCall(n)
			r.readGate(n)
		case syntax.ExportStatement:
			r.readReexport(n)
		case syntax.NewExpression:
			r.readNew(n)
		case syntax.AssignmentExpression:
			r.readAssignment(n)
			r.readGate(n)
			r.readFetchReplaced(n)
			r.readDrop(n)
			r.readServerStatus(n)
			r.readOverwrite(n)
		case syntax.AugmentedAssignmentExpression:
			if op := n.Operator(); op == "??=" || op == "||=" {
				r.readGate(n)
			}
		case syntax.Pair:
			r.readPair(n)
			r.readCookiePair(n)
			r.readSentObject(n)
			r.readSentList(n)
			r.readSpreadConfig(n)
			r.readOverwrite(n)
		case syntax.ShorthandPropertyIdentifier:
			r.readShorthand(n)
			r.readOverwrite(n)
		case syntax.BinaryExpression, syntax.SwitchStatement:
			r.readStatusTest(n)
			r.readSchemeJoin(n)
			r.readUnits(n)
			r.readComparison(n)
		case syntax.TemplateString:
			r.readSchemeJoin(n)
		case syntax.MemberExpression, syntax.SubscriptExpression:
			r.readServerHeader(n)
			r.readResponse(n)
			r.readStorage(n)
		case syntax.UnaryExpression:
			r.readStorage(n)
			r.readDrop(n)
		case syntax.MethodDefinition, syntax.VariableDeclarator, syntax.FunctionDeclaration:
			r.readAngularInterceptor(n)
			r.readServerHook(n)
			r.readResponsePattern(n)
		case syntax.PairPattern:
			r.readResponsePair(n)
			r.readNestedPattern(n)
		case syntax.IfStatement, syntax.CatchClause:
			r.readOverlooked(n)
		case syntax.WhileStatement, syntax.ForStatement, syntax.DoStatement:
			r.readLoop(n)
		}
	}
	r.assembleCORS()
	return r.out
}

func (r *reader) readReexport(n syntax.Node) {
	if from := n.Child(syntax.FieldSource); from.OK() {
		if path, ok := r.eval.Project.Resolve(r.file, scope.Unquote(from)); ok {
			r.out.reexports = append(r.out.reexports, path)
		}
	}
}

// value evaluates an expression of the file being read.
func (r *reader) value(n syntax.Node) value.Value { return r.eval.Eval(r.file, n, nil) }

func (r *reader) operand(n syntax.Node) value.Operand { return value.Operand{File: r.file, Node: n} }

// readCall reads one call for everything that a call can be.
func (r *reader) readCall(n syntax.Node) {
	v := r.value(n)
	callee := r.value(n.Child(syntax.FieldFunction))
	r.readServerCall(n, callee)
	r.readServerAnswer(n)
	r.readMadeAnswer(n)
	r.readRefusalCall(n)
	r.readCORS(n, callee)
	r.readSentHeader(n)
	r.readCookieWrite(n, callee)
	r.readCookieHeader(n)
	r.readSession(n, callee)
	r.readStatusMembership(n)
	r.readHeaderCall(n, callee)
	r.readAssigned(n, callee)
	r.readDiscard(n, callee)
	r.readContext(n, callee)
	r.readInterceptor(n, callee)
	r.readStageCall(n)
	r.readGateSetter(n, callee)
	r.readAuthRefresh(n, callee)
	r.readPassedFailure(n, callee)
	r.readRecursion(n, callee)
	r.readRefreshStart(n)
	r.readTimedRefresh(n, callee)
	r.readStaleBuilt(n, callee)
	r.readVueUse(n)
	r.readNuxtHook(n, callee)
	r.readSetConfig(n, callee)
	r.readChain(v)
	r.readLog(n, callee)
	r.readStorage(n)
	r.readSigned(n, callee)
	r.readTimer(n, callee)
	r.readDecoded(n, callee)
	r.readLaxCheck(n, callee)
	r.readComparing(n)
	r.readUse(n)
	r.readHeaderParse(n)
	for _, c := range v.Alternatives() {
		if c.Node == n && c.File == r.file {
			r.readDirect(c)
		}
	}
	r.readWrapped(n, v, callee)
}

// readDirect reads a call that is not followed into the project.
func (r *reader) readDirect(v value.Value) {
	if c, ok := r.sends(v); ok {
		r.addRequest(c, nil)
		r.readSocketTokens(c)
		r.addLayout(c)
		return
	}
	if c, ok := clientOf(v); ok {
		r.out.clients = append(r.out.clients, c)
		r.out.offers = true
		r.readHooks(c)
		if c.library == "axios" {
			r.addCreation(c)
		}
		return
	}
	r.readAjaxSetup(v)
	r.readHooksConfigured(v)
	r.readMiddleware(v)
}

// readNew reads constructors: a client kept in a class makes its file one that
// others send requests through.
func (r *reader) readNew(n syntax.Node) {
	callee := r.value(n.Child(syntax.FieldConstructor))
	if callee.IsGlobal("XMLHttpRequest") {
		r.out.offers = true
		r.readOrder(n)
	}
	r.readPending(n)
	if verifiers[packageOf(callee)] {
		r.verifies(n) // new Strategy() of passport-jwt
		r.readStrategy(n, callee)
	}
	r.readMadeAnswer(n)
	r.readStream(n, callee)
	r.readCORS(n, callee)
	r.readDate(n, callee)
	if c, ok := clientOf(value.Value{Kind: value.Call, New: true, Base: &callee, File: r.file, Node: n}); ok {
		r.out.clients = append(r.out.clients, c)
		r.out.offers = true
		r.readHooks(c)
	}
	r.readConstructed(n, callee)
	r.readHeadersInit(n, callee)
}

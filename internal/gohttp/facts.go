// Package gohttp reads auth facts from Go: what a package does with
// credentials through net/http and the client libraries around it, gRPC and
// oauth2, and what a server of it reads, sets and allows.
//
// It works on syntax and types alone, so that it can say something of code that
// does not compile or whose dependencies are missing; every early return says
// why nothing is concluded there.
package gohttp

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// Name is that of the analyzers that read auth facts: what their flags begin
// with under go vet.
const Name = "authlint"

// New returns an analyzer that reads the auth facts of a package, and knows
// clients that the code does not show to be some.
func New(own Clients) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:             Name,
		Doc:              "read what a package does with credentials\n\nThe facts are what authlint's rules judge; this pass reports nothing. Its flags say what the code does not show.",
		Run:              func(pass *analysis.Pass) (any, error) { return run(pass, own) },
		Requires:         []*analysis.Analyzer{indexing},
		RunDespiteErrors: true,
		ResultType:       reflect.TypeFor[*authflow.Facts](),
		FactTypes:        []analysis.Fact{new(behaviour), new(answering)},
	}
}

func run(pass *analysis.Pass, own Clients) (_ *authflow.Facts, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("reading auth facts of %s: %w", pass.Pkg.Path(), PanicError(r))
		}
	}()
	none := &authflow.Facts{Language: authflow.Go}
	x := pass.ResultOf[indexing].(*index)
	switch {
	case x != nil:
		x.pass = pass // this one has the facts of other packages
	case importsOneOf(pass, own.Packages()), len(pass.AllObjectFacts()) > 0:
		x = newIndex(pass) // it calls a package that sends, sets headers or obtains tokens
	default:
		return none, nil
	}
	r := &reader{index: x, own: own, facts: none, used: map[ast.Node]source.Span{}, useArgs: map[source.Span]ast.Expr{}, refusing: map[string]bool{}, newNames: map[*ast.FuncDecl]map[string]bool{}, consumes: map[*ast.FuncDecl]int{}, answerings: map[*types.Func]*answering{}, decoders: map[*types.Func]bool{}}
	r.readClients()
	r.readHeaders()
	r.readLookups()
	r.readRequests()
	r.readConnections()
	r.readAnswers()
	r.readResends()
	r.readRepeats()
	r.readGates()
	r.readRefreshStarts()
	r.readReentries()
	r.readOAuthTokens()
	r.readQueryReads()
	r.readLogs()
	r.readLateWrites()
	r.readUnits()
	r.readEvidence()
	r.readServers()
	r.readCORS()
	r.readWrappers()
	r.readChains()
	r.judgeUses()
	r.readCookies()
	r.readSecretTests()
	r.readUnverified()
	r.readLaxChecks()
	r.readHeaderParses()
	r.readDiscards()
	r.exportBehaviours()
	r.exportAnswerings()
	r.sort()
	return r.facts, nil
}

// PanicError makes an error of what recover returned, with the place in authlint
// where the panic began: what a report needs, in one line.
func PanicError(v any) error {
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	panicked := false
	for {
		f, more := frames.Next()
		if f.Function == "runtime.gopanic" || f.Function == "runtime.sigpanic" {
			panicked = true
		} else if panicked && strings.Contains(f.Function, "authlint") {
			return fmt.Errorf("panic: %v (%s:%d)", v, f.Function[strings.LastIndexByte(f.Function, '/')+1:], f.Line)
		}
		if !more {
			return fmt.Errorf("panic: %v", v)
		}
	}
}

// A reader turns one package into facts.
type reader struct {
	*index
	facts *authflow.Facts

	clients map[types.Object]*authflow.Client
	global  *authflow.Client
	// requests by their call, sent ones only.
	requests map[*ast.CallExpr]*request
	writes   []*write
	// passedOn are the writes that exported functions make by calling a helper
	// with a parameter of theirs.
	passedOn map[*ast.FuncDecl][]packedWrite
	// used are the functions that are registered to run before others, and where.
	used map[ast.Node]source.Span
	// useArgs are the expressions that are registered, by their places.
	useArgs map[source.Span]ast.Expr
	// refusing are the IDs of the middlewares that refuse preflights.
	refusing map[string]bool
	// consumes tells which parameter's body a function reads, -1 for none.
	consumes map[*ast.FuncDecl]int
	// decoders are the functions that return claims which nobody verified.
	decoders   map[*types.Func]bool
	answerings map[*types.Func]*answering
	own        Clients
	// newNames are the names of a function, those that edits bring in included.
	newNames map[*ast.FuncDecl]map[string]bool
}

// speaks are the packages whose importers matter.
var speaks = []string{
	"net/http", "golang.org/x/oauth2", "github.com/go-resty/resty", "resty.dev/", "gopkg.in/resty", "github.com/imroc/req",
	"github.com/hashicorp/go-retryablehttp", "github.com/google/go-github/", "github.com/oapi-codegen/", "google.golang.org/grpc/credentials",
	"github.com/valyala/fasthttp", "github.com/gin-gonic/gin", "github.com/gofiber/fiber", "github.com/labstack/echo",
	"github.com/rs/cors", "github.com/go-chi/", "github.com/gorilla/", "google.golang.org/grpc/metadata",
}

// matters reports whether a package speaks HTTP or of tokens itself.
func matters(pass *analysis.Pass) bool {
	return imports(pass, func(path string) bool {
		return isJWTLibrary(path) || slices.ContainsFunc(speaks, func(s string) bool { return strings.HasPrefix(path, s) })
	})
}

func importsOneOf(pass *analysis.Pass, paths []string) bool {
	return imports(pass, func(path string) bool { return slices.Contains(paths, path) })
}

func imports(pass *analysis.Pass, want func(path string) bool) bool {
	for _, f := range pass.Files {
		for _, spec := range f.Imports {
			if want(strings.Trim(spec.Path.Value, "`\"")) {
				return true
			}
		}
	}
	return false
}

// sort puts every list in the order of its places, files in their order.
func (r *reader) sort() {
	sortBy(r.facts.Clients, func(c *authflow.Client) source.Span { return c.At })
	sortBy(r.facts.Requests, func(c *authflow.Request) source.Span { return c.At })
	sortBy(r.facts.Connections, func(c *authflow.Connection) source.Span { return c.At })
	sortBy(r.facts.Headers, func(c *authflow.HeaderWrite) source.Span { return c.At })
	sortBy(r.facts.HeaderReads, func(c *authflow.HeaderRead) source.Span { return c.At })
	sortBy(r.facts.Resends, func(c *authflow.Resend) source.Span { return c.At })
	sortBy(r.facts.StaleResends, func(c *authflow.StaleResend) source.Span { return c.At })
	sortBy(r.facts.Snapshots, func(c *authflow.Snapshot) source.Span { return c.At })
	sortBy(r.facts.LateWrites, func(c *authflow.LateWrite) source.Span { return c.At })
	sortBy(r.facts.Units, func(c *authflow.UnitMix) source.Span { return c.At })
	sortBy(r.facts.UntimedTokens, func(c *authflow.UntimedToken) source.Span { return c.At })
	sortBy(r.facts.QueryReads, func(c *authflow.QueryRead) source.Span { return c.At })
	sortBy(r.facts.Logs, func(c *authflow.LogWrite) source.Span { return c.At })
	sortBy(r.facts.Reentries, func(c *authflow.Reentry) source.Span { return c.At })
	sortBy(r.facts.RefreshStarts, func(c *authflow.RefreshStart) source.Span { return c.At })
	sortBy(r.facts.Gates, func(c *authflow.Gate) source.Span { return c.At })
	sortBy(r.facts.Repeats, func(c *authflow.Repeat) source.Span { return c.At })
	sortBy(r.facts.Answers, func(c *authflow.TokenAnswer) source.Span { return c.At })
	sortBy(r.facts.ServerHandlers, func(c *authflow.ServerHandler) source.Span { return c.At })
	sortBy(r.facts.Servers, func(c *authflow.Server) source.Span { return c.At })
	sortBy(r.facts.SecretTests, func(c *authflow.SecretTest) source.Span { return c.At })
	sortBy(r.facts.HeaderParses, func(c *authflow.HeaderParse) source.Span { return c.At })
	sortBy(r.facts.UnverifiedTokens, func(c *authflow.UnverifiedToken) source.Span { return c.At })
	sortBy(r.facts.LaxChecks, func(c *authflow.LaxCheck) source.Span { return c.At })
	sortBy(r.facts.Discards, func(c *authflow.Discard) source.Span { return c.At })
	e := &r.facts.Evidence
	sortBy(e.ServerReads, func(c authflow.ServerRead) source.Span { return c.At })
	sortBy(e.NamesRead, func(c authflow.NameRead) source.Span { return c.At })
	for _, list := range [][]source.Span{e.SchemeJoins, e.TokenReads, e.SessionCookies, e.CredentialedCORS, e.AuthMiddlewares, e.TokenChecks} {
		sortBy(list, func(s source.Span) source.Span { return s })
	}
}

func sortBy[T any](list []T, at func(T) source.Span) {
	slices.SortStableFunc(list, func(a, b T) int {
		s, t := at(a), at(b)
		return cmp.Or(cmp.Compare(s.File, t.File), cmp.Compare(s.Start, t.Start), cmp.Compare(s.End, t.End))
	})
}

// A behaviour is what other packages need to know of a function: what it
// returns, which request headers it sets and whether it keeps the token that it
// obtains, all in terms of its parameters.
type behaviour struct {
	Returns []packed
	Writes  []packedWrite
	// Keeps is an authflow.Truth: the function stores the token itself.
	Keeps authflow.Truth
	// Refuses: it is, or makes, a middleware that refuses preflights.
	Refuses bool
	// Unverified: it returns the claims of a token that nobody verified.
	Unverified bool
}

func (*behaviour) AFact() {}

func (b *behaviour) String() string {
	return fmt.Sprintf("returns %d, writes %d, keeps %d", len(b.Returns), len(b.Writes), b.Keeps)
}

// A packed shape has no places of its own: they are in another package's files,
// which a fix of this one may not touch.
type packed []packedPart

type packedPart struct {
	Text string
	Hole *credential.Hole
	// Param is the position, from 1, of the parameter that the hole stands for.
	Param int
}

type packedWrite struct {
	Name   packed
	Values []packed
	At     source.Span
}

// behaviour returns what is known of a function of another package.
func (x *index) behaviour(fn *types.Func) *behaviour {
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == x.pass.Pkg {
		return nil
	}
	if b, ok := x.behaviours[fn]; ok {
		return b
	}
	b := new(behaviour)
	if !x.pass.ImportObjectFact(fn, b) {
		b = nil
	}
	x.behaviours[fn] = b
	return b
}

// pack returns shapes of a function for others to use; nil where they say
// nothing.
func (x *index) pack(shapes []credential.Shape, params []types.Object) []packed {
	var out []packed
	for _, s := range shapes {
		var p packed
		for _, part := range s {
			q := packedPart{Text: part.Text}
			if part.Hole != nil {
				h := *part.Hole
				q.Hole = &h
				if obj, ok := x.paramOf[part.Hole]; ok {
					q.Param = slices.Index(params, obj) + 1
				}
			}
			p = append(p, q)
		}
		if len(p) > 12 || len(s.String()) > 256 {
			return nil // too large for a fact: every importer reads it
		}
		out = append(out, p)
	}
	return out
}

// unpack is the inverse of pack at a call.
func (x *index) unpack(shapes []packed, args [][]credential.Shape, call *ast.CallExpr) []credential.Shape {
	var out []credential.Shape
	for _, p := range shapes {
		now := []credential.Shape{nil}
		for _, q := range p {
			piece := []credential.Shape{{{Text: q.Text}}}
			switch {
			case q.Param > 0 && q.Param <= len(args) && args[q.Param-1] != nil:
				piece = args[q.Param-1]
			case q.Hole != nil:
				h := *q.Hole
				piece = []credential.Shape{credential.Of(h, x.span(call))}
			}
			now = credential.Product(now, piece)
		}
		out = union(out, now)
	}
	return out
}

// exportBehaviours tells other packages of the exported functions.
func (r *reader) exportBehaviours() {
	const most = 8 // writes of one function
	for _, d := range r.order {
		fn := r.info.Defs[d.Name].(*types.Func)
		if !fn.Exported() {
			continue // not to be called from elsewhere
		}
		b := &behaviour{Keeps: r.keeps(d, 0), Writes: r.passedOn[d], Refuses: r.refusing[fullName(fn)], Unverified: r.decoders[fn]}
		params := r.params(d.Type)
		for _, w := range r.writes {
			if w.decl == d && w.byParam && len(b.Writes) < most {
				b.Writes = append(b.Writes, packedWrite{Name: packOne(r.pack(w.names, params)), Values: r.pack(w.values, params), At: w.fact.At})
			}
		}
		if sig := fn.Signature(); sig.Results().Len() > 0 && isString(sig.Results().At(0).Type()) {
			if shapes := r.evaluator().inside(nil, nil).returned(d.Type, d.Body, 0); tells(shapes) {
				b.Returns = r.pack(shapes, params)
			}
		}
		if len(b.Writes) > 0 || len(b.Returns) > 0 || b.Keeps != authflow.Unknown || b.Refuses || b.Unverified {
			r.pass.ExportObjectFact(fn, b)
		}
	}
}

func packOne(p []packed) packed {
	if len(p) != 1 {
		return nil
	}
	return p[0]
}

// tells reports whether shapes say more than that a function was called.
func tells(shapes []credential.Shape) bool {
	return slices.ContainsFunc(shapes, func(s credential.Shape) bool {
		h := s.Sole()
		return h == nil && len(s) > 0 && len(s.String()) < 200 || h != nil && h.Origin != credential.Call && h.Origin != credential.Unknown
	})
}

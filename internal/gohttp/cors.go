package gohttp

import (
	"go/ast"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// A corsLibrary makes CORS policies of settings.
type corsLibrary struct {
	name   string   // as its documentation calls it
	paths  []string // the import paths, without a major version
	config string   // the type of the settings
	makers []string // functions that return settings
	// whole are the functions that make a policy of nothing, with what it is then.
	whole map[string]authflow.CORSPolicy
	// apply completes a policy by the settings.
	apply func(r *reader, p *authflow.CORSPolicy, s *settings)
}

var corsLibraries = []*corsLibrary{ginCORS, rsCORS, chiCORS, echoCORS, fiberCORS}

// readCORS reads the policies of a package: each settings literal, each default,
// and the headers that are written by hand.
func (r *reader) readCORS() {
	for _, lit := range r.literals {
		path, name := r.literalType(lit)
		if lib := corsLibraryOf(path); lib != nil && name == lib.config {
			r.policyOf(lib, lit)
		}
	}
	libraries := map[string]*corsLibrary{} // a package calls few others, and those often
	for _, call := range r.calls {
		path, name := cutFunction(r.nameOf(call))
		lib, seen := libraries[path]
		if !seen {
			lib = corsLibraryOf(path)
			libraries[path] = lib
		}
		if lib == nil {
			continue
		}
		if slices.Contains(lib.makers, name) {
			r.policyOf(lib, call)
		} else if whole, ok := lib.whole[name]; ok && len(call.Args) == 0 {
			whole.At, whole.Library = r.span(call), lib.name
			r.addPolicy(&whole, call)
		}
	}
	r.readGorillaCORS()
	r.readHandCORS()
	sortBy(r.facts.CORS, func(p *authflow.CORSPolicy) source.Span { return p.At })
}

func (r *reader) policyOf(lib *corsLibrary, made ast.Expr) {
	p := &authflow.CORSPolicy{At: r.span(made), Library: lib.name}
	lib.apply(r, p, r.settingsOf(made))
	r.addPolicy(p, made)
}

func (r *reader) addPolicy(p *authflow.CORSPolicy, at ast.Node) {
	if r.inTest(at) {
		return // tests try what is wrong on purpose
	}
	p.Development = r.forDevelopment(at)
	p.Covers = r.covers(p, at)
	r.facts.CORS = append(r.facts.CORS, p)
}

// covers returns what a policy is for: the module, or the one file where it is
// written by hand into the answers of a handler.
func (r *reader) covers(p *authflow.CORSPolicy, at ast.Node) string {
	file := r.filename(at.Pos())
	if p.Library == "" && !r.hasNext(at) {
		return file
	}
	dir := filepath.Dir(file)
	if m := r.pass.Module; m != nil {
		rel, _ := strings.CutPrefix(r.pass.Pkg.Path(), m.Path)
		dir = strings.TrimSuffix(dir, filepath.FromSlash(rel))
	}
	return dir
}

// hasNext: the function around a place calls the next handler.
func (r *reader) hasNext(at ast.Node) bool {
	fn := r.declOf(at)
	if fn == nil {
		return false
	}
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			switch lastName(call.Fun) {
			case "ServeHTTP", "Next", "next":
				found = true
			}
		}
		return !found
	})
	return found
}

func corsLibraryOf(path string) *corsLibrary {
	path = strings.TrimSuffix(path, "/middleware")
	if i := strings.LastIndex(path, "/middleware/cors"); i >= 0 {
		path = path[:i] + "/cors"
	}
	for _, lib := range corsLibraries {
		if slices.ContainsFunc(lib.paths, func(p string) bool { return p == withoutVersion(path) }) {
			return lib
		}
	}
	return nil
}

// withoutVersion drops a major version from an import path: echo/v4 is echo.
func withoutVersion(path string) string {
	parts := strings.Split(path, "/")
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool {
		return len(s) > 1 && s[0] == 'v' && strings.Trim(s[1:], "0123456789") == ""
	}), "/")
}

// cutFunction splits the full name of a function into its package and name.
func cutFunction(full string) (path, name string) {
	i := strings.LastIndexByte(full, '.')
	if i < 0 || strings.HasPrefix(full, "(") {
		return "", "" // a method
	}
	return full[:i], full[i+1:]
}

// allowCredentials reads the setting that lets credentials through.
func (r *reader) allowCredentials(p *authflow.CORSPolicy, s *settings) {
	p.Credentials = r.truth(s, "AllowCredentials")
	if e, _ := s.field("AllowCredentials"); e != nil {
		p.CredentialsAt = r.span(e)
	}
}

// allowOrigins reads a list of origins of which any may be "*". patterns: a star
// inside an origin stands for anything.
func (r *reader) allowOrigins(p *authflow.CORSPolicy, l list, patterns bool) {
	p.OriginsAt = r.span(l.at)
	switch {
	case l.has("*"):
		p.Origins = authflow.AnyOrigin
	case patterns && slices.ContainsFunc(l.items, matchesAll):
		p.Origins = authflow.EchoedOrigin
	case l.whole && slices.ContainsFunc(l.items, func(s string) bool { return strings.Contains(s, "*") }):
		p.Origins = authflow.OriginsDecided
	case l.whole:
		p.Origins, p.OriginList = authflow.OriginsListed, l.items
	}
}

// matchesAll: a pattern that every origin of the web matches.
func matchesAll(pattern string) bool { return pattern == "https://*" || pattern == "http*" }

// decidedBy reads a function that is asked for each origin.
func (r *reader) decidedBy(p *authflow.CORSPolicy, fn ast.Expr) {
	p.OriginsAt, p.Origins = r.span(fn), authflow.OriginsDecided
	if r.always(fn) {
		p.Origins = authflow.EchoedOrigin
	}
}

// originsOrAny reads which origins are let in, where a function that is asked
// comes before the list of that name, and no list at all means any origin.
func (r *reader) originsOrAny(p *authflow.CORSPolicy, s *settings, name string, fn ast.Expr, read func(ast.Expr) list, patterns bool) {
	origins, known := s.field(name)
	switch {
	case fn != nil:
		r.decidedBy(p, fn)
	case !known || s.opaque:
	case origins == nil:
		p.Origins = authflow.AnyOrigin
	default:
		r.allowOrigins(p, read(origins), patterns)
	}
}

// originFunc returns the first of the settings that holds a function.
func originFunc(s *settings, names ...string) ast.Expr {
	for _, name := range names {
		if e, _ := s.field(name); e != nil && spell(e) != "nil" {
			return e
		}
	}
	return nil
}

// allowHeaders reads a list of headers. echoes: a star on it lets in whatever
// is asked for; else the star is sent as it is.
func (r *reader) allowHeaders(p *authflow.CORSPolicy, l list, echoes bool) {
	p.HeadersAt = r.span(l.at)
	switch {
	case l.has("*") && echoes:
		p.Headers = authflow.HeadersEchoed
	case !l.whole:
		// Part of it comes from elsewhere.
	case l.has("*"):
		p.Headers, p.HeaderList = authflow.HeadersStar, l.items
		if l.has("Authorization") || l.has("authorization") {
			p.Headers = authflow.HeadersListed // beside the star, the name itself
		}
	default:
		p.Headers, p.HeaderList = authflow.HeadersListed, l.items
	}
	if p.Headers != authflow.HeadersUnknown {
		p.AddAuthorization = r.addItem(l.at, "Authorization")
	}
}

// addItem returns the edit that puts a string at the end of a literal list.
func (r *reader) addItem(e ast.Expr, item string) []authflow.Edit {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		if n := len(e.Elts); n > 0 {
			end := r.span(e.Elts[n-1])
			return []authflow.Edit{{At: source.Span{File: end.File, Start: end.End, End: end.End}, Text: `, "` + item + `"`}}
		}
	case *ast.BasicLit:
		at := r.span(e)
		if len(e.Value) > 2 {
			return []authflow.Edit{{At: source.Span{File: at.File, Start: at.End - 1, End: at.End - 1}, Text: ", " + item}}
		}
	}
	return nil
}

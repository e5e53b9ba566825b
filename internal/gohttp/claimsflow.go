package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// A claimsFlow follows claims through one function.
type claimsFlow struct {
	*reader
	fn ast.Node
	d  *decode
	// holds are the variables that hold claims or what was made of them, sources
	// those that hold the text of the token, or what it was cut out of.
	holds   map[types.Object]bool
	sources map[types.Object]bool
	// cutting are the calls that the token comes out of.
	cutting map[*ast.CallExpr]bool
}

// spread finds the variables that hold claims.
func (f *claimsFlow) spread() {
	f.hold(f.d.claims)
	own(f.fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			f.assignment(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			lhs := make([]ast.Expr, len(n.Names))
			for i, name := range n.Names {
				lhs[i] = name
			}
			f.assignment(lhs, n.Values)
		case *ast.RangeStmt:
			if f.mentions(n.X) {
				f.hold(n.Key)
				f.hold(n.Value)
			}
		case *ast.CallExpr:
			// Have: json.Unmarshal(payload, &claims).
			if n != f.d.call && slices.ContainsFunc(n.Args, f.mentions) {
				for _, a := range n.Args {
					if u, ok := a.(*ast.UnaryExpr); ok && u.Op == token.AND {
						f.hold(u.X)
					}
				}
			}
		}
		return true
	})
}

func (f *claimsFlow) assignment(lhs, rhs []ast.Expr) {
	for i, l := range lhs {
		switch {
		case len(lhs) == len(rhs):
			if f.mentions(rhs[i]) {
				f.hold(l)
			}
		case len(rhs) == 1 && f.mentions(rhs[0]):
			f.hold(l)
		}
	}
}

// hold adds the variable of an expression; what is only whether it went well
// holds nothing.
func (f *claimsFlow) hold(e ast.Expr) {
	if e == nil {
		return
	}
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	obj := f.rootObject(e)
	if obj == nil || isErrorType(obj.Type()) || isBool(obj.Type()) || f.isRequest(e) || f.contextOfVar(obj) {
		return
	}
	f.holds[obj] = true
}

func (f *claimsFlow) contextOfVar(obj types.Object) bool {
	h := f.handlerOf(f.fn)
	return h != nil && h.ctx == obj
}

// mentions: the decode itself, or a variable that holds claims; not its header,
// which names the key, nor whether it is valid.
func (f *claimsFlow) mentions(e ast.Expr) bool {
	found := false
	if e == nil {
		return false
	}
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectorExpr:
			if slices.Contains([]string{"Header", "Headers", "Method", "Valid", "Signature", "Raw"}, n.Sel.Name) {
				return false
			}
		case *ast.CallExpr:
			found = found || n == f.d.call
		case *ast.Ident:
			found = found || f.holds[f.object(n)] && f.object(n) != nil
		}
		return !found
	})
	return found
}

// identity finds where a middleware gives its request an identity out of the
// claims: c.Set("user", …), c.Locals("user", …), context.WithValue(…), a header
// for who comes next, or a function that is named for that.
func (f *claimsFlow) identity(h *handler) (at source.Span, to string) {
	own(f.fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || at.Valid() || call.End() < f.d.call.Pos() || len(call.Args) == 0 {
			return true
		}
		last := call.Args[len(call.Args)-1]
		if !f.mentions(last) || call == f.d.call {
			return true
		}
		name, takes := lastName(call.Fun), false
		switch {
		case len(call.Args) == 2 && slices.Contains([]string{"Set", "Locals", "SetUserValue"}, f.method(h, call)) && (name != "Set" || h.kind != fibers),
			len(call.Args) == 2 && name == "Set" && f.ofRequest(call), len(call.Args) == 3 && f.nameOf(call) == "context.WithValue":
			takes = authflow.NamesIdentity(f.keyName(call.Args[len(call.Args)-2]))
		case len(call.Args) <= 3 && (hasPrefixFold(name, "with") || hasPrefixFold(name, "set") || strings.Contains(name, "Context")):
			takes = authflow.NamesIdentity(name) && slices.ContainsFunc(call.Args[:len(call.Args)-1], f.isContextual)
		}
		if takes {
			at, to = f.span(call), spell(call.Fun)
		}
		return true
	})
	return at, to
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// ofRequest: r.Header.Set of the request that came in.
func (f *claimsFlow) ofRequest(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	in, ok := sel.X.(*ast.SelectorExpr)
	return ok && in.Sel.Name == "Header" && f.isRequest(in.X)
}

// isContextual: a context, the request or a framework's context.
func (f *claimsFlow) isContextual(e ast.Expr) bool {
	return f.isRequest(e) || isNamed(f.info.TypeOf(e), "context", "Context")
}

// keyName is what the key of a value is called: its text, or the name of the
// constant or type that it is.
func (r *reader) keyName(e ast.Expr) string {
	if s, ok := r.constant(e); ok && s != "" {
		return s
	}
	switch n := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return lastName(n.Type)
	case *ast.CallExpr:
		if len(n.Args) == 1 {
			return r.keyName(n.Args[0])
		}
	case *ast.UnaryExpr:
		return r.keyName(n.X)
	}
	return lastName(e)
}

// returned: the function returns claims or what it made of them.
func (f *claimsFlow) returned() bool {
	found := false
	own(f.fn, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			found = found || slices.ContainsFunc(ret.Results, func(e ast.Expr) bool {
				return f.mentions(e) && !isBool(f.typeOf(e)) && !isErrorType(f.typeOf(e))
			})
		}
		return !found
	})
	return found
}

func (f *claimsFlow) typeOf(e ast.Expr) types.Type {
	if t := f.info.TypeOf(e); t != nil {
		return t
	}
	return types.Typ[types.Invalid]
}

// checked: another call of the function verifies a token, or says that it does.
func (f *claimsFlow) checked() bool {
	found := false
	own(f.fn, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !f.within(call, f.d.call) {
			low := strings.ToLower(lastName(call.Fun))
			found = found || f.checksToken(call) && !f.onlyParses(call) || strings.Contains(low, "verif") || strings.Contains(low, "authenticat")
		}
		return !found
	})
	return found
}

// onlyParses: the call made what the decode reads, as ParseSigned of go-jose.
func (f *claimsFlow) onlyParses(call *ast.CallExpr) bool { return f.cutting[call] }

// handedOn: the token goes to other code as well, which may verify it or look it
// up, or is compared. kept: it is only put by for those that come later.
func (f *claimsFlow) handedOn() (code, kept bool) {
	f.sources, f.cutting = map[types.Object]bool{}, map[*ast.CallExpr]bool{}
	f.trace(f.d.token, 0)
	for obj := range f.sources {
		for _, id := range f.uses[obj] {
			if f.funcOf(id) != f.fn {
				continue
			}
			switch use := f.useOf(id); use {
			case usedByCode:
				code = true
			case usedLater:
				kept = true
			}
		}
	}
	return code, kept
}

// trace finds what the token comes from, within the function.
func (f *claimsFlow) trace(e ast.Expr, depth int) {
	if e == nil || depth > 6 {
		return
	}
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			f.cutting[n] = true
		case *ast.Ident:
			obj := f.object(n)
			if obj == nil || f.sources[obj] || f.isContextual(n) || f.contextOfVar(obj) || isErrorType(obj.Type()) || obj.Parent() == f.pass.Pkg.Scope() {
				return true
			}
			if d, ok := f.fn.(*ast.FuncDecl); ok && f.isParam(obj, d) && d.Recv != nil && obj.Pos() < d.Recv.End() {
				return true // s of s.header
			}
			f.sources[obj] = true
			for _, a := range f.assigned[obj] {
				f.trace(a.rhs, depth+1)
			}
		}
		return true
	})
}

// How a token is used beside being decoded.
type tokenUse uint8

const (
	usedHere tokenUse = iota
	usedLater
	usedByCode
)

func (f *claimsFlow) useOf(id ast.Node) tokenUse {
	for child, p := id, f.parent[id]; p != nil; child, p = p, f.parent[p] {
		switch p := p.(type) {
		case *ast.CallExpr:
			if child == p.Fun {
				continue // token.Claims(…): what it makes of itself
			}
			return f.useByCall(p)
		case *ast.BinaryExpr:
			if p.Op != token.EQL && p.Op != token.NEQ {
				continue
			}
			other := p.X
			if other == child {
				other = p.Y
			}
			if tv, ok := f.info.Types[other]; ok && (tv.Value != nil || tv.IsNil()) {
				return usedHere
			}
			return usedByCode // compared with one that is known
		case *ast.KeyValueExpr, *ast.CompositeLit:
			return usedByCode
		case *ast.ReturnStmt:
			return usedLater
		case *ast.SelectorExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.ParenExpr, *ast.UnaryExpr, *ast.StarExpr, *ast.TypeAssertExpr:
		case *ast.AssignStmt:
			for _, l := range p.Lhs {
				if f.isMember(l) {
					return usedLater
				}
			}
			return usedHere
		default:
			return usedHere
		}
	}
	return usedHere
}

func (f *claimsFlow) isMember(e ast.Expr) bool {
	_, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok
}

func (f *claimsFlow) useByCall(call *ast.CallExpr) tokenUse {
	if call == f.d.call || f.cutting[call] || f.tokenCall(call) != nil && !f.tokenCall(call).verifies {
		return usedHere
	}
	if tv, ok := f.info.Types[call.Fun]; ok && tv.IsType() {
		return f.useOf(call)
	}
	name := lastName(call.Fun)
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if _, builtin := f.info.Uses[id].(*types.Builtin); builtin {
			return usedHere
		}
	}
	if fn := f.called(call); fn != nil && fn.Pkg() != nil {
		switch path := fn.Pkg().Path(); {
		case slices.Contains([]string{"strings", "fmt", "log", "log/slog", "errors", "bytes", "unicode/utf8"}, path):
			return usedHere // what these make of a token decides nothing
		case path == "context", contextPackage(path):
			return usedLater
		}
	}
	if authflow.QuietCall(name) || authflow.NamesLog(spell(call.Fun)) {
		return usedHere
	}
	return usedByCode
}

// contextPackage: what a framework keeps for a request.
func contextPackage(path string) bool {
	path = unvendored(path)
	return strings.HasPrefix(path, "github.com/gin-gonic/gin") || strings.HasPrefix(path, "github.com/labstack/echo") || strings.HasPrefix(path, "github.com/gofiber/fiber") || path == "github.com/valyala/fasthttp"
}

// header is the name of the header that brought the token.
func (f *claimsFlow) header() string {
	if f.d.token == nil {
		return ""
	}
	name, _ := f.givenBy(f.d.token)
	return name
}

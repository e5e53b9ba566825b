package gohttp

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"sync"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// logPackages are those whose functions and methods write to a log.
var logPackages = []string{"log", "log/slog", "github.com/sirupsen/logrus", "go.uber.org/zap", "github.com/rs/zerolog", "github.com/golang/glog",
	"k8s.io/klog", "github.com/charmbracelet/log"}

// logVerbs begin the names of what writes.
var logVerbs = []string{"Print", "Fatal", "Panic", "Debug", "Info", "Warn", "Warning", "Error", "Trace", "Log", "Msgf"}

// readLogs finds the tokens that are written to a log.
func (r *reader) readLogs() {
	redacts := sync.OnceValue(r.redacts)
	for _, call := range r.calls {
		name := r.nameOf(call)
		printed := strings.HasPrefix(name, "fmt.Print")
		if len(call.Args) == 0 || !printed && !logs(name) || r.inTest(call) {
			continue
		}
		if printed && r.isCommand() && !r.inHandler(call) {
			continue // what a command prints is what it is called for
		}
		text := ""
		for _, a := range call.Args {
			if s, ok := r.info.Types[a]; ok && s.Value != nil && isString(s.Type) {
				constant, _ := r.constant(a)
				text += " " + constant
				continue
			}
			if h := r.logged(a); h != nil && !(strings.Contains(name, "log/slog.") && redacts()) {
				r.facts.Logs = append(r.facts.Logs, &authflow.LogWrite{
					At: r.span(a), Call: spell(call.Fun), Value: *h, Text: text, Tool: printed && !r.inHandler(call), Remove: r.removal(call),
				})
			}
		}
	}
}

// isCommand reports whether a package is a command, or the part of one that
// people call, by its name or its folder.
func (r *reader) isCommand() bool {
	return r.pass.Pkg.Name() == "main" || slices.ContainsFunc(strings.Split(r.pass.Pkg.Path(), "/"), func(dir string) bool {
		return slices.Contains([]string{"cmd", "cmds", "cli", "command", "commands"}, dir)
	})
}

// redacts reports whether the package gives slog a function that leaves secrets
// out: HandlerOptions{ReplaceAttr: …} of another package, or one that speaks of
// them.
func (r *reader) redacts() bool {
	return slices.ContainsFunc(r.literals, func(lit *ast.CompositeLit) bool {
		replace := field(lit, "ReplaceAttr")
		if replace == nil || !isNamed(r.info.TypeOf(lit), "log/slog", "HandlerOptions") {
			return false
		}
		var fn ast.Node = replace
		if id, ok := replace.(*ast.Ident); ok {
			f, _ := r.info.Uses[id].(*types.Func)
			if d := r.funcs[f]; d != nil {
				fn = d
			}
		}
		if _, block := body(fn); block == nil {
			return true // made elsewhere
		}
		speaks := false
		ast.Inspect(fn, func(n ast.Node) bool {
			if text, ok := n.(*ast.BasicLit); ok {
				name, _ := r.constant(text)
				words := credential.Words(name)
				speaks = speaks || credential.IsCredentialName(name) ||
					slices.ContainsFunc(words, func(w string) bool { return w == "authorization" || w == "password" || w == "secret" })
			}
			return !speaks
		})
		return speaks
	})
}

func logs(name string) bool {
	// "(*log.Logger).Printf" is of the package log, and so is "log.Printf".
	path := strings.TrimLeft(name, "(*")
	i := strings.LastIndexByte(name, '.')
	if i < 0 || !slices.ContainsFunc(logVerbs, func(v string) bool { return strings.HasPrefix(name[i+1:], v) }) {
		return false
	}
	return slices.ContainsFunc(logPackages, func(p string) bool {
		return strings.HasPrefix(path, p+".") || strings.HasPrefix(path, p+"/") && p != "log"
	})
}

// logged returns what is known of a value that is written whole, nil where it is
// no token: a part, a length, a hash, or a type that masks itself.
func (r *reader) logged(e ast.Expr) *credential.Hole {
	e = ast.Unparen(e)
	t := r.info.TypeOf(e)
	switch {
	case t == nil:
		return nil
	case isNamed(t, "net/http", "Header"):
		if sel, ok := e.(*ast.SelectorExpr); ok && sel.Sel.Name == "Header" && isRequest(r.info.TypeOf(sel.X)) {
			return &credential.Hole{Name: spell(e), Key: "Authorization", Origin: credential.Header}
		}
		return nil
	case isNamed(t, oauthPath, "Token"):
		return &credential.Hole{Name: spell(e) + ".AccessToken", Origin: credential.Variable} // all fields are printed
	case !plainString(t) || masks(t):
		return nil
	}
	switch e := e.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if !credential.IsCredentialName(lastName(e)) || r.isPart(e) {
			return nil
		}
		return &credential.Hole{Name: spell(e), Origin: credential.Variable}
	case *ast.CallExpr:
		// Have: r.Header.Get("Authorization").
		if name := r.readsHeader(e); strings.EqualFold(name, "Authorization") {
			return &credential.Hole{Name: spell(e), Key: name, Origin: credential.Header}
		}
	}
	return nil
}

// removal is the edit that takes a call away with its line and the comment behind
// it; nil where that is no statement of its own, does more than write, or is all
// that uses a variable or an import.
func (r *reader) removal(call *ast.CallExpr) *authflow.Edit {
	stmt, ok := r.parent[call].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	block, ok := r.parent[stmt].(*ast.BlockStmt)
	verb := lastName(call.Fun)
	if !ok || strings.HasPrefix(verb, "Fatal") || strings.HasPrefix(verb, "Panic") {
		return nil
	}
	free := true
	ast.Inspect(call, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			free = free && (n == call || r.readsHeader(n) != "" || r.info.Types[n.Fun].IsType())
		case *ast.Ident:
			free = free && r.usedBeside(n, call)
		}
		return free
	})
	line := r.wholeLine(stmt, block)
	if !free || !line.Valid() {
		return nil
	}
	return &authflow.Edit{At: line}
}

// usedBeside reports whether the program still compiles where an identifier is
// not used in n any more.
func (r *reader) usedBeside(id *ast.Ident, n ast.Node) bool {
	switch obj := r.info.Uses[id].(type) {
	case *types.PkgName:
		used := false
		ast.Inspect(r.fileOf(n), func(m ast.Node) bool {
			if m == n {
				return false
			}
			other, ok := m.(*ast.Ident)
			used = used || ok && r.info.Uses[other] == obj
			return !used
		})
		return used
	case *types.Var:
		if obj.IsField() || obj.Parent() == r.pass.Pkg.Scope() || r.isParam(obj, r.definition(obj, id)) {
			return true
		}
		return slices.ContainsFunc(r.uses[obj], func(other *ast.Ident) bool {
			a, assigned := r.parent[other].(*ast.AssignStmt)
			return !r.within(other, n) && !(assigned && slices.Contains(a.Lhs, ast.Expr(other)))
		})
	}
	return true
}

// wholeLine is the place of a statement of a block with the lines that it alone
// stands on; invalid where it shares them.
func (r *reader) wholeLine(stmt ast.Stmt, block *ast.BlockStmt) source.Span {
	file := r.pass.Fset.File(stmt.Pos())
	if file == nil {
		return source.Span{}
	}
	first, last := file.Line(stmt.Pos()), file.Line(stmt.End())
	before, after := block.Lbrace, block.Rbrace
	for _, s := range block.List {
		if s.End() <= stmt.Pos() {
			before = s.End()
		} else if s != stmt && s.Pos() < after {
			after = s.Pos()
		}
	}
	if !after.IsValid() || file.Line(before) >= first || file.Line(after) <= last || last >= file.LineCount() {
		return source.Span{}
	}
	return r.between(file.LineStart(first), file.LineStart(last+1))
}

// isPart: the variable holds what a function, a slice or a constant made of it.
func (r *reader) isPart(e ast.Expr) bool {
	v, ok := r.object(e).(*types.Var)
	if !ok || v.IsField() {
		return false
	}
	return slices.ContainsFunc(r.assigned[v], func(a assignment) bool {
		if a.rhs == nil {
			return false
		}
		switch n := ast.Unparen(a.rhs).(type) {
		case *ast.SliceExpr, *ast.BasicLit, *ast.BinaryExpr:
			return true
		case *ast.CallExpr:
			for _, w := range credential.Words(lastName(n.Fun)) {
				if slices.Contains([]string{"mask", "redact", "hash", "sum", "truncate", "obfuscate", "hide", "short", "shorten", "censor", "sanitize"}, w) {
					return true
				}
			}
		}
		return false
	})
}

// masks reports whether a type says by itself how it is logged.
func masks(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "LogValue")
	return obj != nil
}

// inHandler reports whether a call stands in a function that answers requests:
// what that prints is a log. What others print may be asked for.
func (r *reader) inHandler(call *ast.CallExpr) bool {
	d := r.declOf(call)
	return d != nil && r.serves(d)
}

package gohttp

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// shortCircuits are the functions that compare and stop at the first difference.
var shortCircuits = []string{"bytes.Equal", "bytes.Compare", "strings.Compare", "strings.EqualFold", "reflect.DeepEqual", "slices.Equal"}

// readSecretTests finds what compares a part of a request with a secret.
func (r *reader) readSecretTests() {
	for _, b := range r.comparisons {
		if x, y := r.info.TypeOf(b.X), r.info.TypeOf(b.Y); isString(x) && (isString(y) || invalid(y)) || invalid(x) && isString(y) {
			r.addSecretTest(b, b.Op.String(), b.X, b.Y)
		}
	}
	for _, call := range r.calls {
		if len(call.Args) == 2 && slices.Contains(shortCircuits, r.nameOf(call)) {
			r.addSecretTest(call, spell(call.Fun), call.Args[0], call.Args[1])
		}
	}
}

func (r *reader) addSecretTest(at ast.Expr, by string, x, y ast.Expr) {
	if r.inTest(at) {
		return
	}
	given, other := x, y
	header, ok := r.givenBy(x)
	if !ok {
		given, other = y, x
		header, ok = r.givenBy(y)
	}
	if !ok || r.given(other) {
		return // nobody outside guesses, or both were brought
	}
	s := &secretSearch{reader: r, busy: map[types.Object]bool{}, named: credential.NamesSecret(header)}
	secret := s.expr(other, 0)
	if secret == nil {
		return
	}
	t := &authflow.SecretTest{At: r.span(at), By: by, Given: spell(given), Secret: spell(secret), Kind: s.kind}
	t.Mend = r.constantTime(at, x, y)
	t.MendBy = "Compare in constant time"
	r.facts.SecretTests = append(r.facts.SecretTests, t)
}

// A secretSearch follows an expression to a secret of the server.
type secretSearch struct {
	*reader
	busy map[types.Object]bool
	kind authflow.SecretKind
	// named: what it is compared with came in a header that is named for a secret,
	// so that no other name need say so.
	named bool
}

func (s *secretSearch) names(name string) bool { return s.named || credential.NamesSecret(name) }

func (s *secretSearch) expr(e ast.Expr, depth int) ast.Expr {
	if depth > 4 {
		return nil
	}
	e = ast.Unparen(e)
	if tv, ok := s.info.Types[e]; ok && tv.Value != nil {
		return nil // a constant is in the source for everyone to read
	}
	switch n := e.(type) {
	case *ast.SliceExpr:
		return s.expr(n.X, depth)
	case *ast.BinaryExpr:
		if n.Op == token.ADD {
			if out := s.expr(n.X, depth); out != nil {
				return out
			}
			return s.expr(n.Y, depth)
		}
	case *ast.CallExpr:
		return s.call(n, depth)
	case *ast.SelectorExpr:
		if credential.NamesSecret(n.Sel.Name) && s.held(n.X) {
			return n
		}
	case *ast.Ident:
		return s.variable(n, depth)
	}
	return nil
}

func (s *secretSearch) call(n *ast.CallExpr, depth int) ast.Expr {
	if tv, ok := s.info.Types[n.Fun]; ok && tv.IsType() && len(n.Args) == 1 {
		return s.expr(n.Args[0], depth)
	}
	switch name := s.nameOf(n); {
	case name == "os.Getenv", name == "os.LookupEnv", strings.HasSuffix(name, "spf13/viper.GetString"):
		if key, ok := s.constant(n.Args[0]); ok && s.names(key[strings.LastIndexByte(key, '.')+1:]) {
			return n
		}
		return nil
	case lowers[name], name == "encoding/hex.EncodeToString", strings.HasSuffix(name, "base64.Encoding).EncodeToString"), strings.HasPrefix(name, "fmt.Sprint"):
		for _, a := range n.Args {
			if out := s.expr(a, depth+1); out != nil {
				return out
			}
		}
		return nil
	case lastName(n.Fun) == "Sum" && s.isMAC(n.Fun):
		s.kind = authflow.ComputedMAC
		return n
	}
	d, ok := s.calleeBody(n).(*ast.FuncDecl)
	if !ok || s.busy[s.info.Defs[d.Name]] {
		return nil
	}
	fn := s.info.Defs[d.Name]
	s.busy[fn] = true
	defer delete(s.busy, fn)
	var found ast.Expr
	own(d, func(m ast.Node) bool {
		if ret, ok := m.(*ast.ReturnStmt); ok && found == nil && len(ret.Results) > 0 {
			found = s.expr(ret.Results[0], depth+1)
		}
		return found == nil
	})
	if found != nil {
		return n
	}
	return nil
}

// isMAC: mac.Sum, where mac is what hmac.New made.
func (s *secretSearch) isMAC(fun ast.Expr) bool {
	sel, ok := ast.Unparen(fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	return slices.ContainsFunc(s.assigned[s.object(sel.X)], func(a assignment) bool {
		call, ok := a.rhs.(*ast.CallExpr)
		return ok && s.nameOf(call) == "crypto/hmac.New"
	})
}

// variable: one that holds a secret, or that is named for one and is set before
// any request comes in.
func (s *secretSearch) variable(n *ast.Ident, depth int) ast.Expr {
	obj := s.object(n)
	if obj == nil || s.busy[obj] {
		return nil
	}
	s.busy[obj] = true
	defer delete(s.busy, obj)
	for _, a := range s.assigned[obj] {
		if loop, ok := a.at.(*ast.RangeStmt); ok {
			if _, isMap := under(s.info.TypeOf(loop.X)).(*types.Map); !isMap && s.expr(loop.X, depth+1) != nil {
				return n
			}
		}
		if a.rhs != nil && a.result <= 0 && s.expr(a.rhs, depth+1) != nil {
			return n
		}
	}
	if !s.names(obj.Name()) || !isString(obj.Type()) && !isBytes(obj.Type()) {
		return nil
	}
	if obj.Parent() == s.pass.Pkg.Scope() && s.setAtStart(obj) {
		return n
	}
	fn := s.definition(obj, n)
	if !s.isParam(obj, fn) {
		return nil
	}
	if fn != s.funcOf(n) {
		return n // Have: func RequireToken(token string) gin.HandlerFunc { return func(c) { … token … } }
	}
	d, ok := fn.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	callee, _ := s.info.Defs[d.Name].(*types.Func)
	i := slices.Index(s.params(d.Type), obj)
	for _, call := range s.callsTo[callee] {
		if i >= 0 && i < len(call.Args) && s.expr(call.Args[i], depth+1) != nil {
			return n
		}
	}
	return nil
}

// setAtStart: a variable of the package that nothing gives what a request
// brought.
func (s *secretSearch) setAtStart(obj types.Object) bool {
	return !slices.ContainsFunc(s.assigned[obj], func(a assignment) bool { return a.rhs != nil && s.given(a.rhs) })
}

// records are words in the names of types of which a server has one for each of
// those who log in, or for each of something that it looked up.
var records = []string{"user", "account", "customer", "member", "session", "record", "row", "entity", "model", "request", "req", "claims", "share", "link", "invite", "device", "agent", "node", "client", "player", "room", "token"}

// held reports whether the struct that a secret is a field of is the server's
// own: its receiver, its configuration, a variable of a package.
func (s *secretSearch) held(x ast.Expr) bool {
	for {
		sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
		if !ok {
			break
		}
		if id, ok := sel.X.(*ast.Ident); ok && s.importOf(id) != "" {
			return true // config.Auth of another package
		}
		if s.isRecord(sel) {
			return false
		}
		x = sel.X
	}
	switch n := ast.Unparen(x).(type) {
	case *ast.CallExpr:
		return namesConfig(lastName(n.Fun)) || namesConfig(spell(n.Fun)) // config.Get().APIKey
	case *ast.Ident:
		if s.importOf(n) != "" {
			return true // config.APIKey
		}
		return s.heldVariable(n)
	}
	return false
}

func (s *secretSearch) heldVariable(n *ast.Ident) bool {
	obj := s.object(n)
	if obj == nil || s.isRecord(n) {
		return false
	}
	if obj.Parent() == s.pass.Pkg.Scope() {
		return true
	}
	fn := s.definition(obj, n)
	if s.isParam(obj, fn) {
		d, ok := fn.(*ast.FuncDecl)
		receiver := ok && d.Recv != nil && d.Recv.Pos() <= obj.Pos() && obj.Pos() < d.Recv.End()
		return receiver || fn != s.funcOf(n) || s.namesConfigType(n)
	}
	for _, a := range s.assigned[obj] {
		if a.rhs == nil || a.result > 0 {
			continue
		}
		if call, ok := ast.Unparen(a.rhs).(*ast.CallExpr); ok && (namesConfig(spell(call.Fun)) || s.namesConfigType(n)) {
			return true
		}
		if _, ok := ast.Unparen(a.rhs).(*ast.SelectorExpr); ok && s.held(a.rhs) {
			return true
		}
	}
	return false
}

func (s *secretSearch) isRecord(e ast.Expr) bool {
	n := named(s.info.TypeOf(e))
	if n == nil {
		return false
	}
	words := credential.Words(n.Obj().Name())
	return len(words) > 0 && slices.Contains(records, words[len(words)-1])
}

func (s *secretSearch) namesConfigType(e ast.Expr) bool {
	n := named(s.info.TypeOf(e))
	return n != nil && namesConfig(n.Obj().Name())
}

func namesConfig(name string) bool {
	return slices.ContainsFunc(credential.Words(name), func(w string) bool {
		return strings.HasPrefix(w, "conf") || slices.Contains([]string{"cfg", "env", "settings", "setting", "options", "opts"}, w)
	})
}

// constantTime are the edits that compare in constant time.
func (r *reader) constantTime(at, x, y ast.Expr) []authflow.Edit {
	equal := true
	switch n := at.(type) {
	case *ast.BinaryExpr:
		equal = n.Op == token.EQL
	case *ast.CallExpr:
		if r.nameOf(n) != "bytes.Equal" || !r.mentionedTwice(n, "bytes") {
			return nil // a number, or case is not looked at; or an import that nothing else needs
		}
	}
	edit := r.importing(at, "crypto/subtle", "subtle")
	if edit == nil {
		return nil
	}
	text := "subtle.ConstantTimeCompare(" + r.asBytes(x) + ", " + r.asBytes(y) + ")"
	span := r.span(at)
	if not, ok := r.parent[at].(*ast.UnaryExpr); ok && not.Op == token.NOT {
		span, equal = r.span(not), false // !bytes.Equal(…)
	}
	if equal {
		text += " == 1"
	} else {
		text += " != 1"
	}
	return append(edit, authflow.Edit{At: span, Text: text})
}

// asBytes spells an expression as a slice of bytes.
func (r *reader) asBytes(e ast.Expr) string {
	text := types.ExprString(e)
	if isBytes(r.info.TypeOf(e)) {
		return text
	}
	return "[]byte(" + text + ")"
}

// mentionedTwice reports whether the file around n names a package more than
// once, so that it needs the import without n too.
func (r *reader) mentionedTwice(n ast.Node, pkg string) bool {
	count := 0
	ast.Inspect(r.fileOf(n), func(m ast.Node) bool {
		if sel, ok := m.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Name == pkg {
				count++
			}
		}
		return true
	})
	return count > 1
}

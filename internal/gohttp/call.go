package gohttp

import (
	"go/ast"
	"go/types"
	"strconv"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

// call returns the shapes of one result of a call.
func (e *evaluator) call(n *ast.CallExpr, result int) []credential.Shape {
	if tv, ok := e.x.info.Types[n.Fun]; ok && tv.IsType() {
		if len(n.Args) == 1 && (isString(tv.Type) || isBytes(tv.Type)) {
			return e.eval(n.Args[0]) // string(b), []byte(s), Token(s)
		}
		return e.hole(n, credential.Unknown)
	}
	if result == 0 {
		if out, ok := e.library(e.x.nameOf(n), n); ok {
			return out
		}
	}
	if out := e.looked(n, result); out != nil {
		return out
	}
	return e.filled(n, credential.Hole{Origin: credential.Call, MayHaveScheme: true})
}

// looked returns what a function of the module returns, by looking inside or by
// what was learnt where its package was looked at; nil where neither is to be
// had.
func (e *evaluator) looked(n *ast.CallExpr, result int) []credential.Shape {
	if e.depth >= maxDepth {
		return nil
	}
	fn := e.x.callee(n)
	if inside := e.x.calleeBody(n); inside != nil {
		if fn != nil {
			if e.busy[fn] {
				return nil // it calls itself
			}
			e.busy[fn] = true
			defer delete(e.busy, fn)
		}
		t, block := body(inside)
		return e.inside(e.x.params(t), e.args(n, t)).returned(t, block, result)
	}
	if b := e.x.behaviour(fn); b != nil && result == 0 && len(b.Returns) > 0 {
		return e.x.unpack(b.Returns, e.args(n, nil), n)
	}
	return nil
}

// calleeBody returns the declaration or literal that a call enters, where it is
// in this package.
func (x *index) calleeBody(n *ast.CallExpr) ast.Node {
	if fn := x.callee(n); fn != nil {
		if d := x.funcs[fn]; d != nil {
			return d
		}
		return nil
	}
	id, ok := ast.Unparen(n.Fun).(*ast.Ident)
	if !ok {
		return nil // an interface's method, or a function in a field
	}
	if as := x.assigned[x.object(id)]; len(as) == 1 {
		if lit, ok := as[0].rhs.(*ast.FuncLit); ok {
			return lit
		}
	}
	return nil
}

// args returns the shapes of the string arguments of a call, nil for others.
func (e *evaluator) args(n *ast.CallExpr, t *ast.FuncType) [][]credential.Shape {
	out := make([][]credential.Shape, len(n.Args))
	if n.Ellipsis.IsValid() {
		return out
	}
	for i, a := range n.Args {
		if typ := e.x.info.TypeOf(a); isString(typ) || isBytes(typ) {
			out[i] = e.eval(a)
		}
	}
	if t != nil && t.Params != nil {
		if l := len(t.Params.List); l > 0 {
			if _, variadic := t.Params.List[l-1].Type.(*ast.Ellipsis); variadic {
				if last := len(e.x.params(t)) - 1; last < len(out) {
					out[last] = nil // a slice inside, not a string
				}
			}
		}
	}
	return out
}

// returned returns the shapes of one result of a function, by its return
// statements.
func (e *evaluator) returned(t *ast.FuncType, block *ast.BlockStmt, result int) []credential.Shape {
	var out []credential.Shape
	named := false
	ast.Inspect(block, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			switch {
			case len(n.Results) == 0:
				named = true
			case result < len(n.Results):
				out = union(out, e.eval(n.Results[result]))
			case len(n.Results) == 1:
				if call, ok := ast.Unparen(n.Results[0]).(*ast.CallExpr); ok {
					out = union(out, e.call(call, result))
				}
			}
		}
		return true
	})
	if named || len(out) == 0 {
		return nil
	}
	return out
}

// library returns the result of a function of the standard library or of a
// framework, whose result is known as far as its arguments are.
func (e *evaluator) library(name string, n *ast.CallExpr) ([]credential.Shape, bool) {
	switch name {
	case "(*os/exec.Cmd).Output", "(*os/exec.Cmd).CombinedOutput":
		return commandOutput(e, n), true
	}
	if len(n.Args) >= 1 {
		switch name {
		case "fmt.Sprintf":
			return e.sprintf(n), true
		case "fmt.Sprint":
			return e.sprint(n), true
		case "cmp.Or":
			return firstOf(e, n), true
		case "strings.Clone", "strings.TrimLeft":
			return e.eval(n.Args[0]), true
		case "strings.ToLower":
			return mapped(e, n, strings.ToLower), true
		case "strings.ToUpper":
			return mapped(e, n, strings.ToUpper), true
		case "strings.TrimSpace", "bytes.TrimSpace", "strings.Trim", "bytes.Trim", "strings.TrimRight", "bytes.TrimRight":
			return trimmed(e, n), true
		case "strings.TrimSuffix", "bytes.TrimSuffix":
			return eachHole(e.eval(n.Args[0]), func(h *credential.Hole) { h.EndsInNewline = false }), true
		case "(*encoding/base64.Encoding).EncodeToString":
			return encoding(e, n), true
		case "os.Getenv", "os.LookupEnv", "syscall.Getenv":
			return environment(e, n), true
		case "os.ReadFile", "io/ioutil.ReadFile":
			return fileContent(e, n), true
		case "(net/http.Header).Get", "(net/textproto.MIMEHeader).Get", "(*github.com/gin-gonic/gin.Context).GetHeader",
			"(*github.com/gofiber/fiber/v2.Ctx).Get", "(github.com/gofiber/fiber/v3.Ctx).Get":
			return headerOf(e, n), true
		}
	}
	if len(n.Args) >= 2 {
		switch name {
		case "strings.Join":
			return e.join(n), true
		case "strings.TrimPrefix", "strings.CutPrefix":
			return schemeOff(e, n), true
		}
	}
	if len(n.Args) >= 3 && (name == "strings.Replace" || name == "strings.ReplaceAll") {
		return replaced(e, n), true
	}
	return nil, false
}

// plain is the result of a call that cannot be followed.
func plain(e *evaluator, n *ast.CallExpr) []credential.Shape {
	return e.filled(n, credential.Hole{Origin: credential.Call, MayHaveScheme: true})
}

// firstOf: cmp.Or returns the first of its arguments that is not empty.
func firstOf(e *evaluator, n *ast.CallExpr) (out []credential.Shape) {
	for _, a := range n.Args {
		out = union(out, e.eval(a))
	}
	return out
}

// mapped applies f to what is constant and keeps the holes.
func mapped(e *evaluator, n *ast.CallExpr, f func(string) string) []credential.Shape {
	var out []credential.Shape
	for _, s := range e.eval(n.Args[0]) {
		s = append(credential.Shape(nil), s...)
		for i, p := range s {
			if p.Hole == nil && f(p.Text) != p.Text {
				s[i].Text, s[i].Verbatim = f(p.Text), false
			}
		}
		out = append(out, s)
	}
	return out
}

// trimmed: blanks and line ends are off. What is trimmed by a cut set that has
// neither is treated alike; nothing depends on it.
func trimmed(e *evaluator, n *ast.CallExpr) []credential.Shape {
	const blanks = " \t\r\n"
	out := eachHole(e.eval(n.Args[0]), func(h *credential.Hole) { h.EndsInNewline = false })
	for i, s := range out {
		if len(s) == 0 {
			continue
		}
		s = append(credential.Shape(nil), s...)
		if p := &s[0]; p.Hole == nil {
			cut := len(p.Text) - len(strings.TrimLeft(p.Text, blanks))
			p.Text = p.Text[cut:]
			if p.Verbatim {
				p.At.Start += cut
			}
		}
		if p := &s[len(s)-1]; p.Hole == nil {
			cut := len(p.Text) - len(strings.TrimRight(p.Text, blanks))
			p.Text = p.Text[:len(p.Text)-cut]
			if p.Verbatim {
				p.At.End -= cut
			}
		}
		out[i] = credential.Join(s)
	}
	return out
}

// schemeOff: strings.TrimPrefix(h, "Bearer ") has no scheme any more.
func schemeOff(e *evaluator, n *ast.CallExpr) []credential.Shape {
	prefix, ok := e.x.constant(n.Args[1])
	out := eachHole(e.eval(n.Args[0]), func(h *credential.Hole) { h.MayHaveScheme = h.MayHaveScheme && !ok })
	for i, s := range out {
		if ok && strings.HasPrefix(s.Prefix(), prefix) {
			out[i] = s.TrimPrefix(len(prefix))
		}
	}
	return out
}

func replaced(e *evaluator, n *ast.CallExpr) []credential.Shape {
	old, ok := e.x.constant(n.Args[1])
	with, ok2 := e.x.constant(n.Args[2])
	if !ok || !ok2 {
		return plain(e, n)
	}
	scheme := strings.TrimSpace(old)
	var out []credential.Shape
	for _, s := range e.eval(n.Args[0]) {
		s = append(credential.Shape(nil), s...)
		for i, p := range s {
			switch {
			case p.Hole != nil:
				h := *p.Hole
				h.MayHaveScheme = h.MayHaveScheme && !credential.KnownScheme(scheme)
				h.EndsInNewline = h.EndsInNewline && old != "\n"
				s[i].Hole = &h
			case old != "" && strings.Contains(p.Text, old):
				s[i].Text, s[i].Verbatim = strings.ReplaceAll(p.Text, old, with), false
			}
		}
		out = append(out, credential.Join(s))
	}
	return out
}

func environment(e *evaluator, n *ast.CallExpr) []credential.Shape {
	key, _ := e.x.constant(n.Args[0])
	return e.filled(n, credential.Hole{Origin: credential.Env, Key: key})
}

// fileContent: a file that people edit ends in a newline. One that the program
// writes itself, or that a container runtime mounts, need not.
func fileContent(e *evaluator, n *ast.CallExpr) []credential.Shape {
	h := credential.Hole{Origin: credential.File, EndsInNewline: !e.x.writesFiles}
	for _, s := range e.eval(n.Args[0]) {
		if text := s.String(); strings.Contains(text, "/secrets/") || strings.Contains(text, "serviceaccount") {
			h.EndsInNewline = false
		}
	}
	return e.filled(n, h)
}

func commandOutput(e *evaluator, n *ast.CallExpr) []credential.Shape {
	return e.filled(n, credential.Hole{Origin: credential.Unknown, EndsInNewline: true})
}

func headerOf(e *evaluator, n *ast.CallExpr) []credential.Shape {
	key, _ := e.x.constant(n.Args[0])
	return e.filled(n, credential.Hole{Origin: credential.Header, Key: key, MayHaveScheme: true})
}

// join is strings.Join of a literal slice.
func (e *evaluator) join(n *ast.CallExpr) []credential.Shape {
	list, ok := ast.Unparen(n.Args[0]).(*ast.CompositeLit)
	if !ok {
		return plain(e, n) // a slice made elsewhere
	}
	sep := e.eval(n.Args[1])
	out := []credential.Shape{nil}
	for i, elt := range list.Elts {
		if _, ok := elt.(*ast.KeyValueExpr); ok {
			return plain(e, n)
		}
		if i > 0 {
			out = credential.Product(out, sep)
		}
		out = credential.Product(out, e.eval(elt))
	}
	return out
}

// sprint is fmt.Sprint, which puts a blank between operands only where neither
// is a string.
func (e *evaluator) sprint(n *ast.CallExpr) []credential.Shape {
	out := []credential.Shape{nil}
	for _, a := range n.Args {
		if !isString(e.x.info.TypeOf(a)) {
			return plain(e, n)
		}
		out = credential.Product(out, e.eval(a))
	}
	return out
}

// sprintf is fmt.Sprintf with a constant format.
func (e *evaluator) sprintf(n *ast.CallExpr) []credential.Shape {
	format := e.eval(n.Args[0])
	if len(format) != 1 {
		return plain(e, n)
	}
	if _, ok := format[0].Constant(); !ok || n.Ellipsis.IsValid() {
		return plain(e, n)
	}
	out := []credential.Shape{nil}
	args := n.Args[1:]
	for _, p := range format[0] {
		for text := p.Text; text != ""; {
			percent := strings.IndexByte(text, '%')
			if percent < 0 {
				percent = len(text)
			}
			if percent > 0 {
				out = credential.Product(out, piece(p, len(p.Text)-len(text), percent))
				text = text[percent:]
				continue
			}
			verb, size := readVerb(text)
			text = text[size:]
			switch {
			case verb == '%':
				out = credential.Product(out, []credential.Shape{{{Text: "%"}}})
			case verb == 0 || len(args) == 0:
				return plain(e, n) // an explicit index, a width from an argument, or a wrong format
			default:
				out = credential.Product(out, e.verb(verb, args[0]))
				args = args[1:]
			}
		}
	}
	return out
}

// piece returns the shape of n bytes of a part from off on.
func piece(p credential.Part, off, n int) []credential.Shape {
	q := p
	q.Text = p.Text[off : off+n]
	if p.Verbatim {
		q.At.Start = p.At.Start + off
		q.At.End = q.At.Start + n
	}
	return []credential.Shape{{q}}
}

// readVerb reads a verb of fmt, which begins with a per cent sign, and its
// length. The verb is 0 where it is more than flags and a fixed width.
func readVerb(s string) (verb byte, size int) {
	i := 1
	for i < len(s) && strings.IndexByte("+-# 0123456789.", s[i]) >= 0 {
		i++
	}
	if i == len(s) {
		return 0, i
	}
	if s[i] == '[' || s[i] == '*' {
		return 0, i + 1
	}
	return s[i], i + 1
}

func (e *evaluator) verb(verb byte, arg ast.Expr) []credential.Shape {
	t := e.x.info.TypeOf(arg)
	if !plainString(t) {
		return e.hole(arg, credential.Unknown)
	}
	switch verb {
	case 's', 'v':
		return e.eval(arg)
	case 'q':
		quote := []credential.Shape{{{Text: strconv.Quote("")[:1]}}}
		return credential.Product(credential.Product(quote, e.eval(arg)), quote)
	}
	return e.hole(arg, credential.Unknown)
}

// plainString reports whether fmt prints a value of type t as it is: a string
// or bytes, with no method that says otherwise.
func plainString(t types.Type) bool {
	if !isString(t) && !isBytes(t) {
		return false
	}
	for _, m := range []string{"String", "Error", "Format"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, m); obj != nil {
			return false
		}
	}
	return true
}

// encoding is the base64 of a value, which stays known where it is one.
func encoding(e *evaluator, n *ast.CallExpr) []credential.Shape {
	h := credential.Hole{Origin: credential.Call, MayHaveScheme: true}
	if value := e.eval(n.Args[0]); len(value) == 1 {
		h.Encodes = value[0]
	}
	return e.filled(n, h)
}

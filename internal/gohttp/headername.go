package gohttp

import (
	"go/ast"
	"go/constant"
	"go/token"
	"net/textproto"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// nameAt is the name of a header where the write spells it out.
func (r *reader) nameAt(w *write) source.Span {
	if w.header != "" {
		return source.Span{} // the library's
	}
	return r.textAt(w.name)
}

// nameArgument is the argument of a call that spells out the name of the header
// that the function called writes.
func (r *reader) nameArgument(call *ast.CallExpr, name string) source.Span {
	for _, a := range call.Args {
		if tv := r.info.Types[a]; tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) == name {
			return r.textAt(a)
		}
	}
	return source.Span{}
}

// textAt is the text of a string literal, without its quotes.
func (r *reader) textAt(e ast.Expr) source.Span {
	if lit, ok := ast.Unparen(e).(*ast.BasicLit); ok && lit.Kind == token.STRING {
		return r.between(lit.Pos()+1, lit.End()-1)
	}
	return source.Span{}
}

// accompanied: the function that writes a header of another name writes
// Authorization too.
func (r *reader) accompanied(w *write, name string) bool {
	if w.decl == nil || credential.KindOfHeader(name) < credential.MisspeltHeader {
		return false
	}
	for _, o := range r.writes {
		if o.decl != w.decl || o == w {
			continue
		}
		for _, s := range o.names {
			if other, ok := s.Constant(); ok && credential.KindOfHeader(other) == credential.AuthorizationHeader {
				return true
			}
		}
	}
	return false
}

// readLookups finds r.Header["authorization"]: net/http puts what it receives
// under canonical keys, and an index does not convert as Get does.
func (r *reader) readLookups() {
	written := map[string]bool{} // by the package itself, under that very spelling
	for _, w := range r.writes {
		if _, isCall := w.at.(*ast.CallExpr); isCall {
			continue // Set converts
		}
		for _, s := range w.names {
			if name, ok := s.Constant(); ok {
				written[name] = true
			}
		}
	}
	for _, ix := range r.indexes {
		if !isNamed(r.info.TypeOf(ix.X), "net/http", "Header") || r.inTest(ix) {
			continue
		}
		name, ok := r.constant(ix.Index)
		key := textproto.CanonicalMIMEHeaderKey(name)
		if !ok || key == name || credential.KindOfHeader(name) != credential.AuthorizationHeader || written[name] {
			continue // looked up as it is kept, or as it was put there
		}
		r.facts.HeaderReads = append(r.facts.HeaderReads, &authflow.HeaderRead{At: r.span(ix), Spelled: spell(ix), KeyAt: r.textAt(ix.Index), Key: key})
	}
}

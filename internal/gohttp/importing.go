package gohttp

import (
	"go/ast"
	"go/token"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
)

// importing are the edits after which the file around n imports a package under
// its own name; empty where it does, nil where it cannot.
func (r *reader) importing(n ast.Node, path, name string) []authflow.Edit {
	file := r.fileOf(n)
	if file == nil || r.pass.Pkg.Scope().Lookup(name) != nil {
		return nil
	}
	for _, s := range file.Imports {
		switch p := strings.Trim(s.Path.Value, "`\""); {
		case s.Name != nil && s.Name.Name == name:
			return nil // its name is taken
		case p == path && s.Name == nil:
			return []authflow.Edit{}
		case p == path, conventional(p) == name:
			return nil // under another name, or its name may be taken
		}
	}
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT || len(g.Specs) == 0 {
			continue
		}
		if !g.Lparen.IsValid() {
			return []authflow.Edit{{At: r.at(g.Pos()), Text: "import \"" + path + "\"\n"}}
		}
		last := g.Specs[0]
		for _, s := range g.Specs {
			if r.line(s) > r.line(last)+1 {
				break // another group
			}
			if strings.Trim(s.(*ast.ImportSpec).Path.Value, "`\"") > path {
				return []authflow.Edit{{At: r.at(s.Pos()), Text: "\"" + path + "\"\n\t"}}
			}
			last = s
		}
		return []authflow.Edit{{At: r.at(last.End()), Text: "\n\t\"" + path + "\""}}
	}
	return nil
}

func (r *reader) fileOf(n ast.Node) *ast.File {
	for ; n != nil; n = r.parent[n] {
		if f, ok := n.(*ast.File); ok {
			return f
		}
	}
	return nil
}

// at is the place between two bytes.
func (r *reader) at(pos token.Pos) source.Span { return r.between(pos, pos) }

func (r *reader) line(n ast.Node) int { return r.pass.Fset.Position(n.Pos()).Line }

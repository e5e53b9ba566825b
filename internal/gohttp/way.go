package gohttp

import (
	"go/ast"
	"go/token"
)

// A path is the way to a resend: what was tested on it, and whether one of the
// tests was that for a refusal.
type path struct {
	trigger ast.Node
	atoms   []atom
	opaque  bool
}

// An atom is a condition, or part of one, that was met on the way.
type atom struct {
	cond ast.Expr
	// alone: the condition must hold (or fail) for the way to be taken; without
	// it, it is one of several joined by or.
	alone bool
}

// way climbs from n to the body of fn and collects the conditions.
func (r *reader) way(n ast.Node, fn ast.Node) path {
	var p path
	child := n
	for up := r.parent[n]; up != nil && child != fn; up = r.parent[up] {
		switch s := up.(type) {
		case *ast.IfStmt:
			switch child {
			case s.Body:
				p.add(r, s.Cond, true)
			case s.Else:
				p.add(r, s.Cond, false)
			}
		case *ast.CaseClause:
			r.clause(&p, s)
			p.before(r, s.Body, child)
		case *ast.BlockStmt:
			p.before(r, s.List, child)
		case *ast.BinaryExpr:
			if s.Op == token.LAND && child == ast.Node(s.Y) {
				p.add(r, s.X, true)
			}
		case *ast.FuncLit:
			p.opaque = p.opaque || s != fn // who runs the closure, and how often, is not to be seen
		}
		child = up
	}
	return p
}

// clause adds what a case of a switch tests.
func (r *reader) clause(p *path, c *ast.CaseClause) {
	sw, ok := r.parent[r.parent[c]].(*ast.SwitchStmt)
	if !ok {
		return // a type switch
	}
	for _, e := range c.List {
		if sw.Tag == nil {
			p.add(r, e, true)
		} else if r.isRefusalConstant(e) {
			p.trigger = e
		}
	}
}

// before adds the tests of earlier statements that leave the list: what comes
// after them knows that they did not hold.
func (p *path) before(r *reader, list []ast.Stmt, child ast.Node) {
	for _, s := range list {
		if ast.Node(s) == child {
			return
		}
		if i, ok := s.(*ast.IfStmt); ok && i.Else == nil && ends(i.Body, true) {
			p.add(r, i.Cond, false)
		}
	}
}

func (p *path) add(r *reader, cond ast.Expr, holds bool) {
	if holds && r.isRefusal(cond) || !holds && r.isAcceptance(cond) {
		if p.trigger == nil {
			p.trigger = cond
		}
	}
	join, other := token.LAND, token.LOR
	if !holds {
		join, other = other, join
	}
	p.split(cond, join, other, true)
}

// split takes a condition apart. Operands of join must all hold for the way to
// be taken, of those of other one is enough.
func (p *path) split(cond ast.Expr, join, other token.Token, alone bool) {
	if b, ok := ast.Unparen(cond).(*ast.BinaryExpr); ok && (b.Op == join || b.Op == other) {
		p.split(b.X, join, other, alone && b.Op == join)
		p.split(b.Y, join, other, alone && b.Op == join)
		return
	}
	p.atoms = append(p.atoms, atom{cond, alone})
}

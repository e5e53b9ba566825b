package gohttp

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
)

// loop: for { … } that refreshes and goes on after a refusal.
func (r *reader) loop(loop *ast.ForStmt) {
	if loop.Init != nil || loop.Post != nil || loop.Cond != nil && spell(loop.Cond) != "true" {
		return // it counts, or ends by its own condition
	}
	d := r.declOf(loop)
	if d == nil || !r.sendsIn(loop) {
		return
	}
	if r.takesNext(loop) {
		return // each turn has another request: a queue, a stream, pages
	}
	ast.Inspect(loop.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt:
			return false // its continue is another loop's
		case *ast.BranchStmt:
			if n.Tok == token.CONTINUE && n.Label == nil {
				r.again(loop, d, n)
			}
		}
		return true
	})
	if n := len(loop.Body.List); n > 1 && !ends(loop.Body, true) {
		r.again(loop, d, loop.Body.List[n-1]) // the end of the body is a continue too
	}
}

// jumpBack: what stands between a label and a goto that leads back to it is a
// loop too.
func (r *reader) jumpBack(jump *ast.BranchStmt) {
	for p := r.parent[jump]; p != nil; p = r.parent[p] {
		block, ok := p.(*ast.BlockStmt)
		if !ok {
			continue
		}
		for i, s := range block.List {
			label, ok := s.(*ast.LabeledStmt)
			if !ok || label.Label.Name != jump.Label.Name || !label.Pos().IsValid() || label.Pos() > jump.Pos() {
				continue
			}
			body := &ast.BlockStmt{Lbrace: label.Pos(), List: block.List[i:], Rbrace: block.Rbrace}
			loop := &ast.ForStmt{For: label.Pos(), Body: body}
			if d := r.declOf(jump); d != nil && r.sendsIn(loop) && !r.takesNext(loop) {
				r.parent[loop] = block
				r.again(loop, d, jump)
			}
			return
		}
	}
}

// again judges one way into the next turn.
func (r *reader) again(loop *ast.ForStmt, d *ast.FuncDecl, at ast.Stmt) {
	p := r.way(at, r.turn(loop))
	if p.trigger == nil || !r.refreshes(at, p.trigger) {
		return // not because of a refusal, or without new credentials: polling
	}
	f := &authflow.Resend{
		At:       r.span(at),
		Trigger:  r.span(p.trigger),
		Form:     authflow.Loop,
		Enters:   "the loop",
		EntersAt: r.between(loop.For, loop.For+3),
		Reenters: authflow.Yes,
		Opaque:   p.opaque || r.waits(loop),
	}
	s := &states{r: r, fn: d, f: f, loop: loop}
	s.tests(p.atoms)
	s.sets(loop.Body, at)
	if len(f.Tests) == 0 && r.parent[loop.Body] != nil {
		f.AddGuard = r.guardLoop(loop, at, p.trigger)
	}
	r.facts.Resends = append(r.facts.Resends, f)
}

// turn is what holds the statements of a loop: its body, or for one that a goto
// makes the block around it.
func (r *reader) turn(loop *ast.ForStmt) ast.Node {
	if r.parent[loop.Body] == nil {
		return r.parent[loop]
	}
	return loop.Body
}

// sendsIn reports whether a loop sends a request.
func (r *reader) sendsIn(loop *ast.ForStmt) bool {
	found := false
	ast.Inspect(loop.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			if r.requests[call] != nil || r.answersHTTP(call) {
				found = true
			} else if d, ok := r.calleeBody(call).(*ast.FuncDecl); ok {
				found = !isRefresh(call) && r.sendsWithin(d, 1)
			}
		}
		return !found
	})
	return found
}

// takesNext reports whether each turn of a loop takes something new to work on.
func (r *reader) takesNext(loop *ast.ForStmt) bool {
	found := false
	ast.Inspect(loop.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				if call, ok := n.X.(*ast.CallExpr); !ok || lastName(call.Fun) != "After" && lastName(call.Fun) != "Done" {
					found = true
				}
			}
		case *ast.CallExpr:
			words := credential.Words(lastName(n.Fun))
			if len(words) > 0 && slices.Contains([]string{"next", "scan", "recv", "receive", "read", "pop", "dequeue", "poll", "accept"}, words[0]) && lastName(n.Fun) != "ReadAll" {
				found = true
			}
		}
		return !found
	})
	return found
}

// waits reports whether a loop looks at a context or clock, which may end it.
func (r *reader) waits(loop *ast.ForStmt) bool {
	found := false
	ast.Inspect(loop.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectStmt:
			found = true
		case *ast.SelectorExpr:
			switch n.Sel.Name {
			case "Done", "Err", "Deadline", "Since", "Until", "Before", "After":
				found = true
			}
		}
		return !found
	})
	return found
}

// refreshes reports whether credentials are made new between the test for a
// refusal and the next turn.
func (r *reader) refreshes(at ast.Node, trigger ast.Node) bool {
	// The statement list that the refusal leads into.
	var scope ast.Node = at
	for p := r.parent[at]; p != nil; p = r.parent[p] {
		if r.within(trigger, p) {
			break
		}
		scope = p
	}
	found := false
	ast.Inspect(r.parent[scope], func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && call.Pos() > trigger.Pos() {
			found = found || isRefresh(call)
		}
		return !found
	})
	return found
}

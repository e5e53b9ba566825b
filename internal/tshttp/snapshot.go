package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A snapshot is a token that was read at load and is sent later. Where it was
// read the holes of a header's values know; when that code and the code that
// sends it run is told by moment.

// noteAssigned notes that a property of a name is assigned to: what it began as
// is not what it stays.
func (r *reader) noteAssigned(name string) {
	if name == "" {
		return
	}
	if r.out.assigned == nil {
		r.out.assigned = map[string]bool{}
	}
	r.out.assigned[name] = true
}

// linkSnapshots finds the tokens that are read once and kept.
func (l *linker) linkSnapshots() {
	s := snapshots{linker: l, old: map[*authflow.HeaderWrite]source.Span{}}
	for _, sh := range l.sheets {
		for _, h := range sh.headers {
			if h.fact.IsAuthorization() {
				if at := s.readOnce(h.fact.Values, h.file, h.val); at.Valid() {
					s.old[h.fact] = at
					s.candidates = append(s.candidates, candidate{h, at})
				}
			}
		}
	}
	for _, c := range s.candidates {
		s.header(c)
	}
	for _, sh := range l.sheets {
		for _, t := range sh.sockets {
			s.socket(t)
		}
	}
	slices.SortFunc(l.facts.Snapshots, func(a, b *authflow.Snapshot) int {
		switch {
		case a.At == b.At:
			return 0
		case a.At.Before(b.At):
			return -1
		}
		return 1
	})
	if slices.ContainsFunc(l.facts.Snapshots, func(s *authflow.Snapshot) bool { return !s.Renewed.Valid() }) {
		l.findReloads()
	}
}

type snapshots struct {
	*linker
	candidates []candidate
	old        map[*authflow.HeaderWrite]source.Span
}

// A candidate is a header whose token was read once, at a place.
type candidate struct {
	h  *header
	at source.Span
}

// readOnce returns the place where a value was read if all that it can be was
// read once and nothing changes it afterwards.
func (s *snapshots) readOnce(values []credential.Shape, f *module.File, val syntax.Node) (at source.Span) {
	for _, v := range values {
		held := false
		for _, p := range v {
			h := p.Hole
			if h == nil {
				continue
			}
			if !h.ReadAt.Valid() || !s.when(h.ReadAt).Once() {
				return source.Span{}
			}
			held = true
			if !at.Valid() {
				at = h.ReadAt
			}
		}
		if _, constant := v.Constant(); !held && !constant {
			return source.Span{}
		}
	}
	if at.Valid() && s.changes(at, f.Span(val)) {
		return source.Span{}
	}
	return at
}

// when says when the code at a place runs.
func (l *linker) when(at source.Span) authflow.Moment {
	f := l.reader.eval.Project.File(at.File)
	if f == nil {
		return authflow.Sometime
	}
	n := nodeAt(f, at.Start, at.End)
	if !n.OK() {
		return authflow.Sometime
	}
	return l.moment(runOf(f, n, nil))
}

// changes reports whether what holds a value that is read at a place is given
// another one later. The header's own property is not asked about: who writes it
// is known.
func (s *snapshots) changes(at, header source.Span) bool {
	f := s.reader.eval.Project.File(at.File)
	for n := nodeAt(f, at.Start, at.End); n.OK(); n = n.Parent() {
		switch n.Kind() {
		case syntax.VariableDeclarator:
			b := f.Scopes.Lookup(n.Child(syntax.FieldName))
			return b != nil && (len(b.Writes) > 0 || slices.ContainsFunc(b.Refs, isFilledLater))
		case syntax.Pair:
			name := scope.PropertyName(n.Child(syntax.FieldKey))
			if !f.Span(n).Contains(header) && s.assigned(name) {
				return true
			}
		case syntax.PublicFieldDefinition, syntax.FieldDefinition:
			return s.assigned(fieldNameOf(n)) || headersAssigned(n)
		case syntax.AssignmentExpression:
			left := n.Child(syntax.FieldLeft)
			if left.Kind() == syntax.MemberExpression && left.Child(syntax.FieldObject).Kind() == syntax.This {
				// Have: this.token = … in a constructor; more than one such is a change.
				return assignments(enclosingClass(n), left.Child(syntax.FieldProperty).Text()) > 1
			}
		}
	}
	return false
}

func (s *snapshots) assigned(name string) bool {
	return slices.ContainsFunc(s.sheets, func(sh *sheet) bool { return sh.assigned[name] })
}

// isFilledLater: the reference begins a chain of members that is assigned to.
func isFilledLater(ref syntax.Node) bool {
	n := ref
	for n.Parent().Is(syntax.MemberExpression, syntax.SubscriptExpression) && n.Parent().Child(syntax.FieldObject) == n {
		n = n.Parent()
	}
	p := n.Parent()
	return n != ref && p.Kind() == syntax.AssignmentExpression && p.Child(syntax.FieldLeft) == n
}

// headersAssigned: this.httpOptions.headers = … in the class of a field.
func headersAssigned(field syntax.Node) bool {
	name := "this." + fieldNameOf(field) + "."
	for n := range enclosingClass(field).Descendants() {
		if n.Kind() == syntax.AssignmentExpression {
			if left := n.Child(syntax.FieldLeft); len(left.Text()) > len(name) && left.Text()[:len(name)] == name {
				return true
			}
		}
	}
	return false
}

func assignments(class syntax.Node, name string) int {
	count := 0
	for n := range class.Descendants() {
		if n.Kind() == syntax.AssignmentExpression && n.Child(syntax.FieldLeft).Kind() == syntax.MemberExpression &&
			n.Child(syntax.FieldLeft).Child(syntax.FieldProperty).Text() == name {
			count++
		}
	}
	return count
}

// header makes a snapshot of a candidate that is sent later than it was read.
func (s *snapshots) header(c candidate) {
	w := c.h.fact
	out := &authflow.Snapshot{At: c.at, Token: s.spelled(c.at), When: s.when(c.at), SentAt: w.At, Renewed: s.renewed(w)}
	switch {
	case !s.when(w.At).Once():
		out.Holder = s.holder(c.at)
	case !w.Call.Valid() && w.Client != nil:
		out.Keeper = authflow.KeptByClient
		if w.Client.At.Valid() && s.holder(w.Client.At) != "" || !w.Client.At.Valid() {
			out.Holder = w.Client.Name
		}
	case s.sentLater(c.h):
		out.Holder = s.holder(w.At)
	default:
		return // sent at once, or by nobody who was seen
	}
	s.add(out)
}

// spelled is how the code spells what stands at a place.
func (l *linker) spelled(at source.Span) string {
	if f := l.reader.eval.Project.File(at.File); f != nil {
		return value.Spell(nodeAt(f, at.Start, at.End))
	}
	return ""
}

// sentLater reports whether a request in a function carries the header.
func (s *snapshots) sentLater(h *header) bool {
	return slices.ContainsFunc(s.byPlace[h.at], func(q *request) bool { return !s.when(q.fact.At).Once() })
}

// holder is the name of the variable or field that a value is kept in.
func (s *snapshots) holder(at source.Span) string {
	f := s.reader.eval.Project.File(at.File)
	for n := nodeAt(f, at.Start, at.End); n.OK(); n = n.Parent() {
		switch n.Kind() {
		case syntax.AssignmentExpression:
			return value.Spell(n.Child(syntax.FieldLeft))
		case syntax.VariableDeclarator:
			if name := n.Child(syntax.FieldName); name.Kind() == syntax.Identifier {
				return name.Text()
			}
			return ""
		case syntax.PublicFieldDefinition, syntax.FieldDefinition:
			return fieldNameOf(n)
		}
	}
	return ""
}

// renewed returns a place that puts another token on all that the client of a
// header sends. A write whose client is not known may be for any client of its
// file.
func (s *snapshots) renewed(w *authflow.HeaderWrite) source.Span {
	for _, o := range s.facts.Headers {
		if o == w || o.Call.Valid() || !o.IsAuthorization() {
			continue
		}
		if _, old := s.old[o]; old {
			continue
		}
		switch {
		case o.Client != nil && w.Client != nil:
			if o.Client != w.Client && (o.Client.At != w.Client.At || o.Client.Library != w.Client.Library) {
				continue
			}
		case o.At.File != w.At.File:
			continue
		}
		if !s.when(o.At).Once() {
			return o.At
		}
	}
	return source.Span{}
}

// add keeps one snapshot of a read, the first that nothing renews.
func (s *snapshots) add(n *authflow.Snapshot) {
	for i, o := range s.facts.Snapshots {
		if o.At == n.At {
			if o.Renewed.Valid() && !n.Renewed.Valid() {
				s.facts.Snapshots[i] = n
			}
			return
		}
	}
	s.facts.Snapshots = append(s.facts.Snapshots, n)
}

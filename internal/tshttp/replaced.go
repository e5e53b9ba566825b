package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readMapReplaced reads api.defaults.headers.common = { Authorization: … }, which
// drops the headers that axios keeps there. A literal that spreads something may
// keep them.
func (r *reader) readMapReplaced(assignment, left, right syntax.Node) {
	_, path := r.value(left).Path()
	if !slices.Equal(path, []string{"defaults", "headers", "common"}) || right.Has(syntax.SpreadElement) {
		return
	}
	root, _ := r.value(left).Path()
	c, ok := axiosClient(root)
	if !ok || !slices.ContainsFunc(slices.Collect(right.Elements()), func(m syntax.Node) bool {
		return m.Kind() == syntax.Pair && isAuthorization(r.keyName(m.Child(syntax.FieldKey)))
	}) {
		return
	}
	spelled := value.Spell(left)
	at := r.span(assignment)
	r.out.replaced = append(r.out.replaced, replaced{c.key, &authflow.ReplacedDefault{
		At: at, Map: spelled,
		Merge: []authflow.Edit{{At: at, Text: "Object.assign(" + left.Text() + ", " + right.Text() + ")"}},
	}})
}

// A replaced map waits for its client.
type replaced struct {
	key  string
	fact *authflow.ReplacedDefault
}

func (l *linker) linkReplaced(sh *sheet) {
	for _, d := range sh.replaced {
		if c := l.clients[d.key]; c != nil {
			d.fact.Client = c.fact
		}
		l.facts.Replaced = append(l.facts.Replaced, d.fact)
	}
}

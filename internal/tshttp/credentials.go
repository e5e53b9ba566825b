package tshttp

import (
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// readSpreadConfig reads what an interceptor puts on every request by making a
// new configuration: ({ ...config, withCredentials: true }).
func (r *reader) readSpreadConfig(pair syntax.Node) {
	key := pair.Child(syntax.FieldKey)
	object := pair.Parent()
	if key.Text() != "withCredentials" || !object.Has(syntax.SpreadElement) {
		return
	}
	r.out.defaults = append(r.out.defaults, setting{
		name: "withCredentials", val: r.value(pair.Child(syntax.FieldValue)), in: placeOf(r.file, pair), node: pair,
	})
}

// readFetchReplaced reads window.fetch = …: what every fetch of the page then
// sends is up to the code that replaced it.
func (r *reader) readFetchReplaced(n syntax.Node) {
	left := n.Child(syntax.FieldLeft)
	if left.Child(syntax.FieldProperty).Text() != "fetch" || !r.value(left).IsGlobal("fetch") {
		return
	}
	r.out.defaults = append(r.out.defaults, setting{
		key: "fetch", name: "withCredentials", val: value.Value{}, in: placeOf(r.file, left), node: left,
	})
}

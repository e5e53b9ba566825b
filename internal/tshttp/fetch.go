package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/ts/value"
)

func method(name string) string {
	return strings.ToUpper(strings.TrimSuffix(name, "Form"))
}

// isFetch reports whether v is the fetch of the platform, or one of the
// packages that stand in for it.
func isFetch(v value.Value) bool {
	return v.IsGlobal("fetch") || v.Kind == value.Declared && v.Name == "fetch" || v.From("default", "node-fetch", "cross-fetch", "isomorphic-fetch", "unfetch", "isomorphic-unfetch", "node-fetch-native") ||
		v.From("fetch", "cross-fetch", "undici", "whatwg-fetch", "expo/fetch", "node-fetch-native", "@tauri-apps/plugin-http")
}

// fetchCall recognizes fetch(url, init). Every fetch is of one client, which
// has no state: what two of them share is the origin alone.
func fetchCall(r *reader, v value.Value) (call, bool) {
	if !isFetch(*v.Base) && !(v.File != nil && isSvelteFile(v.File.Path) && isEventFetch(*v.Base)) {
		return call{}, false
	}
	c := call{
		client: clientRef{key: "fetch", library: "fetch", name: "fetch"},
		value:  v, url: v.Arg(0), config: v.Arg(1), configAt: 1,
	}
	if q := r.eval.Value(c.url); q.Kind == value.Call && q.New && q.Base.IsGlobal("Request") && !c.config.Node.OK() {
		c.url, c.config = q.Arg(0), q.Arg(1) // fetch(new Request(url, init))
	}
	return c, true
}

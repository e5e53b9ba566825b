package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// nuxtAxios is $axios of @nuxtjs/axios, which Nuxt hands out as this.$axios, as a
// part of its context and of useNuxtApp().
const nuxtAxios = vuePrefix + "$axios"

func isNuxtApp(v value.Value) bool {
	return v.Kind == value.Call && v.Base != nil && (v.Base.IsGlobal("useNuxtApp") || v.Base.From("useNuxtApp", "#app", "#imports", "nuxt/app"))
}

// nuxtHooks are the methods of $axios that register an interceptor.
var nuxtHooks = map[string]struct {
	stage    string
	rejected bool
}{
	"onRequest": {"request", false}, "onRequestError": {"request", true},
	"onResponse": {"response", false}, "onResponseError": {"response", true}, "onError": {"response", true},
}

// readNuxtHook reads $axios.onRequest(config => …) and its siblings.
func (r *reader) readNuxtHook(n syntax.Node, callee value.Value) {
	if callee.Kind != value.Member || !strings.HasPrefix(callee.Name, "on") {
		return
	}
	hook, ok := nuxtHooks[callee.Name]
	if !ok {
		return
	}
	c, ok := vueClient(*callee.Base)
	if !ok || c.key != nuxtAxios {
		return
	}
	if fn := r.value(firstOf(n.Child(syntax.FieldArguments))); fn.Kind == value.Function {
		r.handler(fn, c.key, hook.stage, hook.rejected, c.name, 0)
	}
}

// readProvided reads what a plugin of Nuxt provides: { provide: { api } }.
func (r *reader) readProvided(provided syntax.Node) {
	for m := range provided.Elements() {
		switch m.Kind() {
		case syntax.Pair:
			r.addGlobal("$"+r.keyName(m.Child(syntax.FieldKey)), m.Child(syntax.FieldValue))
		case syntax.ShorthandPropertyIdentifier:
			r.addGlobal("$"+m.Text(), m)
		}
	}
}

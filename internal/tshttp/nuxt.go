package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
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
		if h := r.readHandler(fn, stageOf(hook.stage, hook.rejected), c.key, c.name); h != nil && !fn.Node.Has(syntax.Async) {
			keepWhatCame(h)
		}
		r.readResponsesIn(fn)
		r.handler(fn, c.key, hook.stage, hook.rejected, c.name, 0)
	}
}

// keepWhatCame: Nuxt goes on with what the hook was given where that returns
// nothing. The promise of an async hook is never nothing.
func keepWhatCame(h *authflow.Handler) {
	for _, e := range h.Exits {
		switch {
		case e.Gives != authflow.GivesNothing && (e.Gives != authflow.GivesConstant || !slices.Contains(falsy, e.Value)):
		case h.Stage == authflow.BeforeRequest || h.Stage == authflow.OnAnswer:
			e.Gives, e.Part = authflow.GivesInput, ""
		default:
			e.Gives, e.Same = authflow.GivesRejection, authflow.Yes
		}
	}
}

// falsy are the constants that Nuxt takes for nothing.
var falsy = []string{"false", "null", "0", "''", `""`}

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

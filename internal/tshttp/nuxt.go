package tshttp

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
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

// isNuxtCookie: useCookie('token') of Nuxt, a ref whose value is undefined where
// there is no such cookie.
func isNuxtCookie(v value.Value) bool {
	return v.Kind == value.Call && (v.Base.IsGlobal("useCookie") || v.Base.From("useCookie", "#app", "#imports", "nuxt/app"))
}

// cookieHasDefault: useCookie('token', { default: () => ” }), or options that are not
// seen.
func cookieHasDefault(cookie value.Value) bool {
	options := firstOf(cookie.Node.Child(syntax.FieldArguments)).Next()
	if options.Kind() != syntax.Object {
		return options.OK()
	}
	for m := range options.Elements() {
		switch m.Kind() {
		case syntax.Pair, syntax.MethodDefinition:
			if m.First().Text() == "default" {
				return true
			}
		default:
			return true // a spread, which may hold one
		}
	}
	return false
}

// isNuxtPlugin: what defineNuxtPlugin is given runs once, when the application
// starts; on a server it does so for each page.
func isNuxtPlugin(f *module.File, fn syntax.Node) bool {
	if strings.Contains(filepath.Base(f.Path), ".server.") {
		return false
	}
	given := fn
	if calledAs(fn) == "setup" { // defineNuxtPlugin({ setup() { … } })
		for given.Is(syntax.ArrowFunction, syntax.FunctionExpression, syntax.Pair, syntax.MethodDefinition) {
			given = given.Parent()
		}
	}
	return given.Parent().Kind() == syntax.Arguments && calleeName(given.Parent().Parent()) == "defineNuxtPlugin"
}

package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// In Vue a client is often a property of every component: Vue.prototype.$http =
// axios, app.config.globalProperties.$api = api, app.use(VueAxios, axios),
// app.provide('axios', api). A component names it without an import, so which
// client this.$http is shows only when all files are read; until then it is
// known by its name, and where nobody sets it, it is no client.

const vuePrefix = "vue."

// vueClient recognizes this.$http in a component, Vue.axios and inject('axios').
func vueClient(v value.Value) (clientRef, bool) {
	name := ""
	switch {
	case v.Kind == value.Member && mayBeClient(v.Name):
		base := *v.Base
		inComponent := base.Kind == value.Object && base.Name == "this" || base.Kind == value.Instance || base.Kind == value.Unknown && base.Node.Kind() == syntax.This
		if inComponent || base.From("default", "vue") {
			name = v.Name
		}
	case v.Kind == value.Call && v.Base != nil && v.Base.From("inject", "vue") && v.Node.Kind() == syntax.CallExpression:
		if arg := v.Arg(0); arg.Node.Kind() == syntax.String {
			name = strings.Trim(arg.Node.Text(), `'"`)
		}
	}
	if name == "" {
		return clientRef{}, false
	}
	return clientRef{key: vuePrefix + name, library: "axios", name: name}, true
}

// mayBeClient lists the names that plugins and projects give to such a property.
func mayBeClient(name string) bool {
	switch name {
	case "$http", "$axios", "axios", "$api", "$request", "$client", "$ajax", "$rest":
		return true
	}
	return false
}

// A global is a client that every component has under a name.
type global struct {
	name   string
	client clientRef
}

// readVueGlobal reads Vue.prototype.$http = axios.
func (r *reader) readVueGlobal(left, right syntax.Node) {
	object := left.Child(syntax.FieldObject)
	if p := object.Child(syntax.FieldProperty).Text(); left.Kind() == syntax.MemberExpression && (p == "prototype" || p == "globalProperties") {
		r.addGlobal(left.Child(syntax.FieldProperty).Text(), right)
	}
}

func (r *reader) addGlobal(name string, val syntax.Node) {
	if c, ok := axiosClient(r.value(val)); ok && !strings.HasPrefix(c.key, vuePrefix) {
		r.out.globals = append(r.out.globals, global{name, c})
	}
}

// readVueUse reads app.use(VueAxios, axios) and app.provide('axios', axios).
func (r *reader) readVueUse(n syntax.Node) {
	first := firstOf(n.Child(syntax.FieldArguments))
	second := first.Next()
	if !second.OK() {
		return
	}
	switch calleeName(n) {
	case "use":
		if r.value(first).From("default", "vue-axios") {
			r.addGlobal("axios", second)
			r.addGlobal("$http", second)
		}
	case "provide":
		if name, ok := r.value(first).Constant(); ok {
			r.addGlobal(name, second)
		}
	}
}

// resolveGlobals turns the names of components' clients into the clients, and
// drops what goes through a name that nobody set.
func (l *linker) resolveGlobals() {
	known := map[string]clientRef{}
	for _, sh := range l.sheets {
		for _, g := range sh.globals {
			if _, ok := known[vuePrefix+g.name]; !ok {
				known[vuePrefix+g.name] = g.client
			}
		}
	}
	for _, sh := range l.sheets {
		dropped := map[*request]bool{}
		kept := sh.requests[:0]
		for _, q := range sh.requests {
			if strings.HasPrefix(q.client.key, vuePrefix) {
				c, ok := known[q.client.key]
				if !ok && q.client.key == vuePrefix+"$axios" && l.reader.eval.Project.Dependencies(sh.file.Path)["@nuxtjs/axios"] {
					c, ok = clientRef{key: "@nuxtjs/axios", library: "axios", name: "$axios"}, true
				}
				if !ok {
					dropped[q] = true
					continue
				}
				q.client = c
			}
			kept = append(kept, q)
		}
		sh.requests = kept
		answers := sh.answers[:0]
		for _, a := range sh.answers {
			if !dropped[a.of] {
				answers = append(answers, a)
			}
		}
		sh.answers = answers
		for i, in := range sh.interceptors {
			if c, ok := known[in.key]; ok {
				sh.interceptors[i].key = c.key
			}
		}
		for i, s := range sh.defaults {
			if c, ok := known[s.key]; ok {
				sh.defaults[i].key = c.key
			}
		}
		for _, h := range sh.headers {
			if c, ok := known[h.key]; ok {
				h.key = c.key
			}
		}
	}
}

package tshttp

import (
	"slices"
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
	case v.Kind == value.Member && v.Name == "$axios" && v.Base.Kind != value.External, v.Kind == value.Member && strings.HasPrefix(v.Name, "$") && isNuxtApp(*v.Base):
		name = v.Name
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
	if c, ok := clientOf(r.value(val)); ok && !strings.HasPrefix(c.key, vuePrefix) {
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
			r.addGlobal("$"+name, second) // as Nuxt calls it
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
		l.resolveSheet(sh, func(key string) (clientRef, bool) {
			c, ok := known[key]
			switch {
			case ok:
			case key == nuxtAxios && l.reader.eval.Project.Dependencies(sh.file.Path)["@nuxtjs/axios"]:
				c, ok = clientRef{key: "@nuxtjs/axios", library: "axios", name: "$axios"}, true
			case key == vuePrefix+axiosHooks:
				c, ok = clientRef{key: "axios", library: "axios", name: "axios"}, true
			}
			return c, ok
		})
	}
}

// resolveSheet puts the clients that named finds in the place of their names.
func (l *linker) resolveSheet(sh *sheet, named func(key string) (clientRef, bool)) {
	dropped := map[*request]bool{}
	sh.requests = slices.DeleteFunc(sh.requests, func(q *request) bool {
		if !strings.HasPrefix(q.client.key, vuePrefix) {
			return false
		}
		c, ok := named(q.client.key)
		if ok {
			q.client = c
		} else {
			dropped[q] = true
		}
		return !ok
	})
	sh.answers = slices.DeleteFunc(sh.answers, func(a *answer) bool { return dropped[a.of] })
	for i, in := range sh.interceptors {
		if c, ok := named(in.key); ok {
			sh.interceptors[i].key = c.key
		}
	}
	for i, h := range sh.handlers {
		if c, ok := named(h.key); ok {
			sh.handlers[i].key = c.key
		}
	}
	for i, s := range sh.defaults {
		if c, ok := named(s.key); ok {
			sh.defaults[i].key = c.key
		}
	}
	for _, h := range sh.headers {
		if c, ok := named(h.key); ok {
			h.key = c.key
		}
	}
}

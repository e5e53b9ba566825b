package tshttp

import "github.com/authlint/authlint/internal/ts/value"

// Hooks that send through axios: useAxios of axios-hooks takes a URL or a
// configuration, that of VueUse a URL and then a configuration, an instance or
// both. What they answer comes by the state of the component.

func axiosHook(r *reader, v value.Value) (call, bool) {
	base := *v.Base
	c := call{client: clientRef{key: "axios", library: "axios", name: "axios"}, value: v, config: v.Arg(0), inConfig: true, byEvent: true, configAt: -1}
	switch {
	case base.From("default", "axios-hooks"):
		c.client.key = vuePrefix + axiosHooks
		return c, true
	case base.Kind == value.Call && base.Base != nil && base.Base.From("makeUseAxios", "axios-hooks"):
		options := r.eval.Value(base.Arg(0))
		if made, ok := axiosClient(r.eval.Prop(options, "axios", options.File, options.Node)); ok {
			c.client = made
		}
		return c, true
	case base.From("useAxios", "@vueuse/integrations", "@vueuse/integrations/useAxios"):
		c.url, c.config, c.inConfig, c.configAt = v.Arg(0), v.Arg(1), false, 1
		for _, i := range []int{1, 2} {
			if made, ok := axiosClient(r.eval.Value(v.Arg(i))); ok {
				c.client = made
				if i == 1 {
					c.config, c.configAt = value.Operand{}, -1
				}
			}
		}
		return c, true
	}
	return call{}, false
}

// readHooksConfigured reads configure({ axios: api }): what every useAxios of
// axios-hooks then sends through.
func (r *reader) readHooksConfigured(v value.Value) {
	if v.Kind != value.Call || v.Base == nil || !v.Base.From("configure", "axios-hooks") {
		return
	}
	options := r.eval.Value(v.Arg(0))
	if c, ok := axiosClient(r.eval.Prop(options, "axios", options.File, options.Node)); ok {
		r.out.globals = append(r.out.globals, global{axiosHooks, c})
	}
}

// axiosHooks names the client of the hooks of axios-hooks.
const axiosHooks = "axios-hooks"

package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// runs returns the functions of the project that a call leads to: the ones it
// calls, and those that a store runs for it.
func (r *reader) runs(f *module.File, call syntax.Node, callee value.Value) []value.Value {
	var out []value.Value
	for _, c := range callee.Alternatives() {
		switch {
		case c.Kind == value.Function:
			out = append(out, c)
		case c.Kind == value.Call && c.Base != nil && createsThunk(*c.Base):
			// Have: const refresh = createAsyncThunk('refresh', async () => …), and refresh() is dispatched.
			if fn := r.eval.Value(c.Arg(1)); fn.Kind == value.Function {
				out = append(out, fn)
			}
		case c.Kind == value.Member && c.Name == "dispatch" && c.Base.Kind == value.Call:
			if name, ok := r.eval.Eval(f, firstOf(call.Child(syntax.FieldArguments)), nil).Constant(); ok {
				if fn := r.vuexAction(*c.Base, name); fn.Kind == value.Function {
					out = append(out, fn)
				}
			}
		}
	}
	return out
}

func createsThunk(v value.Value) bool {
	return v.From("createAsyncThunk", "@reduxjs/toolkit") || v.Kind == value.Call && v.Base != nil && v.Base.Kind == value.Member &&
		v.Base.Name == "withTypes" && v.Base.Base.From("createAsyncThunk", "@reduxjs/toolkit")
}

// vuexAction finds the action that store.dispatch('auth/refresh') runs, in the
// options that the store was made with.
func (r *reader) vuexAction(store value.Value, name string) value.Value {
	root, path := store.Base.Path()
	made := store.Base.From("createStore", "vuex") || store.New && (store.Base.From("Store", "vuex") || root.From("default", "vuex") && len(path) == 1 && path[0] == "Store")
	if !made {
		return value.Value{}
	}
	options := r.eval.Value(store.Arg(0))
	parts := strings.Split(name, "/")
	for _, m := range parts[:len(parts)-1] {
		modules := r.prop(options, "modules")
		options = r.prop(modules, m)
	}
	action := r.prop(r.prop(options, "actions"), parts[len(parts)-1])
	if action.Kind == value.Object { // { root: true, handler() { … } }
		return r.prop(action, "handler")
	}
	return action
}

func (r *reader) prop(v value.Value, name string) value.Value {
	if v.Kind != value.Object {
		return value.Value{}
	}
	return r.eval.Prop(v, name, v.File, v.Node)
}

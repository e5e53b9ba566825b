package value

// storeAction evaluates a function of a store: useAuth().refresh of Pinia,
// useAuth.getState().refresh of Zustand. What else a store holds changes, so it
// stays what the store hands out.
func (e *Evaluator) storeAction(v Value, name string) (Value, bool) {
	if v.Base == nil {
		return Value{}, false
	}
	store := *v.Base
	if store.Kind == Member && store.Name == "getState" {
		store = *store.Base
	}
	if store.Kind != Call || store.Base == nil || store.New {
		return Value{}, false
	}
	var action Value
	switch made := *store.Base; {
	case made.From("defineStore", "pinia"):
		definition := e.Value(store.Arg(1))
		if definition.Kind != Object && definition.Kind != Function {
			definition = e.Value(store.Arg(0))
		}
		if definition.Kind == Object {
			actions := e.Prop(definition, "actions", definition.File, definition.Node)
			if actions.Kind != Object {
				return Value{}, false
			}
			action = e.Prop(actions, name, actions.File, actions.Node)
			break
		}
		action = e.initialState(definition, name)
	case zustand(made), made.Kind == Call && made.Base != nil && zustand(*made.Base): // create(…), create<State>()(…)
		init := e.Value(store.Arg(0))
		for range 4 { // persist(…), devtools(…)
			if init.Kind != Call || init.Base == nil || init.Base.Kind != External {
				break
			}
			init = e.Value(init.Arg(0))
		}
		action = e.initialState(init, name)
	}
	return action, action.Kind == Function
}

func zustand(v Value) bool {
	return v.From("create", "zustand") || v.From("default", "zustand") || v.From("createStore", "zustand", "zustand/vanilla")
}

// initialState evaluates a property of the object that a function makes.
func (e *Evaluator) initialState(fn Value, name string) Value {
	if fn.Kind != Function {
		return Value{}
	}
	made := e.Invoke(fn, nil, Operand{File: fn.File, Node: fn.Node, Env: fn.Env})
	if made.Kind != Object {
		return Value{}
	}
	return e.Prop(made, name, made.File, made.Node)
}

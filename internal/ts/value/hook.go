package value

import "strings"

// handBack lists the functions of packages that hand back what they are given,
// or an object that stands for it.
var handBack = map[string][]string{
	"useCallback": {"react", "preact/hooks"}, "memo": {"react"}, "markRaw": {"vue"},
	// Plugins of axios: each hands back the client that it extends.
	"setupCache": {"axios-cache-interceptor"},
	"wrapper":    {"axios-cookiejar-support"},
	"default":    {"axios-case-converter", "axios-rate-limit", "axios-cookiejar-support", "axios-better-stacktrace"},
}

// hook evaluates the functions of frameworks that hand back what they are given.
func (e *Evaluator) hook(callee Value, args []Operand, site Operand) (Value, bool) {
	arg, ok := argument(args, 0)
	if !ok {
		return Value{}, false
	}
	if packages := handBack[callee.Name]; len(packages) > 0 && callee.From(callee.Name, packages...) {
		return e.Value(arg), true
	}
	switch {
	case callee.From("useMemo", "react", "preact/hooks"):
		return e.inline(arg, site)
	case callee.From("useContext", "react"):
		// What a context is made with, where that is something made: a client. A
		// token begins as null or ''.
		if made := e.Value(arg); made.Kind == Call && made.Base.From("createContext", "react") {
			v := e.Value(made.Arg(0))
			return v, v.Kind == Call
		}
	case callee.From("inject", "@angular/core"):
		v := e.instanceOf(e.Value(arg), site.File, site.Node)
		return v, v.Kind != Unknown
	}
	return Value{}, false
}

// inline calls a function that a hook is given where it stands: what it makes is
// one thing for each call of the function around.
func (e *Evaluator) inline(arg, site Operand) (Value, bool) {
	fn := e.Value(arg)
	if fn.Kind != Function {
		return Value{}, false
	}
	env := e.Enter(fn, nil, Operand{Env: site.Env})
	if env == nil {
		return Value{}, false
	}
	return e.returned(fn, env), true
}

// pathOf evaluates .pathname of new URL(path, base) where path begins with a
// slash, as generated clients put their paths together.
func (e *Evaluator) pathOf(v Value, name string) (Value, bool) {
	if name != "pathname" || !v.New || !v.Base.IsGlobal("URL") {
		return Value{}, false
	}
	path := e.Value(v.Arg(0))
	if path.Kind != Text {
		return Value{}, false
	}
	for _, s := range path.Shapes {
		if p := s.Prefix(); !strings.HasPrefix(p, "/") || strings.HasPrefix(p, "//") || strings.ContainsAny(s.String(), "?#") {
			return Value{}, false
		}
	}
	return path, true
}

// keptIn evaluates .current of what useRef made, where that is something made:
// a client.
func (e *Evaluator) keptIn(v Value, name string) (Value, bool) {
	if name != "current" || v.Base == nil || !v.Base.From("useRef", "react", "preact/hooks") {
		return Value{}, false
	}
	made := e.Value(v.Arg(0))
	return made, made.Kind == Call
}

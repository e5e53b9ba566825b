package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// A unit is what a number of time counts.
type unit uint8

const (
	noUnit unit = iota
	seconds
	millis
)

// maxTimed bounds the code of an expression that is read for its unit, in bytes.
const maxTimed = 300

// readUnits reads exp < Date.now() and Date.now() + expires_in.
func (r *reader) readUnits(n syntax.Node) {
	form := authflow.Compared
	switch n.Operator() {
	case "<", ">", "<=", ">=", "-":
	case "+":
		form = authflow.Added
	default:
		return
	}
	if n.End()-n.Start() > maxTimed || !speaksOfTime(n.Text()) {
		return
	}
	left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
	l, rt := r.unitOf(r.file, left, nil, 0), r.unitOf(r.file, right, nil, 0)
	switch {
	case l == seconds && rt == millis:
		r.mixed(n, left, form)
	case l == millis && rt == seconds:
		r.mixed(n, right, form)
	}
}

// readDate reads new Date(exp).
func (r *reader) readDate(n syntax.Node, callee value.Value) {
	arg := firstOf(n.Child(syntax.FieldArguments))
	if (callee.IsGlobal("Date") || dateLibrary(callee)) && !arg.Next().OK() && r.unitOf(r.file, arg, nil, 0) == seconds {
		r.mixed(n, arg, authflow.Dated)
	}
}

// dateLibrary: moment(n) and dayjs(n) take milliseconds, as Date does.
func dateLibrary(callee value.Value) bool {
	return callee.From("default", "moment", "dayjs") || callee.From("*", "moment", "dayjs")
}

// readTimer reads setTimeout(refresh, expires_in).
func (r *reader) readTimer(n syntax.Node, callee value.Value) {
	if dateLibrary(callee) {
		r.readDate(n, callee)
		return
	}
	if !callee.IsGlobal("setTimeout") && !callee.IsGlobal("setInterval") {
		return
	}
	if delay := firstOf(n.Child(syntax.FieldArguments)).Next(); r.unitOf(r.file, delay, nil, 0) == seconds {
		r.mixed(delay, delay, authflow.Timed)
	}
}

// isSigner: new SignJWT(claims) of jose, with what is called on it.
func isSigner(v value.Value) bool {
	for v.Kind == value.Call && v.Base.Kind == value.Member {
		v = *v.Base.Base
	}
	return v.Kind == value.Call && v.Base.From("SignJWT", "jose")
}

// readSigned reads jwt.sign({ exp: Date.now() + … }, key).
func (r *reader) readSigned(n syntax.Node, callee value.Value) {
	if callee.Kind == value.Member && callee.Name == "setExpirationTime" {
		// Have: new SignJWT(claims).setExpirationTime(Date.now() + …) of jose
		if arg := firstOf(n.Child(syntax.FieldArguments)); isSigner(*callee.Base) && r.unitOf(r.file, arg, nil, 0) == millis && !r.value(arg).New { // jose converts a Date
			r.out.units = append(r.out.units, &authflow.UnitMix{At: r.span(arg), Seconds: "exp", Form: authflow.Issued})
		}
		return
	}
	if !fromPackage(callee, "jsonwebtoken") {
		return
	}
	claims := r.value(firstOf(n.Child(syntax.FieldArguments)))
	if claims.File != r.file {
		return
	}
	for m := range claims.Node.Elements() {
		val := m.Child(syntax.FieldValue)
		if scope.PropertyName(m.Child(syntax.FieldKey)) == "exp" && r.unitOf(r.file, val, nil, 0) == millis {
			r.out.units = append(r.out.units, &authflow.UnitMix{At: r.span(val), Seconds: "exp", Form: authflow.Issued})
		}
	}
}

func (r *reader) mixed(at, inSeconds syntax.Node, form authflow.UnitForm) {
	m := &authflow.UnitMix{At: r.span(at), Seconds: value.Spell(inSeconds), Form: form, ByHand: r.decodedByHand(inSeconds)}
	if r.divided(r.file, inSeconds, nil, 0) {
		m.Form = authflow.Overscaled
	} else {
		m.Scale = r.scale(inSeconds)
	}
	r.out.units = append(r.out.units, m)
}

// scale multiplies seconds by 1000.
func (r *reader) scale(n syntax.Node) *authflow.Edit {
	if n.Is(syntax.BinaryExpression, syntax.AsExpression) {
		return &authflow.Edit{At: r.span(n), Text: "(" + n.Text() + ") * 1000"}
	}
	return insertAfter(r.file, n, " * 1000")
}

// divided: the seconds are those of a clock that was divided, rounded or not.
func (r *reader) divided(f *module.File, n syntax.Node, env *value.Env, depth int) bool {
	if n.Kind() == syntax.BinaryExpression {
		return r.unitOf(f, n.Child(syntax.FieldLeft), env, depth) == millis
	}
	v := r.eval.Eval(f, n, env)
	if depth > maxWalk || v.File == nil {
		return false
	}
	if rounds(v) {
		arg := v.Arg(0)
		return r.divided(arg.File, arg.Node, arg.Env, depth+1)
	}
	return v.Node != n && r.divided(v.File, v.Node, v.Env, depth+1)
}

// decodedByHand: what is in seconds was cut out of a token with JSON.parse.
func (r *reader) decodedByHand(n syntax.Node) bool {
	root, _ := r.value(n).Path()
	return root.Kind == value.Call && root.Base.Kind == value.Member && root.Base.Name == "parse"
}

func speaksOfTime(text string) bool {
	return strings.Contains(text, "Date") || strings.Contains(text, "ow") || strings.Contains(text, "ime") || strings.Contains(text, "xp")
}

// unitOf says what an expression counts, noUnit where it does not flow from a
// token or a clock.
func (r *reader) unitOf(f *module.File, n syntax.Node, env *value.Env, depth int) unit {
	if depth > maxWalk {
		return noUnit
	}
	switch n.Kind() {
	case syntax.ParenthesizedExpression, syntax.NonNullExpression, syntax.AsExpression:
		return r.unitOf(f, firstOf(n), env, depth)
	case syntax.UnaryExpression:
		return r.unitOf(f, n.Child(syntax.FieldArgument), env, depth+1)
	case syntax.BinaryExpression:
		return r.unitOfSum(f, n, env, depth)
	}
	v := r.eval.Eval(f, n, env)
	switch v.Kind {
	case value.Member:
		return r.unitOfMember(v)
	case value.Call:
		return r.unitOfCall(v, depth)
	case value.Unknown:
		if v.Node.Is(syntax.BinaryExpression, syntax.UnaryExpression) {
			return r.unitOf(v.File, v.Node, v.Env, depth+1)
		}
	}
	return noUnit
}

func (r *reader) unitOfSum(f *module.File, n syntax.Node, env *value.Env, depth int) unit {
	left, right := n.Child(syntax.FieldLeft), n.Child(syntax.FieldRight)
	l, rt := r.unitOf(f, left, env, depth+1), r.unitOf(f, right, env, depth+1)
	switch n.Operator() {
	case "*":
		if l == seconds && isThousand(right) || rt == seconds && isThousand(left) {
			return millis
		}
	case "/":
		if l == millis && isThousand(right) {
			return seconds
		}
		if l == seconds && isThousand(right) {
			return seconds // and less: it is no better against milliseconds
		}
	case "+", "-":
		if l == rt || rt == noUnit {
			return l
		}
		if l == noUnit {
			return rt
		}
	}
	return noUnit
}

func isThousand(n syntax.Node) bool {
	t := strings.ReplaceAll(n.Text(), "_", "")
	return t == "1000" || t == "1e3"
}

// unitOfMember: the exp, iat and nbf of a decoded token, and expires_in of the
// answer to a request.
func (r *reader) unitOfMember(v value.Value) unit {
	root, path := v.Path()
	if root.Kind != value.Call {
		return noUnit
	}
	switch last := path[len(path)-1]; {
	case (last == "exp" || last == "iat" || last == "nbf") && (len(path) == 1 || path[0] == "payload") && r.isDecoded(root):
		return seconds
	case last == "expires_in":
		for _, c := range carried(v) {
			if _, ok := r.sends(c); ok {
				return seconds
			}
		}
	}
	return noUnit
}

// isDecoded recognizes what the packages for tokens decode, and
// JSON.parse(atob(token.split('.')[1])).
func (r *reader) isDecoded(v value.Value) bool {
	base := *v.Base
	switch {
	case fromPackage(base, "jwt-decode"), fromPackage(base, "jsonwebtoken"), base.From("decodeJwt", "jose"), base.From("jwtVerify", "jose"):
		return true
	case base.Kind == value.Member && base.Name == "parse":
		// Only what is cut out of a token of three parts is decoded so; of two parts
		// are those that projects make up, often in milliseconds.
		text := strings.ReplaceAll(v.Arg(0).Node.Text(), " ", "")
		return (strings.Contains(text, "atob(") || strings.Contains(text, "Buffer.from(")) && (strings.Contains(text, "split('.')[1]") || strings.Contains(text, `split(".")[1]`))
	}
	return false
}

// readOwnExpiry notes an exp in milliseconds that the project itself writes: what
// it then takes apart by hand may be that.
func (r *reader) readOwnExpiry(pair syntax.Node) {
	if calleeName(pair.Parent().Parent().Parent()) == "sign" {
		return // judged where it is signed
	}
	val := pair.Child(syntax.FieldValue)
	if val.End()-val.Start() < maxTimed && speaksOfTime(val.Text()) && r.unitOf(r.file, val, nil, 0) == millis {
		r.out.ownExpiry = true
	}
}

// linkUnits leaves out what is taken apart by hand where the project writes such
// tokens itself, in milliseconds.
func (l *linker) linkUnits() {
	own := slices.ContainsFunc(l.sheets, func(sh *sheet) bool { return sh.ownExpiry })
	for _, sh := range l.sheets {
		for _, m := range sh.units {
			if !m.ByHand || !own {
				l.facts.Units = append(l.facts.Units, m)
			}
		}
	}
}

// fromPackage reports whether v is an export of a package or a member of it.
func fromPackage(v value.Value, name string) bool {
	for v.Kind == value.Member {
		v = *v.Base
	}
	return v.Kind == value.External && v.Module == name
}

// unitOfCall: the clock, and what rounds.
func (r *reader) unitOfCall(v value.Value, depth int) unit {
	base := *v.Base
	switch {
	case base.IsGlobal("Date"):
		return millis // compared, a Date is its milliseconds
	case base.Kind == value.Member && base.Name == "now" && base.Base.IsGlobal("Date"):
		return millis
	case base.Kind == value.Member && (base.Name == "getTime" || base.Name == "valueOf") && base.Base.Kind == value.Call && base.Base.Base.IsGlobal("Date"):
		return millis
	case rounds(v):
		arg := v.Arg(0)
		return r.unitOf(arg.File, arg.Node, arg.Env, depth+1)
	}
	return noUnit
}

// rounds: a call that leaves a number what it counts.
func rounds(v value.Value) bool {
	if v.Kind != value.Call || v.Arg(0).File == nil {
		return false
	}
	base := *v.Base
	return base.IsGlobal("Number") || base.Kind == value.Member && base.Base.IsGlobal("Math") && slices.Contains(roundings, base.Name)
}

var roundings = []string{"floor", "round", "ceil", "trunc"}

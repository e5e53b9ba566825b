package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// losses says what two refreshes at once cost: the second sends a refresh token
// that the first has replaced, and its failure ends the session.
func (r *reader) losses(out *authflow.RefreshStart, hops []hop) {
	for _, k := range hops {
		for n := range k.fn.Descendants() {
			switch {
			case !out.Rotates.Valid() && r.keepsRefreshToken(n):
				out.Rotates = k.file.Span(n)
			case !out.LogsOut.Valid() && n.Start() > k.call.Start() && endsSession(n) && onFailure(n, k.call):
				out.LogsOut = k.file.Span(n)
			}
		}
	}
}

// keeping begin the names of functions that keep what they are given.
var keeping = []string{"set", "save", "store", "update", "persist", "write", "put", "dispatch", "commit", "patch", "login", "add", "sync", "keep", "on"}

// keepsRefreshToken reads what replaces the stored refresh token:
// setItem('refresh_token', …), setTokens({ refreshToken: … }), this.refreshToken
// = ….
func (r *reader) keepsRefreshToken(n syntax.Node) bool {
	switch n.Kind() {
	case syntax.AssignmentExpression:
		right := n.Child(syntax.FieldRight)
		return credential.IsRefreshTokenName(propertyOf(n.Child(syntax.FieldLeft)).Text()) && n.Child(syntax.FieldLeft).Kind() == syntax.MemberExpression &&
			!right.Is(syntax.Null, syntax.Undefined, syntax.String)
	case syntax.CallExpression:
		words := credential.Words(calleeName(n))
		if len(words) == 0 || !slices.Contains(keeping, words[0]) || len(words) == 1 && words[0] == "on" {
			return false // on('refreshToken', …) listens
		}
		args := elements(n.Child(syntax.FieldArguments))
		if len(args) == 0 || slices.ContainsFunc(args, func(a syntax.Node) bool { return a.Is(syntax.Null) || a.Text() == "''" || a.Text() == `""` }) {
			return false
		}
		if credential.IsRefreshTokenName(calleeName(n)) {
			return true
		}
		return anyBelow(n.Child(syntax.FieldArguments), func(m syntax.Node) bool {
			return m.Is(syntax.Identifier, syntax.PropertyIdentifier, syntax.ShorthandPropertyIdentifier, syntax.StringFragment) &&
				credential.IsRefreshTokenName(m.Text()) && !called(m)
		})
	}
	return false
}

// called: the name is that of a function which is called: dispatch(refreshToken()).
func called(m syntax.Node) bool {
	p := m.Parent()
	if p.Kind() == syntax.MemberExpression {
		m, p = p, p.Parent()
	}
	return p.Child(syntax.FieldFunction) == m
}

// endsSession reads what gives a session up: logout(), removeItem('token'),
// location.href = '/login'.
func endsSession(n syntax.Node) bool {
	switch n.Kind() {
	case syntax.AssignmentExpression:
		return loadsPage(n) && speaksOfLoginPage(n.Child(syntax.FieldRight))
	case syntax.CallExpression:
		name := calleeName(n)
		words := credential.Words(name)
		has := func(list ...string) bool {
			return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
		}
		switch {
		case authflow.PurposeOfName(name) == authflow.Logout, has("logout", "signout", "loggedout"), has("log", "sign", "logged", "signed") && has("out"):
			return true
		case has("clear", "remove", "delete", "reset", "destroy", "purge", "revoke", "expire", "invalidate") && has("token", "tokens", "auth", "session", "storage", "user", "credentials", "login", "cookies"):
			return true
		case name == "removeItem" || name == "remove" || name == "deleteItemAsync":
			return speaksOfToken(n.Child(syntax.FieldArguments).Text())
		case name == "clear":
			return strings.Contains(n.Child(syntax.FieldFunction).Text(), "torage")
		case n.Child(syntax.FieldFunction).Child(syntax.FieldObject).Text() == "Object":
			return false
		case slices.Contains([]string{"push", "replace", "navigate", "navigateTo", "redirect", "assign", "navigateByUrl", "reLaunch", "redirectTo"}, name):
			return speaksOfLoginPage(n.Child(syntax.FieldArguments))
		}
	}
	return false
}

func speaksOfLoginPage(n syntax.Node) bool {
	text := strings.ToLower(n.Text())
	return strings.Contains(text, "login") || strings.Contains(text, "signin") || strings.Contains(text, "sign-in") || strings.Contains(text, "auth")
}

// onFailure: the place is not in another branch than the call that refreshes,
// so it is reached after that.
func onFailure(n, call syntax.Node) bool {
	for p := n.Parent(); p.OK(); p = p.Parent() {
		if p.Contains(call) {
			// Have: if (401) { refresh() } else { logout() }
			return !p.Child(syntax.FieldConsequence).Contains(call) && p.Kind() != syntax.SwitchBody
		}
	}
	return false
}

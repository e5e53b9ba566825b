package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/value"
)

// Keys that libraries write by themselves: the project reads what it never
// wrote, and that is right.

// ownedKeys are the beginnings of the keys of libraries, with their owners.
// Those that end in | are whole keys.
var ownedKeys = []struct{ begins, owner string }{
	{"sb-", "Supabase"}, {"supabase.auth.token|", "Supabase"},
	{"@@auth0", "Auth0"}, {"a0.", "Auth0"},
	{"firebase:", "Firebase"},
	{"CognitoIdentityServiceProvider", "Amplify"}, {"aws-amplify", "Amplify"}, {"amplify-", "Amplify"},
	{"msal.", "MSAL"}, {"oidc.", "oidc-client"}, {"kc-", "Keycloak"}, {"okta-", "Okta"},
	{"__clerk_", "Clerk"}, {"clerk-", "Clerk"}, {"next-auth.", "NextAuth"}, {"nextauth.", "NextAuth"},
	{"auth._", "@nuxtjs/auth"}, {"auth_token_default|", "vue-auth"}, {"vue-authenticate.", "vue-authenticate"},
	{"feathers-jwt|", "Feathers"}, {"satellizer_token|", "Satellizer"}, {"$LoopBack$", "LoopBack"}, {"Parse/", "Parse"}, {"pocketbase_auth|", "PocketBase"},
	{"persist:", "redux-persist"}, {"ngStorage-", "ngStorage"}, {"ngx-webstorage", "ngx-webstorage"},
}

// dependencyKeys are keys of plain names, which are a library's where the project
// depends on it.
var dependencyKeys = map[string]string{
	"access_token": "angular-oauth2-oidc", "id_token": "angular-oauth2-oidc", "refresh_token": "angular-oauth2-oidc",
}

// ownerOf returns the library that writes a key by itself; empty for the
// project's own.
func (l *linker) ownerOf(key, file string) string {
	for _, k := range ownedKeys {
		if whole, ok := strings.CutSuffix(k.begins, "|"); ok && whole == key || !ok && strings.HasPrefix(key, k.begins) {
			return k.owner
		}
	}
	if pkg := dependencyKeys[key]; pkg != "" && l.reader.eval.Project.Version(file, pkg) != "" {
		return pkg
	}
	return ""
}

// persisted recognizes what keeps a whole state under a key: persist of zustand,
// redux-persist, the plugins of Pinia and Vuex.
func (r *reader) persisted(v value.Value) (storage, bool) {
	if v.Kind != value.Call || v.Base == nil || v.Base.Kind != value.External {
		return storage{}, false
	}
	s := storage{storeAPI: storeAPI{encoding: authflow.Own}, op: authflow.Hold}
	option := func(o value.Value, name string) value.Value { return r.eval.Prop(o, name, v.File, v.Node) }
	switch b := *v.Base; {
	case b.From("persist", "zustand/middleware"):
		s.key = option(r.eval.Value(v.Arg(1)), "name")
	case b.From("defineStore", "pinia"):
		s.key = r.eval.Value(v.Arg(0))
		persist := option(r.eval.Value(v.Arg(1)), "persist")
		if o := v.Arg(2); o.File != nil {
			persist = option(r.eval.Value(o), "persist")
		}
		if keep, known := persist.Truthy(); !known || !keep {
			return storage{}, false
		}
		if own := option(persist, "key"); persist.Kind == value.Object && own.Kind != value.Undefined {
			s.key = own
		}
	case b.From("persistReducer", "redux-persist"):
		key, _ := option(r.eval.Value(v.Arg(0)), "key").Constant()
		s.key = constant(v.File, v.Node, "persist:"+key)
	case b.From("default", "vuex-persistedstate", "vuex-persist"), b.From("createPersistedState", "vuex-persistedstate"):
		s.key = option(r.eval.Value(v.Arg(0)), "key")
		if s.key.Kind == value.Undefined {
			s.key = constant(v.File, v.Node, "vuex")
		}
	default:
		return storage{}, false
	}
	return s, s.key.Kind == value.Text
}

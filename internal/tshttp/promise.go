package tshttp

import (
	"slices"

	"github.com/authlint/authlint/internal/ts/value"
)

// Functions of libraries that hand out a token in a promise. What the project
// itself declares async is known without them.

// asyncExports are functions by the packages that export them.
var asyncExports = map[string][]string{
	"getItemAsync":       {"expo-secure-store"},
	"getIdToken":         {"firebase/auth", "@firebase/auth"},
	"getGenericPassword": {"react-native-keychain"},
	"fetchAuthSession":   {"aws-amplify/auth", "@aws-amplify/auth"},
	"getSession":         {"next-auth/react", "next-auth/client"},
	"getServerSession":   {"next-auth", "next-auth/next"},
}

// asyncMethods are methods by the packages that their object comes from.
var asyncMethods = map[string][]string{
	"getItem":            {"@react-native-async-storage/async-storage", "@react-native-community/async-storage", "localforage"},
	"getItemAsync":       {"expo-secure-store"},
	"getGenericPassword": {"react-native-keychain"},
	"get":                {"@capacitor/preferences", "@capacitor/storage"},
	"currentSession":     {"aws-amplify", "@aws-amplify/auth"},
	"getSession":         {"@supabase/supabase-js"},
	"getToken":           {"@clerk/nextjs", "@clerk/clerk-react", "@clerk/clerk-js", "@clerk/react", "@clerk/expo", "@clerk/clerk-expo"},
	"getAccessToken":     {"@auth0/nextjs-auth0", "@asgardeo/auth-react"},
}

// asyncNames are methods that only libraries have which hand out a promise.
var asyncNames = []string{"getAccessTokenSilently", "acquireTokenSilent", "getTokenSilently"}

// promises reports whether calling a function that was not followed gives a
// promise.
func promises(callee value.Value) bool {
	switch callee.Kind {
	case value.External:
		return slices.Contains(asyncExports[callee.Name], callee.Module)
	case value.Member:
	default:
		return false
	}
	if callee.Name == "then" || callee.Name == "catch" || callee.Name == "finally" {
		return callee.Base.Promise
	}
	if slices.Contains(asyncNames, callee.Name) {
		return true
	}
	root, path := callee.Path()
	if callee.Name == "getIdToken" {
		return slices.Contains(path, "currentUser") // of Firebase; others of that name answer at once
	}
	packages := asyncMethods[callee.Name]
	for range 4 {
		switch root.Kind {
		case value.External:
			return slices.Contains(packages, root.Module)
		case value.Call: // const { getToken } = useAuth(), createClient(…).auth
			root, _ = root.Base.Path()
		default:
			return false
		}
	}
	return false
}

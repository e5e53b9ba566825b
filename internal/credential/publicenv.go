package credential

import "strings"

// publicEnvPrefixes begin the names of the environment variables that bundlers
// put into the code of the page: Vite, Create React App, Next.js, Nuxt, Vue CLI,
// Gatsby, Expo, ngx-env, SvelteKit and Astro.
var publicEnvPrefixes = []string{"VITE_", "REACT_APP_", "NEXT_PUBLIC_", "NUXT_PUBLIC_", "VUE_APP_", "GATSBY_", "EXPO_PUBLIC_", "NG_APP_", "PUBLIC_"}

// IsPublicEnv reports whether everybody who gets the page gets the value of an
// environment variable of this name.
func IsPublicEnv(name string) bool {
	for _, p := range publicEnvPrefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

package gohttp

import "testing"

// A package is loaded for what it could have findings about, and not for words
// that only look like it.
func TestMatters(t *testing.T) {
	const sends = "http.NewRequest(m, u, nil); "
	for _, c := range []struct {
		src  string
		want bool
	}{
		{`req.Header.Set("Authorization", v)`, true},
		{sends + `s.Login(name)`, true},
		{sends + `func refreshSession() {}`, true},
		{sends + `post("/auth/login")`, true},
		{sends + `post("/sign-in")`, true},
		{sends + `cfg.Exchange(ctx, code)`, true},
		{sends + `u.LastLogin = now`, false},                 // a field
		{sends + `type LoginRequest struct {}`, false},       // a type
		{sends + `// login is somewhere else`, false},        // prose
		{sends + `UpdateUserLastLoginTime(u)`, false},        // it notes a time
		{sends + `GetLatestExchangeRates()`, false},          // of currencies
		{`func h(r *http.Request) { s.Login(name) }`, false}, // a server, which sends nothing
		{`func h(r *http.Request) { w(http.StatusUnauthorized) }`, true},
		{`func h(c *gin.Context) { c.AbortWithStatus(401) }`, true},
		{`tok, err := jwt.Parse(s, key)`, true},
	} {
		if got := Mentions([]byte(c.src)).Matters(); got != c.want {
			t.Errorf("%s: matters %v, want %v", c.src, got, c.want)
		}
	}
}

// An importer of a helper matters where it could use what the helper offers.
func TestThrough(t *testing.T) {
	setsHeader := `req.Header.Set("Authorization", v); http.NewRequest(m, u, nil)`
	logsIn := `func Login() { http.Post("/login", t, b) }`
	for _, c := range []struct {
		helper, importer string
		want             bool
	}{
		{setsHeader, `api.Get(url)`, true}, // it may give the token
		{logsIn, `auth.Login()`, true},
		{logsIn, `client.RefreshToken(t)`, true},
		{logsIn, `auth.URL()`, false},
		{logsIn, `func LoginHandler() { auth.URL() }`, false}, // declared here, not called
		{`import "golang.org/x/oauth2"`, `p.Token()`, false},
		{`import "golang.org/x/oauth2"`, `p.Exchange(code)`, true},
		{`func Claims(s string) { parser.ParseUnverified(s, c) }`, `auth.Claims(s)`, true},
		{`func Sum(a, b int) int`, `auth.Login()`, false},
	} {
		if got := Mentions([]byte(c.importer)).Through(Mentions([]byte(c.helper))); got != c.want {
			t.Errorf("%s through %s: %v, want %v", c.importer, c.helper, got, c.want)
		}
	}
}

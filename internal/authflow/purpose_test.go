package authflow

import (
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// url builds a URL from its rendering, with holes as {name}.
func url(s string) credential.Shape {
	var out credential.Shape
	for s != "" {
		if rest, ok := strings.CutPrefix(s, "{"); ok {
			name, after, _ := strings.Cut(rest, "}")
			out = append(out, credential.Of(credential.Hole{Name: name}, source.Span{})...)
			s = after
			continue
		}
		text, _, _ := strings.Cut(s, "{")
		out = append(out, credential.Text(text, source.Span{}, false)...)
		s = s[len(text):]
	}
	return out
}

func TestPurposeOfURL(t *testing.T) {
	tests := map[Purpose]string{
		Login: `
			POST /login
			POST /api/v1/login
			POST /api/auth/login
			POST /auth/sign-in
			POST /auth/sign_in
			POST /users/signin
			POST https://api.example.com/auth/login
			POST {base}/api/v1/auth/email/login
			POST {base}/auth/login/google
			POST /login/password
			POST /login?next=/home
			POST /login#top
			POST /login/
			POST api/TokenAuth/Authenticate
			POST /userLogin
			POST /auth
			POST {base}/auth/token
			POST /token
			POST /auth/google
			POST /Authentication/LoginWithGoogle
			POST /auth/exchange-login-link
			POST /api/login.json
			POST authorize.json
			POST /api/users/authorize
			 /auth/login`,
		Refresh: `
			POST /refresh
			POST /v1/refresh
			GET /api/refresh
			POST /auth/refresh
			POST /auth/refresh-token
			POST /auth/refreshToken
			POST /auth/refresh_tokens
			POST /auth/refreshtoken
			POST /token/refresh
			GET /api/v1/token/refresh/
			POST /api/v1/tokens/refresh.json
			POST /session/refresh
			POST /api_v1/auth/refresh
			POST /users/reissue
			POST /users/refresh
			POST /User/renew-token
			POST /auth/login/refresh
			POST {base}/oauth/token/refresh
			POST /api/Authentication/Refresh`,
		Exchange: `
			POST /oauth/token
			POST /oauth2/token
			POST /connect/token
			POST /login/oauth/access_token`,
		Logout: `
			POST /logout
			DELETE /auth/logout
			GET /auth/sign-out
			POST /api/logout.json
			POST /logout/all
			POST {base}/users/sign_out`,
		Other: `
			POST /oauth/authorize
			POST /payments/authorize
			GET /authorize
			GET /
			GET
			GET /users
			GET /auth/me
			PATCH /auth/me
			GET /auth
			DELETE /auth
			GET /auth/check
			GET /login
			GET /Session/GetCurrentLoginInformations
			POST /feeds/refresh
			POST /v1/feeds/refresh
			POST /widgets/{id}/refresh
			POST /cache/refresh
			POST /user/subscription/renew
			GET /login-history
			GET /users/{id}/login-history
			POST /auth/request-login-code
			POST /auth/verify-email-code
			GET /auth/codes
			GET /login/options
			GET /login/{id}/options
			GET /auth/login/status
			GET /auth/logout/status
			GET /auth/providers
			POST /auth/captcha/refresh
			GET /auth/csrf/refresh
			DELETE /auth/refresh-tokens/{id}
			DELETE /auth/login/google
			POST /forgot-login
			POST /auth/register
			POST /signup
			POST /blogin
			GET /docs/authentication
			POST /tokens
			GET /search?q=login
			GET /posts#login
			GET {login}
			GET {base}/{login}/{refresh}
			GET https://login.example.com/users`,
	}
	for want, lines := range tests {
		for line := range strings.Lines(strings.TrimPrefix(lines, "\n")) {
			method, path, _ := strings.Cut(strings.Trim(line, "\t\n"), " ")
			if got := PurposeOfURL(method, url(path)); got != want {
				t.Errorf("%s %s is a %v, want %v", method, path, got, want)
			}
		}
	}
}

func TestPurposeOfName(t *testing.T) {
	tests := map[Purpose]string{
		Login:    "login Login logIn signIn signin SignInWithPassword loginUser logon authenticate authenticateUser sign_in",
		Refresh:  "refreshToken RefreshToken refreshtoken refreshAccessToken refresh_tokens renewSession reissueToken refreshAuth refreshTokens",
		Logout:   "logout logOut signOut signout logoutUser LogOff",
		Exchange: "Exchange exchangeCode exchangeCodeForToken exchange_token",
		Other: `refresh refreshPage refreshFeed reload loginHistory loginPage loginUrl loginConfig logoutUrl requestLoginCode
			getToken authenticateToken authenticateRequest exchangeRate exchangeRates blogin handleError useQuery refreshTokenStatus
			signature sign signUp log logs in out _`,
	}
	for want, names := range tests {
		for _, name := range strings.Fields(names) {
			if got := PurposeOfName(name); got != want {
				t.Errorf("%s is a %v, want %v", name, got, want)
			}
		}
	}
	if PurposeOfName("") != Other {
		t.Error("no name says anything")
	}
}

func TestPurposeString(t *testing.T) {
	for p := Other; p <= Exchange; p++ {
		if p.String() == "" {
			t.Errorf("purpose %d has no name", p)
		}
	}
}

func FuzzPurpose(f *testing.F) {
	for _, s := range []string{"/auth/login", "{base}/refresh", "://", "?", "a://b", "/%/\x00/{", "{}{}"} {
		f.Add("POST", s)
	}
	f.Fuzz(func(t *testing.T, method, s string) {
		PurposeOfURL(method, url(s))
		PurposeOfName(s)
	})
}

package credential

import (
	"slices"
	"strings"
	"testing"
)

func TestNameOf(t *testing.T) {
	tests := map[NameKind]string{
		NameToken: `token Token accessToken access_token ACCESS_TOKEN access-token accesstoken AccessToken userToken
			user_token authToken auth_token authtoken jwt JWT jwtToken jwt_token myJwt idToken id_token sessionToken apiToken
			API_TOKEN APIToken GITHUB_TOKEN x-access-token x-auth-token loginToken currentToken storedToken newToken
			token2 accessToken1 jwt2 interiorjung-token bandmates_access_token mytoken secretToken tok tkn access
			auth0Token personal_access_token tokenValue TOKEN adminToken botToken`,
		NameRefresh: `refreshToken refresh_token REFRESH_TOKEN refresh-token refreshtoken newRefreshToken rtoken jwtRefresh`,
		NameScheme: `tokenType token_type TOKEN_TYPE tokenHead token_head tokenPrefix authType auth_type authScheme scheme
			prefix tokenKind`,
		NameHeader: `authHeader authorization Authorization authorisation authorizationHeader bearer bearerToken
			TWITTER_BEARER_TOKEN basicAuth headers credentials tokenWithBearer prefixedToken formattedToken fullToken
			authorizationToken`,
		NameOther: `tokenSource tokenFile TOKEN_FILE tokenLocation tokenStatus csrfToken csrf_token csrftoken xsrfToken XSRF-TOKEN csrfmiddlewaretoken cancelToken CancelToken
			pageToken nextPageToken nextToken continuationToken syncToken deviceToken pushToken expoPushToken fcmToken
			registrationToken resetToken passwordResetToken verificationToken verifyToken inviteToken invitationToken
			confirmToken activationToken captchaToken recaptchaToken turnstileToken designTokens parserToken mapboxToken
			MAPBOX_ACCESS_TOKEN nftToken erc20Token tokenSymbol tokenCount maxTokens promptTokens completionTokens
			tokenAddress tokenBalance tokenPrice tokenExpiry tokenExpiresAt tokenExpiration token_exp tokenizer stripeToken
			isTokenValid hasToken shouldRefreshToken tokenService TokenStorage tokenProvider TOKEN_KEY token_name tokenUrl
			tokenEndpoint JWT_SECRET tokenValid refreshTokenInProgress refreshTokenRequest tokenPromise refreshTokenSubject
			decodedToken jwtPayload token_claims decodedJwtEmail tokenRole tokenVersion token_pricing tokenCosts`,
		NameUnknown: `user id apiKey API_KEY auth session password data result value x refresh tokens tokenise
			broken betokened accessControl secret`,
	}
	for want, names := range tests {
		for _, name := range strings.Fields(names) {
			if got := NameOf(name); got != want {
				t.Errorf("NameOf(%s) = %d, want %d", name, got, want)
			}
		}
	}
	for _, name := range []string{"", "_", "$", "---", "0", "‹›"} {
		if got := NameOf(name); got != NameUnknown {
			t.Errorf("NameOf(%q) = %d", name, got)
		}
	}
}

func TestIsCredentialName(t *testing.T) {
	for name, want := range map[string]bool{
		"accessToken": true, "refresh_token": true, "tokenType": false, "authHeader": false, "csrfToken": false, "user": false,
	} {
		if got := IsCredentialName(name); got != want {
			t.Errorf("IsCredentialName(%s) = %v", name, got)
		}
	}
}

func TestSplitWords(t *testing.T) {
	tests := map[string]string{
		"":                  "",
		"accessToken":       "access token",
		"ACCESS_TOKEN":      "access token",
		"x-auth-token":      "x auth token",
		"APIToken":          "api token",
		"getAPIToken2":      "get api token2",
		"auth.accessToken":  "auth access token",
		"user && jwt":       "user jwt",
		"HTTPServer":        "http server",
		"größeÄndern":       "größe ändern",
		"__token__":         "token",
		"oauth2Token":       "oauth2 token",
		"state.token_value": "state token value",
	}
	for name, want := range tests {
		if got := Words(name); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("Words(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestIsSessionCookie(t *testing.T) {
	for name, want := range map[string]bool{
		"sid": true, "connect.sid": true, "session": true, "session_id": true, "JSESSIONID": true, "PHPSESSID": true,
		"access_token": true, "jwt": true, "auth": true,
		"theme": false, "locale": false, "csrf_token": false, "XSRF-TOKEN": false, "_ga": false, "assessment": false,
	} {
		if got := IsSessionCookie(name); got != want {
			t.Errorf("IsSessionCookie(%q) = %v, want %v", name, got, want)
		}
	}
}

// Every name in the code of a project is asked about.
func BenchmarkNameOf(b *testing.B) {
	names := []string{"className", "onClick", "children", "accessToken", "refresh_token", "description", "defaultMessage", "id"}
	b.ReportAllocs()
	for b.Loop() {
		for _, n := range names {
			NameOf(n)
		}
	}
}

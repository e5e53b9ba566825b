package tshttp

import (
	"bytes"
	"regexp"

	"github.com/authlint/authlint/internal/words"
)

// mentions is the byte prefilter: the words without which a file can hold none
// of the facts. What only uses a client that is made elsewhere is found through
// its imports.
func mentions(src []byte) bool {
	groups := seedWords.Groups(src)
	return groups&1 != 0 || callsFetch(src) || logsToken(src) || groups&2 != 0 && storesTokens(src)
}

// logsToken finds console.log(…, token): a name that ends in token, as a whole
// argument on the line of the call.
func logsToken(src []byte) bool {
	call := []byte("console.")
	for {
		i := bytes.Index(src, call)
		if i < 0 {
			return false
		}
		src = src[i+len(call):]
		line := src
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		if tokenArgument.Match(line) {
			return true
		}
	}
}

var tokenArgument = regexp.MustCompile(`^\w+\((?:[^'"]*,|'[^']*',|"[^"]*",)?\s*[\w$.?]*(?:[tT]oken|[jJ]wt)\s*[,)]`)

// seedPackages are the packages that a file with facts may import without any of
// the words.
var seedPackages = map[string]bool{
	"ky": true, "got": true, "superagent": true, "ofetch": true, "umi-request": true, "@umijs/max": true, "graphql-request": true,
	"socket.io-client": true, "alova": true, "@angular/common/http": true, "next/headers": true, "jwt-decode": true, "jsonwebtoken": true,
	"wechat-http": true, "@hey-api/client-fetch": true, "@hey-api/client-axios": true, "@hey-api/client-next": true, "@hey-api/client-nuxt": true,
	"node-fetch": true, "openapi-fetch": true, "cross-fetch": true, "secure-ls": true, "encrypt-storage": true,
	"jose": true, "jwt-simple": true, "express-jwt": true, "express-oauth2-jwt-bearer": true, "passport-jwt": true, "aws-jwt-verify": true,
	"cors": true, "@fastify/cors": true, "fastify-cors": true, "hono/cors": true, "@koa/cors": true, "kcors": true,
}

// The first letter is left out where both cases occur. Those of the second line
// are of servers (session cookies, CORS with credentials, passport-jwt),
// those of the third of secrets that are compared, of cookies that are cleared,
// those of the next of schemes that are kept apart from their tokens, and of a
// status compared with a string, the others of clients. The second group is
// judged by storesTokens.
var seedWords = words.New([]string{"axios", "XMLHttpRequest", "uthorization", "earer ", "nterceptors.",
	".cookie(", "etCookie(", "ookies.set(", "s-session", "redentials: true", "fromAuthHeader", "-Allow-Credentials", "-Allow-Headers", "enableCors",
	"createHmac(", "== process.env.",
	"et-Cookie", "clearCookie(", "eleteCookie(", "ookies.delete(", "ookie.serialize(",
	"okenType", "oken_type", "okenHead", "status === '4", `status === "4`,
	"client.gen'", `client.gen"`, "OpenAPI.TOKEN", "$fetch(", "fetchBaseQuery", "injectEndpoints", "$.ajax", "$.post(", "wx.request(", "uni.request(", "Taro.request(",
	"status: 401", "status: 403", "next()", "canActivate(con",
	"new EventSource(", "sendStatus(40", "tatus(401", "tatus(403", ".status = 40", ".code(401", ".code(403", ".throw(401", ".throw(403", "HTTPException(40", "this.$http", "this.$axios", "this.axios"},
	[]string{"localStorage", "sessionStorage"})

// storesTokens finds files that access web storage under the key of a token, or
// under one that stands elsewhere, where they speak of tokens: who writes a key
// and who reads it may both have nothing else to do with requests. Most of what
// pages store is no token, and the stores of devices and mini programs have no
// rule. Tests are left out: what they store is no evidence of what the project
// does.
func storesTokens(src []byte) bool {
	open := false
	for _, at := range webStorageUse.FindAllIndex(src, -1) {
		rest := src[at[1]-1 : min(len(src), at[1]+60)]
		if end := bytes.IndexAny(rest, ",;)]"); end > 0 {
			rest = rest[:end]
		}
		if tokenWords.Any(rest) {
			return !testWords.Any(src)
		}
		open = open || openKey.Match(src[at[1]-1:min(len(src), at[1]+60)])
	}
	return open && tokenWords.Any(src) && !testWords.Any(src)
}

// handedKey matches the call of a wrapper in a wrapper.
var handedKey = regexp.MustCompile(`^\w+(?:<[^()]*>)?\(\s*[^,()]*\b(?:key|name|k)\b`)

// openKey matches what follows the name of a store where its key is no text, or
// where the store is handed on: the key may be any. Prose goes on otherwise.
var (
	webStorageUse = regexp.MustCompile(`(?:local|session)Storage(?:\s*[\[?!),;}|:]|\.)`)
	openKey       = regexp.MustCompile(`^(?:(?:\?\.|!\.|\.)\w+Item\(|(?:\?\.)?\[)\s*[^'"\s]|^[),;}|?:]`)
)

// passesKey tells whether a caller of a wrapper of a store may pass the key of a
// token, or a token: a call of that name is about one, or about a constant, or
// hands on the key that its own function is given.
func passesKey(src []byte, name string) bool {
	for rest := src; ; {
		i := bytes.Index(rest, []byte(name))
		if i < 0 {
			return false
		}
		call := rest[i:min(len(rest), i+len(name)+80)]
		rest = rest[i+len(name):]
		if len(rest) == 0 || rest[0] != '(' && rest[0] != '<' {
			continue
		}
		if end := bytes.IndexByte(call, ')'); end >= 0 {
			call = call[:end]
		}
		if tokenWords.Any(call) || keyWords.Any(call) || handedKey.Match(call) {
			return !testWords.Any(src)
		}
	}
}

var (
	tokenWords = words.New([]string{"oken", "TOKEN", "jwt", "JWT"})
	testWords  = words.New([]string{"expect(", "@playwright/test", "cy.visit("})
	keyWords   = words.New([]string{"KEY", "AUTH", "'auth", `"auth`, "SESSION", "USER"})
)

// callsFetch finds fetch( as a word of its own: refetch( is the everyday name
// of asking a cache again.
func callsFetch(src []byte) bool {
	call := []byte("fetch(")
	for {
		i := bytes.Index(src, call)
		if i < 0 {
			return false
		}
		if i == 0 || !isWordByte(src[i-1]) {
			return true
		}
		src = src[i+len(call):]
	}
}

func isWordByte(b byte) bool {
	return b == '_' || b == '$' || b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z'
}

// leadsOn tells which importers of a client are worth reading: those that speak
// of logging in, and those that only hand on what others export.
func leadsOn(src []byte) bool { return speaksOfLogin(src) || reexport.Match(src) }

var reexport = regexp.MustCompile(`export\s*(?:\*|\{[^{}]*\})\s*(?:as \w+\s*)?from`)

// speaksOfLogin tells which importers of a client are worth reading: those
// whose requests log in, refresh or log out.
func speaksOfLogin(src []byte) bool {
	lower := bytes.ToLower(src)
	for _, w := range loginWords {
		if bytes.Contains(lower, w) {
			return true
		}
	}
	return false
}

var loginWords = wordList("login", "log-in", "signin", "sign-in", "sign_in", "logout", "log-out", "signout", "sign-out",
	"refreshtoken", "refresh-token", "refresh_token", "/refresh", "reissue", "authenticate", "/auth", "/token", "/session")

func wordList(words ...string) [][]byte {
	out := make([][]byte, len(words))
	for i, w := range words {
		out[i] = []byte(w)
	}
	return out
}

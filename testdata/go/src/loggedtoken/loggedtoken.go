package loggedtoken

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"

	"golang.org/x/oauth2"
)

type session struct{ AccessToken, RefreshToken string }

// a: the token.

func plain(token string) {
	log.Printf("token: %s", token) // want "`token` is written to the log by `log.Printf`"
	log.Println("got", token)      // want "`token` is written to the log by `log.Println`"
}

func structured(s session, l *slog.Logger) {
	slog.Info("auth", "token", s.AccessToken)     // want "`s.AccessToken` is written to the log by `slog.Info`"
	l.Debug("refreshed", "token", s.RefreshToken) // want "`s.RefreshToken` is written to the log by `l.Debug`"
}

func logger(l *log.Logger, accessToken []byte) {
	l.Printf("with %s", accessToken) // want "`accessToken` is written to the log"
}

// b: the header, as one value or whole.

func header(w http.ResponseWriter, r *http.Request) {
	log.Println(r.Header.Get("Authorization"))           // want "is written to the log"
	log.Println(r.Header)                                // want "`r.Header` is written to the log"
	fmt.Println("token:", r.Header.Get("Authorization")) // want "is written to the log"
}

// c: the whole answer of a login.

func answer(t *oauth2.Token) {
	log.Printf("%+v", t) // want "`t.AccessToken` is written to the log"
}

// gap: a dump of the request: the variable that holds it says nothing.

func dump(req *http.Request) {
	b, _ := httputil.DumpRequestOut(req, true)
	log.Printf("%s", b)
}

// gap: a function that makes the text first.

func built(token string) {
	text := fmt.Sprintf("token %s", token)
	log.Print(text)
}

// Right: presence, length, a part, a hash, a mask.

func presence(token string) {
	log.Println("token", token != "")
	log.Println("token", len(token))
	log.Println("token", token[:6]+"…")
	log.Println("token", mask(token))
	token = mask(token)
	log.Println("token", token)
}

func mask(s string) string { return s[:2] + "…" }

// Right: a type that masks itself.

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type hidden string

func (hidden) String() string { return "***" }

func masked(token secret, accessToken hidden) {
	slog.Info("auth", "token", token)
	log.Println(accessToken)
}

// Right: words, and tokens of another trade.

func words(csrfToken, pageToken string, tokens int) {
	log.Println("token expired")
	log.Println(csrfToken, pageToken, tokens)
	log.Printf("reset token: %s", "none")
}

func trades(token string) {
	log.Printf("captcha token %s", token) // the text says so
}

// Right: an answer's header, and an error about a token.

func others(resp *http.Response, tokenErr error) {
	log.Println(resp.Header)
	log.Println(tokenErr)
}

// Right: where a token comes from.

func found(find func() (token, source string)) string {
	token, tokenSource := find()
	log.Printf("token obtained from %s", tokenSource)
	return token
}

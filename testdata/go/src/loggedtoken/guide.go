package loggedtoken

import (
	"crypto/sha256"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"os"

	"golang.org/x/oauth2"
)

// b: the whole request.

func whole(r *http.Request) {
	log.Printf("%+v", r) // gap: a request that is printed whole, its header with it
}

// c: the answer of a login of one's own type, and its text.

func ownAnswer(s session, resp *http.Response) {
	log.Printf("%+v", s) // gap: a struct that is printed whole
	body, _ := io.ReadAll(resp.Body)
	log.Println(string(body)) // gap: the text of a login's answer
}

// d: a level that is off in production reaches collectors all the same.

func debugged(l *slog.Logger, accessToken string) {
	slog.Debug("auth", slog.String("token", accessToken))     // gap: what makes an attribute is not looked into
	l.Debug("auth", "token", accessToken)                     // want "`accessToken` is written to the log by `l.Debug`"
	l.Log(nil, slog.LevelDebug, "auth", "token", accessToken) // want "`accessToken` is written to the log by `l.Log`"
}

// Right: a hash.

func hashed(token string) {
	log.Printf("%x", sha256.Sum256([]byte(token)))
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte(token)))
	log.Println(sum)
}

// Right: a command that prints the token, and one that mints it.

func printAccessToken(t *oauth2.Token, accessToken string) {
	fmt.Println(accessToken)
	fmt.Fprintln(os.Stdout, t.AccessToken)
}

// Right: tokens of a parser, of a page, of a language model.

type lexer struct {
	token     rune
	nextToken string
}

func parsed(l lexer, promptTokens, maxTokens int, cancelToken, designToken string) {
	log.Println(l.token, promptTokens, maxTokens)
	log.Println(cancelToken, designToken)
	log.Println("unexpected token", l.token)
}

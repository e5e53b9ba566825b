// Package tokeninurl holds what only the strict preset says of tokens in URLs.
package tokeninurl

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

type client struct {
	http        *http.Client
	base        string
	accessToken string
}

// a: only the names say that it is of a login.

func (c *client) text() (*http.Response, error) {
	return c.http.Get(c.base + "/me?access_token=" + c.accessToken) // want "`access_token` is sent in the URL"
}

func joined(base, accessToken string) (*http.Response, error) {
	q := url.Values{}
	q.Set("access_token", accessToken) // want "`access_token` is sent in the URL"
	return http.Get(base + "/me?" + q.Encode())
}

// Anything may be called a token, or be the key of an application.
func named(base, token, key string) {
	http.Get(base + "/join?token=" + token)
	http.Get(base + "/quotes?api_key=" + key)
}

// The form of a login, the body of a revocation.
func (c *client) form() (*http.Response, error) {
	v := url.Values{}
	v.Set("refresh_token", c.accessToken)
	return c.http.Post(c.base+"/oauth/token", "application/x-www-form-urlencoded", strings.NewReader(v.Encode()))
}

// d: a server that takes it from the query wherever it takes the header.

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if token == "" {
			token = r.URL.Query().Get("token") // want "`r.URL.Query\\(\\).Get\\(\"token\"\\)` is taken for a token wherever the header would be"
		}
		if token == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func gins(c *gin.Context) {
	token := c.GetHeader("Authorization")
	if token == "" {
		token = c.Query("access_token") // want "is taken for a token"
	}
	c.Set("token", token)
}

func echos(c echo.Context) string {
	if token := c.QueryParam("token"); token != "" { // want "is taken for a token"
		return token
	}
	return c.Request().Header.Get("Authorization")
}

func fibers(c *fiber.Ctx) error {
	token := c.Get("Authorization")
	if token == "" {
		token = c.Query("token") // want "is taken for a token"
	}
	c.Locals("token", token)
	return c.Next()
}

// A WebSocket cannot send the header, nor can what plays a video.

func upgrade(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("Authorization")
	if r.Header.Get("Upgrade") == "websocket" {
		token = r.URL.Query().Get("token")
	}
	w.Write([]byte(token))
}

func streamVideo(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("Authorization")
	if token == "" {
		token = r.URL.Query().Get("token")
	}
	w.Write([]byte(token))
}

// The query alone: a link.
func invited(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(r.URL.Query().Get("token")))
}

// Parameters of another name: paging, a search.
func search(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		http.Error(w, "no", 401)
		return
	}
	w.Write([]byte(r.URL.Query().Get("q") + r.URL.Query().Get("pageToken")))
}

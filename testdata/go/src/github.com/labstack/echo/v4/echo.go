// Package echo is a stub: what the analyzers need of echo.
package echo

import "net/http"

type HandlerFunc func(Context) error

type MiddlewareFunc func(HandlerFunc) HandlerFunc

type HTTPError struct{}

func (*HTTPError) Error() string { return "" }

func NewHTTPError(code int, message ...any) *HTTPError { return nil }

type Context interface {
	Request() *http.Request
	Response() http.ResponseWriter
	JSON(code int, v any) error
	String(code int, s string) error
	NoContent(code int) error
	Redirect(code int, url string) error
	SetCookie(cookie *http.Cookie)
	Cookie(name string) (*http.Cookie, error)
	Get(key string) any
	Set(key string, v any)
	QueryParam(name string) string
}

type Echo struct{}

func New() *Echo { return nil }

func (e *Echo) Use(m ...MiddlewareFunc)                              {}
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc)  {}
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) {}
func (e *Echo) Group(path string, m ...MiddlewareFunc) *Group        { return nil }

type Group struct{}

func (g *Group) Use(m ...MiddlewareFunc)                             {}
func (g *Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) {}

const (
	HeaderAccessControlAllowOrigin      = "Access-Control-Allow-Origin"
	HeaderAccessControlAllowCredentials = "Access-Control-Allow-Credentials"
)

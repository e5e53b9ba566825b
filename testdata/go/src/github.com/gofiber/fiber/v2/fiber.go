// Package fiber is a stub: what the analyzers need of fiber.
package fiber

import "time"

type Map map[string]any

type Handler = func(*Ctx) error

const (
	StatusUnauthorized = 401
	StatusForbidden    = 403

	CookieSameSiteLaxMode  = "lax"
	CookieSameSiteNoneMode = "none"
)

type Cookie struct {
	Name, Value, Path, Domain, SameSite string
	Secure, HTTPOnly, SessionOnly       bool
	MaxAge                              int
	Expires                             time.Time
}

type Error struct{}

func (*Error) Error() string { return "" }

func NewError(code int, message ...string) *Error { return nil }

type Ctx struct{}

func (c *Ctx) Get(key string, def ...string) string     { return "" }
func (c *Ctx) Cookies(key string, def ...string) string { return "" }
func (c *Ctx) Set(key, val string)                      {}
func (c *Ctx) ClearCookie(key ...string)                {}
func (c *Ctx) Cookie(cookie *Cookie)                    {}
func (c *Ctx) Status(code int) *Ctx                     { return c }
func (c *Ctx) SendStatus(code int) error                { return nil }
func (c *Ctx) JSON(v any) error                         { return nil }
func (c *Ctx) SendString(s string) error                { return nil }
func (c *Ctx) Next() error                              { return nil }
func (c *Ctx) Query(key string, value ...string) string { return "" }
func (c *Ctx) Locals(key any, value ...any) any         { return nil }
func (c *Ctx) Redirect(to string, status ...int) error  { return nil }

type App struct{}

type Router interface{}

func New() *App { return nil }

func (a *App) Use(args ...any) Router                          { return nil }
func (a *App) Get(path string, handlers ...Handler) Router     { return nil }
func (a *App) Group(prefix string, handlers ...Handler) Router { return nil }

// Package gin is a stub: what the analyzers need of gin.
package gin

import "net/http"

type H map[string]any

type HandlerFunc func(*Context)

type Context struct {
	Request *http.Request
	Writer  http.ResponseWriter
	Errors  []error
}

func (c *Context) GetHeader(key string) string { return "" }
func (c *Context) Header(key, value string)    {}
func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool) {
}
func (c *Context) SetSameSite(mode http.SameSite)                {}
func (c *Context) Cookie(name string) (string, error)            { return "", nil }
func (c *Context) JSON(code int, obj any)                        {}
func (c *Context) String(code int, format string, values ...any) {}
func (c *Context) Status(code int)                               {}
func (c *Context) Redirect(code int, location string)            {}
func (c *Context) Error(err error) error                         { return err }

func (c *Context) Abort()                                   {}
func (c *Context) AbortWithStatus(code int)                 {}
func (c *Context) AbortWithStatusJSON(code int, obj any)    {}
func (c *Context) AbortWithError(code int, err error) error { return nil }
func (c *Context) Next()                                    {}
func (c *Context) Set(key string, value any)                {}
func (c *Context) Get(key string) (value any, exists bool)  { return nil, false }
func (c *Context) MustGet(key string) any                   { return nil }
func (c *Context) BindJSON(obj any) error                   { return nil }
func (c *Context) Param(name string) string                 { return "" }
func (c *Context) Query(name string) string                 { return "" }

type RouterGroup struct{}

type Engine struct{ RouterGroup }

func Default() *Engine { return nil }
func New() *Engine     { return nil }

func (g *RouterGroup) Use(handlers ...HandlerFunc) *RouterGroup                  { return g }
func (g *RouterGroup) Group(path string, handlers ...HandlerFunc) *RouterGroup   { return g }
func (g *RouterGroup) GET(path string, handlers ...HandlerFunc) *RouterGroup     { return g }
func (g *RouterGroup) POST(path string, handlers ...HandlerFunc) *RouterGroup    { return g }
func (g *RouterGroup) OPTIONS(path string, handlers ...HandlerFunc) *RouterGroup { return g }

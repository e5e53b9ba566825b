// Package gin is a stub: what the analyzers need of gin.
package gin

import "net/http"

type Context struct{ Request *http.Request }

func (c *Context) GetHeader(key string) string { return "" }
func (c *Context) Header(key, value string)    {}
func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool) {
}
func (c *Context) JSON(code int, obj any) {}

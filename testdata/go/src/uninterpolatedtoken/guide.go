package uninterpolatedtoken

import (
	"fmt"
	"net/http"

	"github.com/go-resty/resty/v2"
	"google.golang.org/grpc/metadata"
)

// Wrong: through clients, and in the text that a helper is given.

func throughClients(c *resty.Client, token string) {
	c.R().SetHeader("Authorization", "Bearer %s")                      // want "nothing fills in `%s`"
	c.SetHeaders(map[string]string{"Authorization": "Bearer {token}"}) // want "nothing fills in `\\{token\\}`"
	metadata.Pairs("authorization", "Bearer ${token}")                 // want "nothing fills in `\\$\\{token\\}`"
}

func set(req *http.Request, value string) { req.Header.Set("Authorization", value) }

func handed(req *http.Request, token string) {
	set(req, "Bearer %s")                     // want "nothing fills in `%s`"
	set(req, fmt.Sprintf("Bearer %s", token)) // filled in
}

// Right: a helper formats what it is given.

func setf(req *http.Request, pattern string, args ...any) {
	req.Header.Set("Authorization", fmt.Sprintf(pattern, args...))
}

func formatted(req *http.Request, token string) { setf(req, "Bearer %s", token) }

// Right: the configuration of a tool, which fills it in.

type server struct {
	Type, URL string
	Headers   map[string]string
}

func configured(token string) server {
	return server{Type: "http", URL: "https://mcp.example.com", Headers: map[string]string{"Authorization": "Bearer ${token}"}}
}

// Right: code in a text.

func generated() string {
	return `req.Header.Set("Authorization", "Bearer ${token}")`
}

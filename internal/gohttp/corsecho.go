package gohttp

import (
	"go/ast"

	"github.com/authlint/authlint/internal/authflow"
)

// The CORS middleware of echo answers "*" for all origins, which is its default,
// and lets in whatever headers are asked for unless some are listed.
var echoCORS = &corsLibrary{
	name:   "echo",
	paths:  []string{"github.com/labstack/echo"},
	config: "CORSConfig",
	whole:  map[string]authflow.CORSPolicy{"CORS": {Origins: authflow.AnyOrigin, Credentials: authflow.No, Headers: authflow.HeadersEchoed}},
	apply:  applyEcho,
}

func applyEcho(r *reader, p *authflow.CORSPolicy, s *settings) {
	r.allowCredentials(p, s)
	r.originsOrAny(p, s, "AllowOrigins", originFunc(s, "AllowOriginFunc", "UnsafeAllowOriginFunc"), r.stringList, true)
	// Until 4.9 credentials alone did what this asks for now.
	unsafe := r.truth(s, "UnsafeWildcardOriginWithAllowCredentials")
	if p.Origins == authflow.AnyOrigin && (unsafe == authflow.Yes || r.olderThan("github.com/labstack/echo/v4", s.at, 4, 9, 1)) {
		p.Origins = authflow.EchoedOrigin
	}
	r.headersOrEchoed(p, s, "AllowHeaders", r.stringList)
}

// headersOrEchoed: what is asked for is let in unless some are listed.
func (r *reader) headersOrEchoed(p *authflow.CORSPolicy, s *settings, name string, read func(ast.Expr) list) {
	headers, known := s.field(name)
	switch {
	case !known:
	case headers == nil:
		p.Headers = authflow.HeadersEchoed
	default:
		if l := read(headers); l.whole && len(l.items) == 0 {
			p.Headers = authflow.HeadersEchoed
		} else {
			r.allowHeaders(p, l, false)
		}
	}
}

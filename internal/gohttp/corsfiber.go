package gohttp

import (
	"go/ast"

	"github.com/authlint/authlint/internal/authflow"
)

// The CORS middleware of fiber. Version 2 takes texts with commas, version 3
// lists. All origins together with credentials end the program at its start
// since 2.52.1, so what runs has not both; before, any origin was sent back.
var fiberCORS = &corsLibrary{
	name:   "fiber",
	paths:  []string{"github.com/gofiber/fiber/cors"},
	config: "Config",
	whole:  map[string]authflow.CORSPolicy{"New": {Origins: authflow.AnyOrigin, Credentials: authflow.No, Headers: authflow.HeadersEchoed}},
	apply:  applyFiber,
}

func applyFiber(r *reader, p *authflow.CORSPolicy, s *settings) {
	r.allowCredentials(p, s)
	fn := originFunc(s, "AllowOriginsFunc", "AllowOriginsFuncWithRequest")
	if origins, _ := s.field("AllowOrigins"); origins != nil && fn != nil && !r.always(fn) {
		fn = nil // asked only for what the list does not have
	}
	r.originsOrAny(p, s, "AllowOrigins", fn, r.listOrCommas, false)
	if p.Origins == authflow.AnyOrigin && p.Credentials == authflow.Yes {
		p.Origins = authflow.OriginsUnknown
		if r.olderThan("github.com/gofiber/fiber/v2", s.at, 2, 52, 1) {
			p.Origins = authflow.EchoedOrigin
		}
	}
	r.headersOrEchoed(p, s, "AllowHeaders", r.listOrCommas)
}

func (r *reader) listOrCommas(e ast.Expr) list {
	if isString(r.info.TypeOf(e)) {
		return r.commas(e)
	}
	return r.stringList(e)
}

package gohttp

import "github.com/authlint/authlint/internal/authflow"

// rs/cors and go-chi/cors, which began as a copy of it, answer "*" for all
// origins, which is also what an empty list means. A "*" among the headers lets
// in whatever is asked for.
var (
	rsCORS = &corsLibrary{
		name:   "rs/cors",
		paths:  []string{"github.com/rs/cors", "github.com/rs/cors/wrapper/gin"},
		config: "Options",
		whole:  rsWhole,
		apply:  applyRS,
	}
	chiCORS = &corsLibrary{
		name:   "go-chi/cors",
		paths:  []string{"github.com/go-chi/cors"},
		config: "Options",
		whole:  rsWhole,
		apply:  applyRS,
	}
	rsWhole = map[string]authflow.CORSPolicy{
		"Default":  {Origins: authflow.AnyOrigin, Credentials: authflow.No, Headers: authflow.HeadersListed, HeaderList: rsHeaders},
		"AllowAll": {Origins: authflow.AnyOrigin, Credentials: authflow.No, Headers: authflow.HeadersEchoed},
	}
	rsHeaders = []string{"Accept", "Content-Type", "X-Requested-With"}
)

func applyRS(r *reader, p *authflow.CORSPolicy, s *settings) {
	r.allowCredentials(p, s)
	fn := originFunc(s, "AllowOriginVaryRequestFunc", "AllowOriginRequestFunc", "AllowOriginFunc")
	r.originsOrAny(p, s, "AllowedOrigins", fn, r.stringList, true)
	headers, known := s.field("AllowedHeaders")
	switch {
	case !known:
	case headers == nil:
		p.Headers, p.HeaderList = authflow.HeadersListed, rsHeaders
	default:
		r.allowHeaders(p, r.stringList(headers), true)
	}
}

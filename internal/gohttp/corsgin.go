package gohttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
)

// gin-contrib/cors: "*" on the list means all origins, and all origins are
// answered with "*", credentials or not. It reflects what a function or a
// pattern lets in.
var ginCORS = &corsLibrary{
	name:   "gin-contrib/cors",
	paths:  []string{"github.com/gin-contrib/cors"},
	config: "Config",
	makers: []string{"DefaultConfig"},
	whole: map[string]authflow.CORSPolicy{
		"Default": {Origins: authflow.AnyOrigin, Credentials: authflow.No, Headers: authflow.HeadersListed, HeaderList: ginHeaders},
	},
	apply: applyGin,
}

// ginHeaders are those of DefaultConfig.
var ginHeaders = []string{"Origin", "Content-Length", "Content-Type"}

func applyGin(r *reader, p *authflow.CORSPolicy, s *settings) {
	r.allowCredentials(p, s)
	origins, known := s.field("AllowOrigins")
	all := r.truth(s, "AllowAllOrigins")
	fn := originFunc(s, "AllowOriginFunc", "AllowOriginWithContextFunc")
	switch {
	case all == authflow.Yes:
		p.Origins = authflow.AnyOrigin
		e, _ := s.field("AllowAllOrigins")
		p.OriginsAt = r.span(e)
	case !known || all == authflow.Unknown:
	case fn != nil && (origins == nil || r.always(fn)):
		r.decidedBy(p, fn)
	case origins != nil:
		r.allowOrigins(p, r.stringList(origins), r.truth(s, "AllowWildcard") == authflow.Yes)
	}
	ginAllowHeaders(r, p, s)
}

// ginAllowHeaders: what is not listed is not allowed; DefaultConfig lists three.
func ginAllowHeaders(r *reader, p *authflow.CORSPolicy, s *settings) {
	headers, known := s.field("AllowHeaders")
	l := list{whole: true}
	switch {
	case !known:
		return
	case headers != nil:
		l = r.stringList(headers)
	case s.maker != "":
		l.items = ginHeaders
	}
	added := list{whole: true}
	for _, c := range s.calls {
		if !strings.HasSuffix(spell(c.Fun), ".AddAllowHeaders") {
			continue
		}
		for _, a := range c.Args {
			item, ok := r.constant(a)
			added.items, added.whole = append(added.items, item), added.whole && ok && !c.Ellipsis.IsValid()
		}
	}
	l.items, l.whole = append(l.items[:len(l.items):len(l.items)], added.items...), l.whole && added.whole
	r.allowHeaders(p, l, false)
}

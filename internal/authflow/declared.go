package authflow

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/authlint/authlint/internal/credential"
)

// Declared is what the configuration says of a project that its code does not
// show.
type Declared struct {
	// RawTokenHosts take a token without a scheme: api.example.com, or
	// *.example.com.
	RawTokenHosts []string
	// Schemes are authentication schemes of the project's own, the usual one
	// first.
	Schemes credential.Schemes
	// PublicPaths are globs of the paths that need no login: /health, /shop/**.
	PublicPaths []string
}

func (d Declared) merge(other Declared) Declared {
	return Declared{
		RawTokenHosts: slices.Concat(d.RawTokenHosts, other.RawTokenHosts),
		Schemes:       slices.Concat(d.Schemes, other.Schemes),
		PublicPaths:   slices.Concat(d.PublicPaths, other.PublicPaths),
	}
}

// HostPattern is that of a host name, or of *. and one for all below it.
const HostPattern = `^(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$`

var hostName = regexp.MustCompile(HostPattern)

// ParseHost reads one of RawTokenHosts.
func ParseHost(text string) (string, error) {
	if !hostName.MatchString(text) {
		return "", fmt.Errorf("%q is not the name of a host; write api.example.com, or *.example.com for all below, without scheme, port and path", text)
	}
	return strings.ToLower(text), nil
}

// TakesRaw reports whether a host takes a token without a scheme.
func (d *Declared) TakesRaw(host string) bool {
	host = strings.ToLower(host)
	return host != "" && slices.ContainsFunc(d.RawTokenHosts, func(h string) bool {
		below, wild := strings.CutPrefix(h, "*")
		return h == host || wild && strings.HasSuffix(host, below)
	})
}

// Scheme is the one that the project's servers expect, as far as nothing else
// shows which.
func (d *Declared) Scheme() string {
	if len(d.Schemes) > 0 {
		return d.Schemes[0]
	}
	return "Bearer"
}

// NeedsNoLogin reports whether the path of a request is public. A glob holds for
// the whole path and for its end, since code writes paths below a base URL that
// may be anything.
func (d *Declared) NeedsNoLogin(r *Request) bool {
	if len(d.PublicPaths) == 0 {
		return false
	}
	path := pathOf(r.URL)
	for i := range path {
		if path[i] != '/' {
			continue
		}
		if slices.ContainsFunc(d.PublicPaths, func(glob string) bool { return doublestar.MatchUnvalidated(glob, path[i:]) }) {
			return true
		}
	}
	return false
}

package authflow

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

// CleartextHost returns the public host that a URL reaches without encryption,
// with its literal scheme and host; empty where it is encrypted, local or not
// known.
func CleartextHost(url credential.Shape) string {
	text := url.Prefix()
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "ws") {
		return ""
	}
	_, whole := url.Constant()
	return publicHost(rest, whole)
}

// publicHost returns the host that text begins with, empty where it is local. The
// text is not whole where a hole follows it.
func publicHost(text string, whole bool) string {
	host := text
	if i := strings.IndexAny(text, "/:?#"); i >= 0 {
		host = text[:i]
	} else if !whole && strings.HasSuffix(host, ".") {
		return "" // the host goes on in a hole: http://api.${domain}
	}
	host = strings.ToLower(host)
	if strings.ContainsAny(text, "[@") || !isPublic(host) {
		return ""
	}
	return host
}

// localDomains are never reached over the network at large: names reserved for
// it (RFC 2606, RFC 6761, RFC 6762) and those of containers and clusters.
var localDomains = []string{"localhost", "local", "internal", "test", "example", "invalid", "svc", "lan", "home", "localdomain"}

func isPublic(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return !ip.IsLoopback() && !ip.IsPrivate() && !ip.IsUnspecified() && !ip.IsLinkLocalUnicast()
	}
	labels := strings.Split(host, ".")
	n := len(labels)
	return n > 1 && labels[n-1] != "" && !slices.Contains(localDomains, labels[n-1]) && host != "example.com" && host != "host.docker.internal"
}

// Secured reports whether an alternative of a URL is encrypted or stays on the
// page's own origin: then the others are for development.
func Secured(urls []credential.Shape) bool {
	return slices.ContainsFunc(urls, func(u credential.Shape) bool {
		p := u.Prefix()
		return strings.HasPrefix(p, "https:") || strings.HasPrefix(p, "wss:") || strings.HasPrefix(p, "/") || len(u) == 0
	})
}

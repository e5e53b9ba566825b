package credential

import (
	"slices"
	"strings"
)

// IsRefreshTokenName reports whether a name is that of a refresh token:
// refreshToken, refresh_token; not REFRESH_ACCESS_TOKEN, which is what is done to
// another token, nor /token/refresh, which is a path.
func IsRefreshTokenName(name string) bool {
	return NameOf(name) == NameRefresh && !slices.Contains(Words(name), "access") && !strings.Contains(name, "/")
}

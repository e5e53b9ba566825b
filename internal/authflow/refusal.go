package authflow

import "slices"

// MeansRefused reports whether a status or code tells that the credentials were
// refused: 401 (RFC 9110 section 15.5.2), and what projects answer in its place:
// 403, 419 (session expired), 422 and 498 (invalid token).
func MeansRefused(code string) bool {
	return slices.Contains([]string{"401", "403", "419", "422", "498"}, code)
}

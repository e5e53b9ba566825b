package authflow

import "slices"

// MeansRefused reports whether a status or code tells that the credentials were
// refused: 401 (RFC 9110 section 15.5.2), and what projects answer in its place:
// 403, 419 (session expired), 422 and 498 (invalid token).
func MeansRefused(code string) bool {
	return SurelyRefused(code) || slices.Contains([]string{"403", "422"}, code)
}

// SurelyRefused leaves out what has an everyday meaning of its own: 403 is as
// often a limit on requests, and 422 a form that was filled in wrongly. A service
// that talks to an API of others takes these as they are meant.
func SurelyRefused(code string) bool { return slices.Contains([]string{"401", "419", "498"}, code) }

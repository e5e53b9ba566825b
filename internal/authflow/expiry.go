package authflow

import "github.com/authlint/authlint/internal/source"

// A UnitMix is a place where the seconds of a token's lifetime (RFC 7519
// NumericDate, RFC 6749 expires_in) meet the milliseconds of a clock.
type UnitMix struct {
	At source.Span
	// Seconds is how the code spells the value in seconds.
	Seconds string
	Form    UnitForm
	// ByHand: the code takes the token apart itself, so it may be one that the
	// project makes up.
	ByHand bool
	// Scale is the edit that turns the seconds into milliseconds, nil where it is
	// not known.
	Scale *Edit
}

// UnitForm is how the two meet.
type UnitForm uint8

const (
	Compared   UnitForm = iota // exp < Date.now()
	Dated                      // new Date(exp)
	Added                      // Date.now() + expires_in
	Issued                     // milliseconds put into the exp of a token that is signed
	Timed                      // setTimeout(refresh, expires_in)
	Overscaled                 // exp * 1000 < Date.now() / 1000
	Lasted                     // time.Duration(expires_in), which counts nanoseconds
)

package authflow

import "github.com/authlint/authlint/internal/source"

// A Resend is a place that sends a request again after the server refused it
// (401, or whatever status or code the project uses for it).
type Resend struct {
	At      source.Span // the call that sends again, or the loop's turn
	Trigger source.Span // the test that leads here; invalid where there is none
	Form    ResendForm
	// Enters names what handles the refusal of the request that is sent again:
	// "the response interceptor of `api`", "RoundTrip", "request".
	Enters string
	// EntersAt is that handler.
	EntersAt source.Span
	// Reenters: the refusal of the request sent again comes back to this very
	// handler.
	Reenters Truth
	// Tests are the states that every way to the resend has tested, Sets those
	// that were set on the way or on the request that is sent.
	Tests, Sets []State
	// Opaque: a condition on the way could not be read, or a library bounds the
	// retries. Nothing may be concluded then.
	Opaque bool
	// AddGuard holds the edits that test and set a flag, where they are known.
	AddGuard []Edit
	// SendBelow are those that send it again through a transport that does not
	// come back here.
	SendBelow []Edit
}

// ResendForm is how the handler is entered again.
type ResendForm uint8

const (
	Interceptor ResendForm = iota
	Recursion
	Loop
)

// A State is something that a guard can test and set.
type State struct {
	At   source.Span
	Kind StateKind
	// Owner and Name tell states of one kind apart: the object and the property,
	// the variable's declaration, the parameter's position.
	Owner string
	Name  string
}

// StateKind says whether a state survives until the refusal comes back.
type StateKind uint8

const (
	// OnRequest: a property of the request that is sent again, or of its
	// configuration, headers or body.
	OnRequest StateKind = iota
	// OnCopy: a property of an object that is not the one sent.
	OnCopy
	// Outer: a variable, field or keyed entry that outlives the handler's call.
	Outer
	// Argument: a parameter of the function that calls itself.
	Argument
	// Inner: a variable made anew each time the handler runs, or a collection
	// that is keyed by the identity of an object which each send makes anew.
	Inner
	// Released: a variable that is set back before the request is sent again.
	Released
)

// survives reports whether what is set is still there when the refusal of the
// request sent again is handled.
func (k StateKind) survives() bool { return k == OnRequest || k == Outer || k == Argument }

// Bound is the judgement on a resend.
type Bound uint8

const (
	BoundUnknown Bound = iota
	Bounded
	// Unbounded: nothing is tested and set.
	Unbounded
	// NeverSet: a state is tested and nothing sets it.
	NeverSet
	// OtherName: one name is tested and another set.
	OtherName
	// Lost: what is set does not survive until it is tested.
	Lost
	// SetBack: what is set is set back before the request is sent again.
	SetBack
)

// Bound says whether anything ends the resending. Bounded means that some state
// that survives is both tested and set. Tested and set are the states to name
// in a message; either may be the zero State.
func (r *Resend) Bound() (b Bound, tested, set State) {
	if r.Reenters != Yes {
		return BoundUnknown, State{}, State{}
	}
	for _, t := range r.Tests {
		for _, s := range r.Sets {
			if t.same(s) && t.Kind.survives() && s.Kind.survives() {
				return Bounded, t, s
			}
		}
	}
	if r.Opaque {
		return BoundUnknown, State{}, State{}
	}
	if len(r.Tests) == 0 {
		return Unbounded, State{}, r.mark()
	}
	return r.mismatch()
}

// mark returns a flag that is put on a request although nothing tests it.
func (r *Resend) mark() State {
	for _, s := range r.Sets {
		if s.Kind == OnRequest || s.Kind == OnCopy {
			return s
		}
	}
	return State{}
}

// mismatch explains why tests and sets do not bound although there are tests.
func (r *Resend) mismatch() (Bound, State, State) {
	for _, t := range r.Tests {
		for _, s := range r.Sets {
			switch {
			case t.Name != s.Name:
			case t.Kind == Released:
				return SetBack, t, s
			default:
				return Lost, t, s
			}
		}
	}
	if s := r.mark(); s.Name != "" {
		return OtherName, r.Tests[0], s
	}
	return NeverSet, r.Tests[0], State{}
}

func (s State) same(t State) bool {
	return s.Kind == t.Kind && s.Owner == t.Owner && s.Name == t.Name
}

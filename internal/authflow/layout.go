package authflow

import "github.com/authlint/authlint/internal/source"

// A Layout is what stands where in one call of a client: in a call that sends a
// request, or in the one that makes the client. It is of the call itself, never
// of a wrapper around it.
type Layout struct {
	At      source.Span
	Call    string // how the code spells the function called: "axios.get"
	Library string // as in Client
	Method  string // upper case; empty where unknown, or where the call makes a client
	// Makes: the call makes a client, and its options are those of all its requests.
	Makes bool
	// Takes is how many arguments the function looks at.
	Takes     int
	Arguments []Operand
	// Credentials of the client, as in Client.
	Credentials Truth
	// Browser as in Request.
	Browser Truth
}

// An Operand is one argument of a call.
type Operand struct {
	At   source.Span
	Role Role
	Form Form
	// Members are the properties of an object, where it is one whose literal was
	// seen; Closed says that it has no others.
	Members []Property
	Closed  bool
	// Inside is where a property can be written into the object: after its brace.
	Inside source.Span
}

// Role is what a function takes an argument for.
type Role uint8

const (
	UnknownRole Role = iota
	URLRole
	BodyRole
	ConfigRole // options: headers, credentials
	ExtraRole  // beyond what the function looks at
)

// Form is what kind of value stands somewhere.
type Form uint8

const (
	OpaqueForm   Form = iota // not followed
	EmptyForm                // {}, null or undefined
	ObjectForm               // an object literal
	ListForm                 // an array literal
	TextForm                 // a string
	TruthForm                // true or false
	FunctionForm             // a function
)

// A Property is one property of an object literal.
type Property struct {
	At     source.Span // the property as a whole
	NameAt source.Span // its name, quotes and all; the whole where it has no value
	Name   string
	Form   Form
	// Constant is the value of a constant string or truth value.
	Constant string
	Members  []Property
	Closed   bool
	// Cut is the range that takes the property and its comma away.
	Cut source.Span
	// Inside as in Operand.
	Inside source.Span
}

// Find returns the property of that name, nil where there is none.
func Find(members []Property, name string) *Property {
	for i := range members {
		if members[i].Name == name {
			return &members[i]
		}
	}
	return nil
}

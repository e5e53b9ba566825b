// Package authflow is the vocabulary of authlint: neutral words for what code
// does with credentials, whichever language it is written in and whichever
// library it uses. The readers (gohttp for Go, tshttp for TypeScript) turn code
// into these facts; the rules judge them and know nothing of syntax.
//
// The package is pure. A fact is immutable once its reader has handed it out.
package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// Facts is what a rule sees at once: of a Go package, or of all the TypeScript
// of a run. Every list is in the order of its places.
type Facts struct {
	Language Language

	Clients  []*Client
	Requests []*Request
	// Connections are opened for many calls; their Requests are not seen.
	Connections   []*Connection
	Headers       []*HeaderWrite
	HeaderReads   []*HeaderRead
	Resends       []*Resend
	Reentries     []*Reentry
	ResponseReads []*ResponseRead
	Handlers      []*Handler
	Answers       []*TokenAnswer
	StatusTests   []*StatusTest
	Storage       []*StorageAccess
	Logs          []*LogWrite
	Units         []*UnitMix
	Layouts       []*Layout
	Discards      []*Discard
	LateWrites    []*LateWrite
	// ServerHandlers are of this package (Go) or of all files; Servers are the
	// routers that handlers are registered on.
	ServerHandlers []*ServerHandler
	Servers        []*Server
	// UnverifiedTokens are the claims that servers take without a check.
	UnverifiedTokens []*UnverifiedToken
	// LaxChecks verify tokens and take more than they should.
	LaxChecks []*LaxCheck
	// SecretTests compare what requests bring with secrets of the server.
	SecretTests []*SecretTest
	// HeaderParses take the Authorization header of a request apart unchecked.
	HeaderParses []*HeaderParse
	// QueryReads are the tokens that a server takes from queries.
	QueryReads []*QueryRead
	// KeptExpiries are the moments of expiry that are stored.
	KeptExpiries []*KeptExpiry
	// Defaults are the credentials that code puts among the defaults of clients.
	Defaults     []*DefaultCredential
	CORS         []*CORSPolicy
	Cookies      []*CookieWrite
	Gates        []*Gate
	StaleResends []*StaleResend
	Repeats      []*Repeat
	Pendings     []*Pending
	Snapshots    []*Snapshot
	// UntimedTokens are the tokens that are never refreshed for want of an expiry.
	UntimedTokens []*UntimedToken
	// Setups give a client credentials; Replaced are its maps of default headers
	// that are assigned as a whole.
	Setups   []*ClientSetup
	Replaced []*ReplacedDefault
	// LoginOnly are the defaults that a login sets and nothing sets again.
	LoginOnly []*LoginOnly
	// Overwrites put the refresh tokens of answers where the old ones are.
	Overwrites []*Overwrite
	// Registrations put interceptors on clients that live on.
	Registrations []*Registration

	// RefreshStarts are where requests that are refused, or about to be sent,
	// begin a refresh.
	RefreshStarts []*RefreshStart

	// Evidence is what the rest of the project shows, of both languages.
	Evidence Evidence
}

// Language tells the two halves apart where the words differ.
type Language string

const (
	Go         Language = "go"
	TypeScript Language = "ts"
)

// Truth is a three-valued answer. The zero value is Unknown: not seen, so
// nothing may be concluded.
type Truth uint8

const (
	Unknown Truth = iota
	No
	Yes
)

// TruthOf returns Yes or No.
func TruthOf(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// A Client is one identity through which requests go: an axios instance, an
// http.Client, or the one fetch of a page. Two facts speak of the same client
// exactly when they hold the same pointer.
type Client struct {
	At      source.Span // where it is made; invalid for a global one
	Library string      // as its documentation calls it: "axios", "fetch", "net/http", "resty"
	Name    string      // how the code calls it: "api"; for a global, as Library
	BaseURL credential.Shape
	// BaseURLs are all that the base URL can be, BaseURL among them.
	BaseURLs []credential.Shape
	// Credentials: the client sends cookies where they are not sent by default
	// (Fetch "credentials mode", XMLHttpRequest withCredentials), or, in Go,
	// keeps them at all (http.Client.Jar).
	Credentials Truth
	// AddJar are the edits that give it a cookie jar, where they are known.
	AddJar []Edit
}

// Purpose is what a request is for.
type Purpose uint8

const (
	Other Purpose = iota
	Login
	Refresh
	Logout
	Exchange // an authorization code, device code or password for tokens (RFC 6749 section 4)
)

func (p Purpose) String() string {
	return [...]string{"request", "login", "refresh", "logout", "token exchange"}[p]
}

// A Request is one call that sends a request.
type Request struct {
	At   source.Span // the call
	Call string      // how the code spells the function called: "api.post"
	// Sends is the call that sends the request where At is the call of a
	// function around it; both are facts then, of one request.
	Sends  source.Span
	Client *Client
	Method string           // upper case; empty where unknown
	URL    credential.Shape // with the client's base URL joined in front
	// URLs are all that the URL can be, URL among them.
	URLs []credential.Shape
	// QueryTokens are the parameters of its query whose values are not constant.
	QueryTokens []QueryToken
	// Origin identifies scheme, host and port: two requests with the same Origin
	// go to the same server. Empty where unknown. It need not be literal: an
	// environment variable names a server too.
	Origin string
	// CrossOrigin: the URL is absolute and names another origin than the page's.
	CrossOrigin Truth
	Purpose     Purpose
	// Grant is the grant_type in its body (RFC 6749); empty where none was seen.
	Grant string
	// Credentials: cookies go along although the origin differs; in Go, the
	// client keeps cookies.
	Credentials Truth
	// Authorized: the request carries its own Authorization header, from the
	// call, the client or an interceptor. It is No only where all that the call
	// and its client give was seen.
	Authorized Truth
	// CarriesToken: the call itself hands a token over, in a header or in the
	// body, so that it needs no cookie: a refresh with the refresh token in it.
	CarriesToken Truth
	// Browser: the code runs where CORS and the cookie rules of browsers hold. It
	// is No on a server, in a command and in a native application.
	Browser Truth
	// NeedsCookieOf is the earlier login whose cookie this request depends on:
	// sent through the same client with no other credentials.
	NeedsCookieOf *Request
	// AddCredentials is the edit that turns Credentials on, nil where no safe
	// place for it was found.
	AddCredentials *Edit
}

// An Edit replaces a range of the source.
type Edit struct {
	At   source.Span // Start == End inserts
	Text string
}

// A HeaderWrite puts a value into a request header.
type HeaderWrite struct {
	At   source.Span // the write: the property or the call
	Name string      // as written
	// NameAt is the name itself, without quotes, where it is written out.
	NameAt source.Span
	// Accompanied: the same request is given an Authorization header too.
	Accompanied bool
	// Values are the shapes that the value can have, one for each path that was
	// told apart; at least one.
	Values  []credential.Shape
	ValueAt source.Span
	// Client through which the header goes out; nil where unknown.
	Client *Client
	// Origin as in Request; empty where unknown.
	Origin string
	// Call is the place of the request that carries the header, where there is
	// one such place.
	Call source.Span
	// Apart: a function of its own writes the header, and the one that sends the
	// request calls it.
	Apart bool
	// Null is "null" or "undefined" where that is one of the values, and Sender
	// the library that sends the header, which decides what becomes of it; "grpc"
	// where the header is metadata of a call of gRPC.
	Null   string
	Sender string
	// PutScheme are the edits that put "Bearer " before the value (Putting has them
	// for another scheme); SkipNull those that leave the header out where what its
	// value is made of is null.
	PutScheme, SkipNull []Edit
	// TakeScheme are the edits that take away the scheme that the value's own
	// expression writes, Await those that await the promise in it, Encode those
	// that put what follows the scheme through base64.
	TakeScheme, Await, Encode []Edit
	// InScope are the names in placeholders of the value's text that are variables
	// where it stands, and Fill the edits that put these in.
	InScope []string
	Fill    []Edit
	// Configures: the header stands in the configuration of a tool, which fills
	// placeholders in itself.
	Configures bool
	// TestsScheme: the code around the write looks whether the value has its
	// scheme already.
	TestsScheme bool
	// Via is the write inside a helper that this call leads to; invalid where the
	// write is direct.
	Via source.Span
	// CallersUnseen: the value is a parameter of a function that code elsewhere
	// may call, and no call of it was seen. Whoever sees one, as a write with
	// this one as its Via, judges that and drops this.
	CallersUnseen bool
}

// IsAuthorization reports whether the header carries credentials (RFC 9110
// sections 11.6.2 and 11.7.2).
func (w *HeaderWrite) IsAuthorization() bool {
	return strings.EqualFold(w.Name, "Authorization") || strings.EqualFold(w.Name, "Proxy-Authorization")
}

// Putting returns the edits that put a scheme and a blank before the value; nil
// where none are known, or where the scheme would end the template that it is
// put into.
func (w *HeaderWrite) Putting(scheme string) []Edit {
	if strings.Contains(scheme, "`") {
		return nil
	}
	edits := slices.Clone(w.PutScheme)
	for i := range edits {
		edits[i].Text = strings.Replace(edits[i].Text, "Bearer ", scheme+" ", 1)
	}
	return edits
}

// A StatusTest compares the status of an HTTP response with a constant.
type StatusTest struct {
	At      source.Span
	Subject string // how the code spells the status: "error.response.status"
	// Strict: the comparison never converts between types (=== or a switch).
	Strict bool
	// Constants are the values compared with.
	Constants []StatusConstant
}

// A StatusConstant is one constant in a StatusTest.
type StatusConstant struct {
	At     source.Span
	Text   string // without quotes
	Quoted bool   // a string in the source
	Named  bool   // At is the name of a constant that is declared elsewhere
}

// Evidence is what the project as a whole shows. Each item is a place that a
// finding can name.
type Evidence struct {
	// ServerReads are the places where a server of the project reads the
	// Authorization header of a request.
	ServerReads []ServerRead
	// NamesRead are the headers of other names than Authorization, near it, that a
	// server of the project reads: credentials in them are no mistake.
	NamesRead []NameRead
	// SchemeJoins are the places that show that a token of the project may carry
	// its scheme before it is put into a header: a scheme that is kept apart is
	// joined to it (`${tokenType} ${token}`), it is stored, returned or assigned
	// with its scheme (token: "Bearer " + t), or it is the header of an answer.
	SchemeJoins []source.Span
	// TokenReads are the places where the project reads a stored token or sends
	// one: it lives on tokens, not on cookies alone.
	TokenReads []source.Span
	// SessionCookies are the places where a server of the project sets a cookie
	// that holds a session or token.
	SessionCookies []source.Span
	// CredentialedCORS are the places where a server of the project allows
	// credentials across origins.
	CredentialedCORS []source.Span
	// AuthMiddlewares are the places of what refuses requests before the handlers
	// of a server run.
	AuthMiddlewares []source.Span
	// TokenChecks are the places where the project verifies a token.
	TokenChecks []source.Span
	// Reloads are the places where a page is loaded anew after a login, which
	// runs all that runs at load again. They are only looked for where a token is
	// kept from load on.
	Reloads []source.Span
	// Declared is what the configuration says.
	Declared Declared
}

// A ServerRead is a server's reading of the Authorization header.
type ServerRead struct {
	At source.Span
	// Scheme tells what the server does with the scheme.
	Scheme SchemeUse
}

// SchemeUse is what a server does with the scheme of a header that it reads.
type SchemeUse uint8

const (
	SchemeUnseen   SchemeUse = iota // not followed
	SchemeDemanded                  // tested, split off or stripped
	SchemeIgnored                   // the whole value is used as the token
)

// Merge returns the evidence of both.
func (e Evidence) Merge(f Evidence) Evidence {
	return Evidence{
		ServerReads:      append(append([]ServerRead(nil), e.ServerReads...), f.ServerReads...),
		NamesRead:        append(append([]NameRead(nil), e.NamesRead...), f.NamesRead...),
		SchemeJoins:      append(append([]source.Span(nil), e.SchemeJoins...), f.SchemeJoins...),
		TokenReads:       append(append([]source.Span(nil), e.TokenReads...), f.TokenReads...),
		SessionCookies:   append(append([]source.Span(nil), e.SessionCookies...), f.SessionCookies...),
		CredentialedCORS: append(append([]source.Span(nil), e.CredentialedCORS...), f.CredentialedCORS...),
		AuthMiddlewares:  append(append([]source.Span(nil), e.AuthMiddlewares...), f.AuthMiddlewares...),
		TokenChecks:      append(append([]source.Span(nil), e.TokenChecks...), f.TokenChecks...),
		Reloads:          append(append([]source.Span(nil), e.Reloads...), f.Reloads...),
		Declared:         e.Declared.merge(f.Declared),
	}
}

// SendsRaw reports whether some Authorization header may be a token without a
// scheme. Whether that is right depends on the server.
func (f *Facts) SendsRaw() bool {
	return slices.ContainsFunc(f.Headers, func(w *HeaderWrite) bool {
		return strings.EqualFold(w.Name, "Authorization") && slices.ContainsFunc(w.Values, func(v credential.Shape) bool {
			_, bare := credential.Bare(v)
			return bare
		})
	})
}

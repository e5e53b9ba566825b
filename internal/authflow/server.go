package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// A ServerHandler is a function that a server runs for requests that come in.
type ServerHandler struct {
	At source.Span // its head
	// ID tells the function from others of the project, across packages and
	// files: a registration of it names the same ID. Empty where it has no name.
	ID   string
	Name string // how the code calls it; empty for a function in place
	// Framework as its documentation calls it: "gin", "net/http", "Express".
	Framework string
	// Middleware: other handlers run after it, for the same request. Unknown
	// where neither its code nor a registration that was seen tells.
	Middleware Truth
	// MiddlewareAt is the place that shows it: the call of the next handler, the
	// registration.
	MiddlewareAt source.Span
	// Authenticates: it looks at credentials, or its name says that it does.
	Authenticates bool
	// PassesOptions: it lets a preflight (method OPTIONS) through before it
	// rejects anything.
	PassesOptions bool
	// Optional: it refuses only those who bring credentials that do not hold.
	Optional bool
	// Rejections are the places where it refuses a request, in their order.
	Rejections []*Rejection
}

// RefusesPreflights: it refuses requests that have no credentials, which a
// preflight never has, and does not look at the method.
func (h *ServerHandler) RefusesPreflights() bool {
	return h.Rejects() && !h.PassesOptions && !h.Optional
}

// Rejects reports whether it refuses requests by their credentials.
func (h *ServerHandler) Rejects() bool {
	for _, r := range h.Rejections {
		if r.Status == 401 || r.Status == 403 {
			return true
		}
	}
	return false
}

// RegisteredAt notes where a handler is registered to run before others, which
// tells of one whose own code does not that it is a middleware.
func (h *ServerHandler) RegisteredAt(at source.Span) {
	if h.Middleware == Unknown {
		h.Middleware, h.MiddlewareAt = Yes, at
	}
}

// A Rejection is a place where a server's handler answers that a request is
// refused.
type Rejection struct {
	At   source.Span // the call or assignment that rejects
	Call string      // how the code spells what is called: "c.JSON"
	// Status is that of the answer, 0 where it is not constant or is none.
	Status int
	Way    RejectionWay
	// Branch: a condition leads here.
	Branch bool
	// Returned: what answers is returned, thrown, or the statement that follows
	// leaves the function.
	Returned bool
	// Chain: if the handler is a middleware, those after it run for the refused
	// request too, since nothing on this way keeps the framework from it (gin: no
	// Abort). Unknown in frameworks that run only what is called.
	Chain Truth
	// Sequel is what runs after it in the same function.
	Sequel Sequel
	// Callback: it stands in a callback, and what runs after it behind the call
	// that is given the callback, so that a return does not help.
	Callback bool
	// Mend are the edits that make the function stop here, nil where no place for
	// them is known, and MendBy says what they do: "Return after the rejection".
	Mend   []Edit
	MendBy string
}

// RejectionWay is how a request is refused.
type RejectionWay uint8

const (
	// Answered: an answer is written. Where the function goes on, so does all.
	Answered RejectionWay = iota
	// Aborted: the framework is told to run no further handler (gin). The
	// function itself goes on all the same.
	Aborted
	// ThrownAway: the answer is made and thrown away (hono c.json, echo.NewHTTPError
	// as a statement): nothing is written.
	ThrownAway
	// Unthrown: an error that would be the answer is made and not thrown (NestJS).
	Unthrown
	// CountsTrue: a guard returns the response, which is as good as true (NestJS).
	CountsTrue
	// Unsent: a status is set and nothing is sent (Fastify reply.code): the
	// framework goes on.
	Unsent
	// Overlooked: the branch of a check that failed is empty or only logs. Call is
	// the condition.
	Overlooked
)

// A Sequel is what runs after a place.
type Sequel struct {
	Kind SequelKind
	At   source.Span // the first that matters
	Call string      // how the code spells it
	// Checked: a condition in between may still stop the way there.
	Checked bool
}

// SequelKind orders what can run by how bad it is after a rejection.
type SequelKind uint8

const (
	// SequelUnknown: the way on depends on a condition that may know of the
	// rejection, or is not to be seen.
	SequelUnknown SequelKind = iota
	// SequelEnds: nothing but logging and the like.
	SequelEnds
	// SequelWork: the function does what it does for requests that are let in.
	SequelWork
	// SequelAnswer: another answer is written.
	SequelAnswer
	// SequelNext: the next handler is called.
	SequelNext
)

// A Server is a router, or a group of one, on which handlers are registered one
// after another in one function.
type Server struct {
	At        source.Span // where it is made, or the first registration
	Framework string
	Name      string // how the code calls it: "r", "app"
	Uses      []Use  // in the order of the code; of wrappers, the outermost first
	// Routes is the last registration of a route that was seen, or of what may
	// register some; invalid where there is none.
	Routes source.Span
	// FirstRoute is the first of them.
	FirstRoute source.Span
	// Preflights are the paths of the routes that may answer a preflight; "*" is
	// any.
	Preflights []string
	// Part: it is a router that an application has to mount.
	Part bool
	// Within is the router that runs this one, nil where none was seen.
	Within *Server
}

// CORSOrder is what is wrong with the place of a CORS layer on a server.
type CORSOrder uint8

const (
	CORSFirst       CORSOrder = iota
	CORSAfterAuth             // preflights are refused before they come to it
	CORSAfterRoute            // every route runs without it
	CORSNoPreflight           // it runs on a route alone, and no route takes its preflights
)

// CORSOrder returns the first CORS layer that stands in the wrong place, and
// what stands before it.
func (s *Server) CORSOrder() (order CORSOrder, cors, before Use) {
	if s.Within != nil && slices.ContainsFunc(s.Within.Uses, func(u Use) bool { return u.CORS && u.Scope == UseAll }) {
		return CORSFirst, Use{}, Use{} // preflights are answered before they come here
	}
	var auth *Use
	for i, u := range s.Uses {
		if u.Scope != UseAll || u.Path != "" && u.Path != "/" && u.Path != "*" && u.Path != "/*" {
			continue // for a part of the requests
		}
		switch {
		case u.CORS && auth != nil:
			return CORSAfterAuth, u, *auth
		case u.CORS && s.Framework == "gin" && s.FirstRoute.Valid() && s.Routes.Start < u.At.Start:
			return CORSAfterRoute, u, Use{At: s.FirstRoute}
		case u.CORS:
			return CORSFirst, u, Use{} // preflights are answered here
		case u.Refuses && auth == nil:
			auth = &s.Uses[i]
		}
	}
	return s.corsOfRoute()
}

// corsOfRoute looks for a CORS layer on one route, where no other answers the
// preflight for its path.
func (s *Server) corsOfRoute() (CORSOrder, Use, Use) {
	for _, u := range s.Uses {
		if u.CORS && u.Scope != UseRoute {
			return CORSFirst, Use{}, Use{} // for a part of the paths, this one perhaps
		}
	}
	for _, u := range s.Uses {
		if u.CORS && !slices.Contains(s.Preflights, u.Path) && !slices.ContainsFunc(s.Preflights, func(p string) bool { return strings.ContainsAny(p, "*{") }) {
			return CORSNoPreflight, u, Use{}
		}
	}
	return CORSFirst, Use{}, Use{}
}

// A Use registers a handler.
type Use struct {
	At    source.Span // the argument
	Call  string      // how the code spells the function called: "r.Use"
	Scope UseScope
	Path  string // constant path of the route or prefix; empty where there is none
	// Handler is the ID of the function that is registered, or of the one that
	// makes it, one of a library too ("github.com/gin-contrib/cors.Default");
	// empty where it has no name. What spells the argument: "cors.Default()".
	Handler string
	What    string
	// CORS: it answers preflights. Refuses: it is a middleware that refuses
	// requests without credentials, preflights among them.
	CORS, Refuses bool
}

// UseScope is for which requests a registered handler runs.
type UseScope uint8

const (
	UseAll   UseScope = iota // all that come after, on this router
	UseGroup                 // a group or prefix
	UseRoute                 // one route
)

// guardWords in the name of a handler say that it is there for credentials.
var guardWords = []string{"auth", "authn", "authz", "authenticate", "authenticated", "authentication", "authorize", "authorized", "authorization",
	"jwt", "token", "login", "logged", "session", "permission", "permissions", "role", "roles", "admin", "guard", "protect", "protected",
	"require", "required", "verify", "bearer", "acl", "rbac", "signin", "privilege", "access", "identity", "apikey", "superuser", "staff", "member"}

// optionalWords in the name of a handler say that it lets everybody in.
var optionalWords = []string{"optional", "optionally", "maybe", "try", "soft", "anonymous", "guest", "public", "load", "attach", "populate", "inject",
	"extract", "context", "identify", "parse", "decode", "set", "get", "current", "with", "add", "log", "logging", "logger", "init", "refresh", "renew"}

// demandingWords in the name of a handler say that it lets nobody in without.
var demandingWords = []string{"require", "required", "requires", "ensure", "ensures", "must", "only", "protect", "protected", "guard", "verify", "validate", "check",
	"authenticate", "authenticated", "authorize", "authorized"}

// DemandsLogin reports whether the name of a handler says that it lets nobody in
// without credentials: requireAuth, but not optionalAuth or loadSession.
func DemandsLogin(name string) bool {
	words := credential.Words(name)
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	return NamesAuth(name) && has(demandingWords) && !has(optionalWords)
}

// ChecksLogin reports whether a function is named for checking who sends a
// request: verifyToken, authenticate, authorizeUser.
func ChecksLogin(name string) bool {
	low := strings.ToLower(name)
	return NamesTokenCheck(name) || strings.HasPrefix(low, "authenticat") || strings.HasPrefix(low, "authoriz")
}

// NamesAuth reports whether the name of a handler says that it is there to look
// at credentials: RequireAuth, jwtMiddleware, isAdmin.
func NamesAuth(name string) bool {
	for _, w := range credential.Words(name) {
		for _, a := range guardWords {
			if w == a {
				return true
			}
		}
		if strings.HasPrefix(w, "auth") && w != "author" && w != "authors" || strings.HasPrefix(w, "jwt") {
			return true
		}
	}
	return false
}

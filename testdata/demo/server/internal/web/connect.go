package web

import (
	"net/http"
	"sync"

	"larder.example/server/internal/oauth"
)

// grants are the tokens with which we act for the shop at our partners.
type grants struct {
	mu     sync.Mutex
	tokens map[string]*oauth.Tokens
}

func newGrants() *grants { return &grants{tokens: map[string]*oauth.Tokens{}} }

func (g *grants) keep(partner string, t *oauth.Tokens) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.tokens[partner] = t
}

// connectPayments is where the payment provider sends the shop's owner back to.
func (s *Server) connectPayments(w http.ResponseWriter, r *http.Request) {
	tokens, err := oauth.Exchange(r.Context(), s.Payments, r.FormValue("code"))
	if err != nil {
		http.Error(w, "the payment provider did not take our code", http.StatusBadGateway)
		return
	}
	s.grants.keep("payments", tokens)
	http.Redirect(w, r, s.Origin+"/settings?connected=payments", http.StatusSeeOther)
}

// connectBookkeeping is where the bookkeeping service sends the shop's owner
// back to.
func (s *Server) connectBookkeeping(w http.ResponseWriter, r *http.Request) {
	if _, err := oauth.Exchange(r.Context(), s.Bookkeeping, r.FormValue("code")); err != nil {
		http.Error(w, "the bookkeeping service did not take our code", http.StatusBadGateway)
		return
	}
	http.Redirect(w, r, s.Origin+"/settings?connected=bookkeeping", http.StatusSeeOther)
}

package web

import (
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"
)

const (
	boxPrice = 2490    // cents
	maxPhoto = 8 << 20 // bytes
)

type order struct {
	ID     string   `json:"id"`
	Placed string   `json:"placed"`
	Items  []string `json:"items"`
	Status string   `json:"status"`

	user, parcel string
	photo        []byte
}

// orders are kept in memory.
type orders struct {
	mu   sync.Mutex
	byID map[string]*order
}

func newOrders() *orders { return &orders{byID: map[string]*order{}} }

// find returns the user's order that a request names, or answers that there is
// none.
func (o *orders) find(w http.ResponseWriter, r *http.Request, user string) *order {
	o.mu.Lock()
	defer o.mu.Unlock()
	if found := o.byID[r.PathValue("id")]; found != nil && found.user == user {
		return found
	}
	http.NotFound(w, r)
	return nil
}

func (s *Server) listOrders(w http.ResponseWriter, _ *http.Request, user string) {
	s.orders.mu.Lock()
	defer s.orders.mu.Unlock()
	mine := []*order{}
	for _, o := range s.orders.byID {
		if o.user == user {
			mine = append(mine, o)
		}
	}
	answer(w, http.StatusOK, mine)
}

func (s *Server) placeOrder(w http.ResponseWriter, r *http.Request, user string) {
	var wish struct{ Items []string }
	if err := json.NewDecoder(r.Body).Decode(&wish); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	o := &order{ID: rand.Text(), Placed: time.Now().Format(time.DateOnly), Status: "placed", user: user}
	for _, supplier := range s.Stock {
		stock, err := supplier.InStock()
		if err != nil {
			http.Error(w, "a supplier does not answer", http.StatusBadGateway)
			return
		}
		for _, item := range wish.Items {
			if slices.Contains(stock, item) {
				o.Items = append(o.Items, item)
			}
		}
	}
	if err := s.Payment.Charge(r.Context(), o.ID, boxPrice); err != nil {
		http.Error(w, "the payment was refused", http.StatusPaymentRequired)
		return
	}
	parcel, err := s.Courier.Book(r.Context(), user)
	if err != nil {
		http.Error(w, "no van is to be had", http.StatusBadGateway)
		return
	}
	o.parcel = parcel
	s.orders.mu.Lock()
	s.orders.byID[o.ID] = o
	s.orders.mu.Unlock()
	answer(w, http.StatusCreated, o)
}

func (s *Server) showOrder(w http.ResponseWriter, r *http.Request, user string) {
	if o := s.orders.find(w, r, user); o != nil {
		answer(w, http.StatusOK, o)
	}
}

func (s *Server) cancelOrder(w http.ResponseWriter, r *http.Request, user string) {
	o := s.orders.find(w, r, user)
	if o == nil {
		return
	}
	if err := s.Courier.Cancel(r.Context(), o.parcel); err != nil {
		http.Error(w, "the van is on its way", http.StatusConflict)
		return
	}
	s.orders.mu.Lock()
	delete(s.orders.byID, o.ID)
	s.orders.mu.Unlock()
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) received(w http.ResponseWriter, r *http.Request, user string) {
	s.change(w, r, user, func(o *order) { o.Status = "delivered" })
}

func (s *Server) putPhoto(w http.ResponseWriter, r *http.Request, user string) {
	photo, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPhoto))
	if err != nil {
		http.Error(w, "the photo is too large", http.StatusRequestEntityTooLarge)
		return
	}
	s.change(w, r, user, func(o *order) { o.photo = photo })
}

func (s *Server) deletePhoto(w http.ResponseWriter, r *http.Request, user string) {
	s.change(w, r, user, func(o *order) { o.photo = nil })
}

func (s *Server) change(w http.ResponseWriter, r *http.Request, user string, change func(*order)) {
	if o := s.orders.find(w, r, user); o != nil {
		s.orders.mu.Lock()
		change(o)
		s.orders.mu.Unlock()
		w.WriteHeader(http.StatusNoContent)
	}
}

// Command larder serves the API of the Larder shop.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"

	"larder.example/server/internal/courier"
	"larder.example/server/internal/notify"
	"larder.example/server/internal/oauth"
	"larder.example/server/internal/payment"
	"larder.example/server/internal/supplier"
	"larder.example/server/internal/token"
	"larder.example/server/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	secret, err := os.ReadFile("/run/secrets/larder-token-key")
	if err != nil {
		return err
	}
	grocer, err := supplier.NewGrocer(os.Getenv("GROCER_USER"), os.Getenv("GROCER_PASSWORD"))
	if err != nil {
		return err
	}
	payments := oauth.Config{
		TokenURL:     "https://id.payments.example/oauth/token",
		ClientID:     os.Getenv("PAYMENTS_CLIENT_ID"),
		ClientSecret: os.Getenv("PAYMENTS_CLIENT_SECRET"),
	}
	s := web.New(web.Config{
		Origin:   os.Getenv("LARDER_ORIGIN"),
		Tokens:   token.NewIssuer(secret),
		Payments: payments,
		Bookkeeping: oauth.Config{
			TokenURL:     "https://id.bookkeeping.example/oauth/token",
			ClientID:     os.Getenv("BOOKKEEPING_CLIENT_ID"),
			ClientSecret: os.Getenv("BOOKKEEPING_CLIENT_SECRET"),
		},
		Payment: payment.New(payments),
		Courier: courier.New("/run/secrets/courier-token"),
		Notify:  notify.New(os.Getenv("NOTIFY_TOKEN")),
		Stock:   []web.Stock{grocer, supplier.NewBakery(os.Getenv("BAKERY_USER"), os.Getenv("BAKERY_PASSWORD"))},
	})
	server := &http.Server{Addr: ":8080", Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		wait, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		server.Shutdown(wait)
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

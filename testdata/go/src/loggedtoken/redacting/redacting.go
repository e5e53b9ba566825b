// Package redacting has a logger that leaves tokens out.
package redacting

import (
	"log/slog"
	"net/http"
	"os"
)

func setup() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if a.Key == "token" {
				return slog.String("token", "***")
			}
			return a
		},
	})))
}

func auth(r *http.Request, token string) {
	slog.Info("auth", "token", token) // the handler masks it
}

// Package dated has a logger that writes times in a form of its own.
package dated

import (
	"log/slog"
	"net/http"
	"os"
)

func setup() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.String("time", "now")
			}
			return a
		},
	})))
}

func auth(r *http.Request, token string) {
	slog.Info("auth", "token", token) // want "`token` is written to the log"
}

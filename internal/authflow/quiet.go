package authflow

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/credential"
)

// logWords are the words of names that loggers and what they are asked for have.
var logWords = []string{"log", "logs", "logf", "logln", "logger", "logging", "slog", "zap", "logrus", "zerolog", "klog", "glog", "syslog", "console"}

// NamesLog reports whether a call, as the code spells its function, writes to a
// log by its name: "log.Printf", "s.logger.Info", "console.warn". A login, a
// catalog and a blog are none.
func NamesLog(call string) bool {
	if strings.HasPrefix(call, "fmt.Print") || strings.HasPrefix(call, "fmt.Fprint") {
		return true
	}
	words := credential.Words(call)
	for i, w := range words {
		if slices.Contains(logWords, w) && !(w == "log" && i+1 < len(words) && (words[i+1] == "in" || words[i+1] == "out")) {
			return true
		}
	}
	return false
}

// levels are the names under which loggers write; a format, pairs and a context
// are asked for by an ending.
var levels = []string{"print", "log", "debug", "info", "warn", "warning", "error", "trace"}

// QuietCall reports whether a call to a function or method of that name after a
// rejection is one that nobody minds: it logs, or counts what happened.
func QuietCall(name string) bool {
	low := strings.ToLower(name)
	for _, l := range levels {
		if rest, ok := strings.CutPrefix(low, l); ok && slices.Contains([]string{"", "f", "w", "ln", "context"}, rest) {
			return true
		}
	}
	for _, verb := range []string{"audit", "record", "track"} {
		if strings.HasPrefix(low, verb) {
			return true
		}
	}
	return strings.HasPrefix(low, "log") && !strings.HasPrefix(low, "login") && !strings.HasPrefix(low, "logout")
}

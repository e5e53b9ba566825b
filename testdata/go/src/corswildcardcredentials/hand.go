package corswildcardcredentials

import (
	"log"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

// e. By hand.
func star(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*") // want "browsers refuse"
		w.Header().Set("Access-Control-Allow-Credentials", "true")
		if r.Method == http.MethodOptions {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func reflected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin")
		if origin != "" {
			log.Println("origin", origin)
			w.Header().Set("Access-Control-Allow-Origin", origin) // want "any origin is let in"
			w.Header().Set("Access-Control-Allow-Credentials", "true")
		}
		next.ServeHTTP(w, r)
	})
}

func inGin(c *gin.Context) {
	c.Header("Access-Control-Allow-Origin", c.GetHeader("Origin")) // want "any origin is let in"
	c.Header("Access-Control-Allow-Credentials", "true")
}

func inEcho(c echo.Context) error {
	c.Response().Header().Set(echo.HeaderAccessControlAllowOrigin, "*") // want "browsers refuse"
	c.Response().Header().Set(echo.HeaderAccessControlAllowCredentials, "true")
	return nil
}

func inAMap() map[string]string {
	return map[string]string{
		"Access-Control-Allow-Origin":      "*", // want "browsers refuse"
		"Access-Control-Allow-Credentials": "true",
	}
}

var allowed = map[string]bool{"https://app.example.com": true}

func checked(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if allowed[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin) // compared with a list
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	} else {
		w.Header().Set("Access-Control-Allow-Origin", "*") // the other branch has no credentials
	}
}

func checkedBefore(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if !strings.HasSuffix(origin, ".example.com") {
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", origin) // others have left
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func leftBefore(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/public" {
		w.Header().Set("Access-Control-Allow-Origin", "*") // left before credentials
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func replaced(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	if origin := r.Header.Get("Origin"); allowed[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin) // replaces the star
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

// Its only caller asks first.
func write(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func asks(w http.ResponseWriter, r *http.Request) {
	if allowed[r.Header.Get("Origin")] {
		write(w, r)
	}
}

func public(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // no credentials
}

// The origin is looked at by what is no log, although its name begins like one.
func asksTheLogin(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	loginPageOf(origin)
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func loginPageOf(origin string) {
	if !allowed[origin] {
		panic(http.ErrAbortHandler)
	}
}

// Headers of a request are no answer.
func sends(req *http.Request) {
	req.Header.Set("Access-Control-Allow-Origin", "*")
	req.Header.Set("Access-Control-Allow-Credentials", "true")
}

// gap: written through a map's index.
func byIndex(w http.ResponseWriter) {
	w.Header()["Access-Control-Allow-Origin"] = []string{"*"}
	w.Header()["Access-Control-Allow-Credentials"] = []string{"true"}
}

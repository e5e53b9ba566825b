package lateheader

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"
)

// a: the header is set on a request that was sent.

func get(c *http.Client, token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", "https://api.example.com", nil)
	resp, err := c.Do(req)
	req.Header.Set("Authorization", "Bearer "+token) // want "`req.Header.Set` comes after the request was sent"
	return resp, err
}

// Servers: after the first write.

func encoded(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	json.NewEncoder(w).Encode("ok")
	http.SetCookie(w, c) // want "`http.SetCookie` comes after the answer was begun"
}

func checked(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	if _, err := w.Write([]byte("ok")); err != nil {
		return
	}
	http.SetCookie(w, c) // want "comes after the answer was begun"
}

func status(w http.ResponseWriter, r *http.Request, token string) {
	w.WriteHeader(http.StatusOK)
	w.Header().Set("Authorization", "Bearer "+token) // want "comes after the answer was begun"
}

func printed(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	fmt.Fprintln(w, "welcome")
	if r.Method == "POST" {
		http.SetCookie(w, c) // want "comes after the answer was begun"
	}
}

func asks(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you", http.StatusUnauthorized)
	w.Header().Add("WWW-Authenticate", "Bearer") // want "comes after the answer was begun"
}

func redirected(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	http.Redirect(w, r, "/", http.StatusSeeOther)
	http.SetCookie(w, c) // want "comes after the answer was begun"
}

func session(w http.ResponseWriter, r *http.Request, s *sessions.Session) {
	fmt.Fprint(w, "welcome")
	s.Save(r, w) // want "`s.Save` comes after the answer was begun"
}

func ofGin(c *gin.Context) {
	c.JSON(200, "ok")
	c.SetCookie("theme", "dark", 0, "", "", true, true)   // want "`c.SetCookie` comes after the answer was begun"
	c.Header("Authorization", "Bearer "+c.GetHeader("x")) // want "`c.Header` comes after the answer was begun"
}

func ofEcho(c echo.Context, cookie *http.Cookie) error {
	err := c.JSON(200, "ok")
	c.SetCookie(cookie)                                        // want "`c.SetCookie` comes after the answer was begun"
	c.Response().Header().Set("Authorization", "Bearer token") // want "comes after the answer was begun"
	return err
}

// gap: a helper begins the answer.

func answer(w http.ResponseWriter, v any) { json.NewEncoder(w).Encode(v) }

func helped(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	answer(w, "ok")
	http.SetCookie(w, c)
}

// gap: a branch that does not return: on one way only it is too late.

func branch(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	if r.Method != "POST" {
		w.WriteHeader(http.StatusMethodNotAllowed)
	}
	http.SetCookie(w, c)
}

// Right: the request is sent again, or is another's.

func again(c *http.Client, token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", "https://api.example.com", nil)
	resp, err := c.Do(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return c.Do(req)
}

func polls(c *http.Client, tokens chan string) {
	req, _ := http.NewRequest("GET", "https://api.example.com", nil)
	for token := range tokens {
		c.Do(req)
		req.Header.Set("Authorization", "Bearer "+token) // for the next turn
	}
}

func callers(c *http.Client, req *http.Request, token string) {
	c.Do(req)
	req.Header.Set("Authorization", "Bearer "+token) // the caller has it too
}

type keeper struct{ req *http.Request }

func (k *keeper) keeps(c *http.Client, token string) {
	req, _ := http.NewRequest("GET", "https://api.example.com", nil)
	c.Do(req)
	req.Header.Set("Authorization", "Bearer "+token)
	k.req = req // for later
}

// Right: before the write, on another branch, or on the other answer.

func first(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	http.SetCookie(w, c)
	w.WriteHeader(http.StatusOK)
	w.Write(nil)
}

func refused(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	if r.Method != "POST" {
		http.Error(w, "no", http.StatusMethodNotAllowed)
		return
	}
	http.SetCookie(w, c)
}

func either(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	if r.Method != "POST" {
		w.WriteHeader(http.StatusMethodNotAllowed)
	} else {
		http.SetCookie(w, c)
	}
}

func hints(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	w.WriteHeader(http.StatusEarlyHints) // the answer is still to come
	http.SetCookie(w, c)
}

func two(w, other http.ResponseWriter, c *http.Cookie) {
	w.WriteHeader(http.StatusOK)
	http.SetCookie(other, c)
}

func deferred(w http.ResponseWriter, r *http.Request, c *http.Cookie) {
	defer fmt.Fprintln(w, "bye") // runs last
	http.SetCookie(w, c)
}

func ginStatus(c *gin.Context) {
	c.Status(201) // is only noted
	c.SetCookie("theme", "dark", 0, "", "", true, true)
	c.JSON(201, "ok")
}

// Right: no header of credentials.

func trailer(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("data"))
	w.Header().Set("X-Checksum", "1") // a trailer
}

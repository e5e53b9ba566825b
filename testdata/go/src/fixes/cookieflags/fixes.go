package fixes

import "net/http"

func set(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true}) // want "HttpOnly"
	http.SetCookie(w, &http.Cookie{                                              // want "Secure"
		Name:     "theme",
		Value:    "dark",
		SameSite: http.SameSiteNoneMode,
	})
}

package headertypo

import "net/http"

func send(req *http.Request, token string) {
	req.Header.Set("Authorisation", "Bearer "+token)  // want "spelled"
	req.Header.Set("Authentication", "Bearer "+token) // want "no server"
	req.Header.Set("Bearer", token)                   // want "no server"
	_ = req.Header["authorization"]                   // want "always nil"
}

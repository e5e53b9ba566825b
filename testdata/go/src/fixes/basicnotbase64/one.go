package basicnotbase64

import "net/http"

func one(req *http.Request, user, password string) {
	req.Header.Set("Authorization", "Basic "+user+":"+password) // want "as plain text"
}

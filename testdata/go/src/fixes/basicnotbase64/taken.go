package basicnotbase64

import (
	base64 "net/http"
)

func taken(req *base64.Request, user, password string) {
	req.Header.Set("Authorization", "Basic "+user+":"+password) // want "as plain text"
}

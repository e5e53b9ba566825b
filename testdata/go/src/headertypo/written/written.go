// Package written puts the header into the map by its own hand.
package written

import "net/http"

func set(req *http.Request, token string) string {
	req.Header["authorization"] = []string{"Bearer " + token} // works on the wire
	return req.Header["authorization"][0]                     // and is found under the same name
}

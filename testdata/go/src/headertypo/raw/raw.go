// Package raw writes the header under the spelling that it looks up.
package raw

import "net/http"

func send(req *http.Request, token string) {
	req.Header["authorization"] = []string{"Bearer " + token} // it works on the wire
	_ = req.Header["authorization"]
}

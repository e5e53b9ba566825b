package basicnotbase64

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"os"
)

func wrong(req *http.Request, user, password string) {
	req.Header.Set("Authorization", "Basic "+user+":"+password)                 // want "`{user}:{password}` is sent as plain text behind `Basic`"
	req.Header.Set("Authorization", fmt.Sprintf("Basic %s:%s", user, password)) // want "as plain text"
	req.Header.Set("Authorization", "Basic admin:hunter2")                      // want "`user:password` is sent as plain text"
	req.Header.Set("Authorization", "Basic "+encode(user)+":"+encode(password)) // want "as plain text"
	req.Header.Set("Authorization", "Basic "+user+":"+encode(password))         // want "as plain text"
	req.Header.Set("Authorization", encode("Basic "+user+":"+password))         // want "`Basic` is encoded together with the credentials"
}

func encode(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

func right(req *http.Request, user, password, encoded string) {
	req.SetBasicAuth(user, password)
	req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(user+":"+password)))
	req.Header.Set("Authorization", "Basic "+encoded)                   // encoded elsewhere
	req.Header.Set("Authorization", "Basic "+encode(user+":"+password)) // encoded in a helper
	req.Header.Set("Authorization", "Basic "+os.Getenv("API_BASIC"))    // so it is kept
	req.URL.User = url.UserPassword(user, password)                     // the client encodes
	req.Header.Set("Authorization", "AWS "+user+":"+password)
}

func challenge(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", `Basic realm="a: b"`)
}

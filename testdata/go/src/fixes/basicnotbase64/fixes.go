package basicnotbase64

import (
	"fmt"
	"net/http"
)

func set(req *http.Request, user, password string) {
	req.Header.Set("Authorization", "Basic "+user+":"+password)                 // want "as plain text"
	req.Header.Set("Authorization", fmt.Sprintf("Basic %s:%s", user, password)) // want "as plain text"
	req.Header.Set("Authorization", "Basic admin:hunter2")                      // want "as plain text"
}

package missingbearer

import (
	"net/http"
	"os"
)

type secret string

func setAuth(req *http.Request, value string) { req.Header.Set("Authorization", value) }

func set(req *http.Request, token string, jwtToken secret) {
	req.Header.Set("Authorization", token)                       // want "without a scheme"
	req.Header["Authorization"] = []string{token}                // want "without a scheme"
	req.Header.Set("Authorization", os.Getenv("API_TOKEN"))      // want "without a scheme"
	req.Header.Set("Authorization", string(jwtToken))            // want "without a scheme"
	req.Header = http.Header{"Authorization": {"eyJh.e30.c2ln"}} // want "without a scheme"
	setAuth(req, token)                                          // want "without a scheme"
}

package hardcodedcredential

import (
	"encoding/base64"
	"net/http"
	"os"
)

const token = "q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3" // want "a `Bearer` token stands in the source"

func wrong(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Authorization", "Token 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b")                        // want "a `Token` token stands in the source"
	req.Header.Set("Authorization", "Basic YWRtaW46aHVudGVyMg==")                                            // want "the password of `admin` stands in the source"
	req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte("deploy:k7#Vq2mZx9"))) // want "the password of `deploy` stands in the source"
}

func fallback(req *http.Request) {
	key := os.Getenv("API_TOKEN")
	if key == "" {
		key = "sk_live_q7Rz1XbL0vKs9TgWm4HdPy6N" // want "a `Bearer` token stands in the source"
	}
	req.Header.Set("Authorization", "Bearer "+key)
}

func right(req *http.Request, t string) {
	req.Header.Set("Authorization", "Bearer "+os.Getenv("API_TOKEN"))
	req.Header.Set("Authorization", "Bearer "+t)
	req.Header.Set("Authorization", "Bearer YOUR_TOKEN_GOES_HERE_1234567890") // a placeholder
	req.Header.Set("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")     // RFC 7617
	req.Header.Set("Authorization", "Bearer")
	req.Header.Set("Authorization", "Bearer mF_9.B5f-4.1JqM")                  // RFC 6750
	req.Header.Set("Authorization", "Basic Og==")                              // empty
	req.Header.Set("Authorization", "Bearer pk_live_q7Rz1XbL0vKs9TgWm4HdPy6")  // public by design
	req.Header.Set("Authorization", "Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") // stands for one
}

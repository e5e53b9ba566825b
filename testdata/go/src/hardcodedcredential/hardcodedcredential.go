package hardcodedcredential

import (
	"net/http"
	"os"
)

const token = "q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3" // want "a `Bearer` token stands in the source"

func wrong(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Authorization", "Token 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b") // want "a `Token` token stands in the source"
	req.Header.Set("Authorization", "Basic YWRtaW46aHVudGVyMg==")                     // want "the password of `admin` stands in the source"
}

func right(req *http.Request, t string) {
	req.Header.Set("Authorization", "Bearer "+os.Getenv("API_TOKEN"))
	req.Header.Set("Authorization", "Bearer "+t)
	req.Header.Set("Authorization", "Bearer YOUR_TOKEN_GOES_HERE_1234567890") // a placeholder
	req.Header.Set("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")     // RFC 7617
	req.Header.Set("Authorization", "Bearer")
}

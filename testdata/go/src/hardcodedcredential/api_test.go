package hardcodedcredential

import "net/http"

// Right: code in tests gives no finding.
func send(req *http.Request) {
	req.Header.Set("Authorization", "Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjV4")
}

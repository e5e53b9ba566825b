// Package seeds fills a database for developers.
package seeds

import "net/http"

func seed(req *http.Request) {
	req.Header.Set("Authorization", "Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjV3") // for developers
}

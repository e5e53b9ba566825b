package hardcodedcredential

import (
	"cmp"
	"net/http"
	"os"
)

// a: a JWT, and tokens by their prefix.

func jwt(req *http.Request) {
	req.Header.Set("Authorization", "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0MiIsInJvbGUiOiJhZG1pbiJ9.c3VwZXJzZWNyZXRzaWduYXR1cmU") // want "a JSON Web Token stands in the source"
	req.Header.Set("Authorization", "token ghp_q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3aB2cD4e")                                                               // want "stands in the source"
	req.Header.Set("Authorization", "Bearer xoxb-17653672481-19874698323-q7Rz1XbL0vKs9TgWm4HdPy6N")                                                 // want "stands in the source"
	req.Header.Set("Authorization", "Bearer glpat-q7Rz1XbL0vKs9TgWm4Hd")                                                                            // want "stands in the source"
}

// c, d: through a variable of the package, a field, and a fallback.

var key = "q7Rz1XbL0vKs9TgWm4HdPy6NcEjU7" // want "a `Bearer` token stands in the source"

type api struct{ token string }

func newAPI() *api { return &api{token: "q7Rz1XbL0vKs9TgWm4HdPy6NcEjU8"} } // want "a `Bearer` token stands in the source"

func (a *api) get(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+key)
	req.Header.Set("Authorization", "Bearer "+a.token)
	req.Header.Set("Authorization", "Bearer "+cmp.Or(os.Getenv("API_TOKEN"), "q7Rz1XbL0vKs9TgWm4HdPy6NcEjU9")) // want "a `Bearer` token stands in the source"
}

// Right: placeholders and samples.

func placeholders(req *http.Request) {
	req.Header.Set("Authorization", "Bearer <token>")
	req.Header.Set("Authorization", "Bearer changeme")
	req.Header.Set("Authorization", "Bearer test")
	req.Header.Set("Authorization", "Bearer dummy")
	req.Header.Set("Authorization", "Bearer REDACTED")
	req.Header.Set("Authorization", "Bearer my-dummy-token-for-the-examples-of-it")
	req.Header.Set("Authorization", "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c") // of jwt.io
}

// Right: public by design.

func public(req *http.Request) {
	req.Header.Set("Authorization", "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6ImFiY2QiLCJyb2xlIjoiYW5vbiJ9.c3VwZXJzZWNyZXRzaWduYXR1cmU") // anon, of Supabase
	req.Header.Set("Authorization", "Bearer pk.eyJ1IjoiYWJjZCIsImEiOiJxN1J6MVhiTDB2S3MifQ.q7Rz1XbL0vKs9TgWm4HdPy")                                                          // of Mapbox
	req.Header.Set("Authorization", "Bearer AIzaSyq7Rz1XbL0vKs9TgWm4HdPy6NcEjU3aB")                                                                                         // a web key of Firebase
}

// Right: an emulator on the developer's own machine.

func emulator() (*http.Response, error) {
	req, err := http.NewRequest("GET", "http://localhost:9000/minio", nil)
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth("minioadmin", "minioadmin")
	return http.DefaultClient.Do(req)
}

func ownMachine() (*http.Response, error) {
	req, err := http.NewRequest("GET", "http://127.0.0.1:9099/users", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjV1")
	return http.DefaultClient.Do(req)
}

// Right: no value that is sent.

var scheme, names, example = "Bearer", []string{"Authorization", "X-Api-Key"}, map[string]string{"bearerFormat": "q7Rz1XbL0vKs9TgWm4HdPy6NcEjV2"}

package headertypo

import (
	"net/http"

	"github.com/go-resty/resty/v2"
)

const name = "Authorisation"

func misspelt(req *http.Request, client *resty.Client, token string) {
	req.Header.Set("Authorisation", "Bearer "+token)              // want "`Authorisation` is not how the header is spelled"
	req.Header.Set("Authorizations", "Bearer "+token)             // want "`Authorizations` is not how the header is spelled"
	req.Header.Add("Autorization", token)                         // want "`Autorization` is not how the header is spelled"
	req.Header.Set(name, "Bearer "+token)                         // want "`Authorisation` is not how"
	req.Header["Authorzation"] = []string{token}                  // want "`Authorzation` is not how"
	req.Header = http.Header{"Authorizaton": {"Bearer " + token}} // want "`Authorizaton` is not how"
	client.R().SetHeader("Authorisation", "Bearer "+token)        // want "`Authorisation` is not how"
	req.Header.Set("Authorization:", "Bearer "+token)             // want "`Authorization:` has a colon in it"
}

func otherName(req *http.Request, token string) {
	req.Header.Set("Authentication", "Bearer "+token) // want "the credentials are sent in `Authentication`"
	req.Header.Set("Auth", "Bearer "+token)           // want "the credentials are sent in `Auth`"
	req.Header.Set("Bearer", token)                   // want "the credentials are sent in `Bearer`"
}

// The helper is judged where the name is written, its callers are not.
func setHeader(req *http.Request, token string) {
	req.Header.Set("Authorisation", token) // want "`Authorisation` is not how"
}

func callers(req *http.Request, token string) {
	setHeader(req, "Bearer "+token)
	setHeader(req, "Bearer "+token+"x")
}

// A helper that takes the name is judged at its calls.
func setNamed(req *http.Request, name, value string) { req.Header.Set(name, value) }

func named(req *http.Request, token string) {
	setNamed(req, "Authorisation", token)             // want "`Authorisation` is not how"
	setNamed(req, "Authentication", "Bearer "+token)  // want "the credentials are sent in `Authentication`"
	setNamed(req, "X-Authorization", "Bearer "+token) // the API's own
	setNamed(req, "Authorization", "Bearer "+token)
}

func read(w http.ResponseWriter, r *http.Request) {
	if r.Header["authorization"] == nil { // want "`r.Header\\[\"authorization\"\\]` is always nil: the keys of http.Header are canonical"
		return
	}
	values, ok := r.Header["AUTHORIZATION"] // want "is always nil"
	_, _ = values, ok
}

// Right.

func right(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("authorization", "Bearer "+token) // Set converts
	req.Header.Set("Proxy-Authorization", "Basic "+token)
	req.Header.Set("X-Authorization", "Bearer "+token)     // the API's own
	req.Header.Set("Authorization-Token", token)           // the API's own
	req.Header.Set("Authentication-Results", "Bearer x=1") // of mail
	req.Header.Set("Authentication", token)                // without a scheme it may be the API's own
	req.Header.Set("Auth", token)                          // the same
	_ = req.Header.Get("authorization")                    // Get converts
	_ = req.Header["Authorization"]                        // canonical
	_ = req.Header["x-token"]                              // no credentials of ours
}

func both(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Authentication", "Bearer "+token) // for another server
}

func response(w http.ResponseWriter, token string) {
	w.Header().Set("Authentication", "Bearer "+token) // an answer of the server's own
}

// Right: the shop's API documents it so.
func shop(token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", "https://api.tiendanube.com/v1/1/products", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authentication", "bearer "+token)
	return http.DefaultClient.Do(req)
}

func ownMap(m map[string][]string) []string { return m["authorization"] }

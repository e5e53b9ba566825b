package cleartextauth

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"

	"github.com/go-resty/resty/v2"
)

func get(target, token string) {
	req, _ := http.NewRequest("GET", target, nil)
	req.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req)
}

func bearer(token string) {
	req, _ := http.NewRequest("GET", "http://api.shop-online.com/me", nil) // want "`http.DefaultClient.Do` sends a token to api.shop-online.com over http"
	req.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req)
}

func basic(client *http.Client, user, password string) {
	req, _ := http.NewRequest("GET", "http://93.184.216.34/me", nil) // want "`client.Do` sends a token to 93.184.216.34 over http"
	req.SetBasicAuth(user, password)
	client.Do(req)
}

const base = "http://api.shop-online.com" // want "`http.DefaultClient.Do` sends a token to api.shop-online.com over http"

func constant(id, token string) {
	req, _ := http.NewRequest("GET", base+"/items/"+id, nil)
	req.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req)
	req2, _ := http.NewRequest("GET", base+"/again", nil) // the same mistake
	req2.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req2)
}

func production(token string) {
	host := os.Getenv("API_URL")
	if host == "" {
		host = "http://api.default-online.com" // want "sends a token to api.default-online.com over http"
	}
	req, _ := http.NewRequest("GET", host+"/me", nil)
	req.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req)
}

func login(form url.Values) {
	http.PostForm("http://api.shop-online.com/login", form) // want "`http.PostForm` sends the login to api.shop-online.com over http"
}

func throughResty(token, user, password string) {
	client := resty.New().SetBaseURL("http://api.unused-online.com") // nothing secret goes there
	client.R().Get("/prices")
	client.R().SetHeader("Authorization", "Bearer "+token).Get("http://one.shop-online.com/me") // want "`client.R\\(\\)….Get` sends a token to one.shop-online.com over http"
	fresh := resty.New()
	fresh.R().SetAuthToken(token).Get("http://two.shop-online.com/me")            // want "sends a token to two.shop-online.com over http"
	fresh.R().SetBasicAuth(user, password).Get("http://three.shop-online.com/me") // want "sends a token to three.shop-online.com over http"
	req := fresh.R()
	req.SetHeader("Authorization", "Bearer "+token)
	req.Get("http://four.shop-online.com/me") // want "`req.Get` sends a token to four.shop-online.com over http"
}

func restyDefaults(token string) {
	client := resty.New()
	client.SetBaseURL("http://api.shop-online.com") // want "sends a token to api.shop-online.com over http"
	client.SetAuthToken(token)
	client.R().Get("/me")
}

func helper(token string) {
	get("http://api.shop-online.com/me", token) // gap: the address is a parameter of what sends it
}

func added(token string) {
	req, _ := http.NewRequest("GET", "http://api.shop-online.com/me", nil) // gap: the helper adds the token
	authorize(req, token)
	http.DefaultClient.Do(req)
}

func authorize(req *http.Request, token string) { req.Header.Set("Authorization", "Bearer "+token) }

// Right.

func right(token string, dev bool) {
	for _, target := range []string{} {
		get(target, token)
	}
	send := func(target string) {}
	send("http://api.shop-online.com/me")                // nothing is sent
	http.Get("http://api.shop-online.com/prices")        // without credentials
	http.Get("https://api.shop-online.com/me?x=http://") // encrypted

	one, _ := http.NewRequest("GET", "https://api.shop-online.com/me", nil) // encrypted
	one.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(one)
	two, _ := http.NewRequest("GET", "http://localhost:8080/me", nil) // stays on the machine
	two.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(two)
	three, _ := http.NewRequest("GET", "http://10.0.2.2/me", nil) // private
	three.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(three)
	four, _ := http.NewRequest("GET", "http://unix/containers", nil) // a socket behind a made-up host
	four.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(four)
	five, _ := http.NewRequest("GET", "http://users.default.svc/me", nil) // inside the cluster
	five.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(five)

	host := "https://api.shop-online.com"
	if dev {
		host = "http://dev.shop-online.com" // for development: the other one is encrypted
	}
	six, _ := http.NewRequest("GET", host+"/me", nil)
	six.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(six)
}

func stub(token string) {
	server := httptest.NewServer(nil) // the address is the machine's own
	req, _ := http.NewRequest("GET", server.URL+"/me", nil)
	req.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req)
}

func otherCredentials(session string) {
	req, _ := http.NewRequest("GET", "http://api.shop-online.com/me", nil) // gap: whether a cookie holds a session is not known
	req.AddCookie(&http.Cookie{Name: "session", Value: session})
	http.DefaultClient.Do(req)
}

// An identifier, which is never requested.
const audience = "http://api.shop-online.com/"

func claims(token string) map[string]string {
	return map[string]string{"aud": audience, "token": token}
}

package cleartextauth

import (
	"encoding/json"
	"net/http"
	"strings"
)

func me(base, token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/me", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

// a: a password in a body.

func loginByJSON(user, password string) (*http.Response, error) {
	body, _ := json.Marshal(map[string]string{"user": user, "password": password})
	return http.Post("http://api.shop-online.com/login", "application/json", strings.NewReader(string(body))) // want "`http.Post` sends the login to api.shop-online.com over http"
}

// Right: hosts of this machine, of a private network or of a cluster.

func local(token string) {
	one, _ := http.NewRequest("GET", "http://localhost/me", nil)
	one.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(one)
	two, _ := http.NewRequest("GET", "http://api.localhost/me", nil)
	two.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(two)
	three, _ := http.NewRequest("GET", "http://127.1.2.3/me", nil)
	three.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(three)
	four, _ := http.NewRequest("GET", "http://[::1]:8080/me", nil)
	four.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(four)
	five, _ := http.NewRequest("GET", "http://0.0.0.0/me", nil)
	five.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(five)
	six, _ := http.NewRequest("GET", "http://172.16.0.9/me", nil)
	six.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(six)
	seven, _ := http.NewRequest("GET", "http://192.168.1.9/me", nil)
	seven.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(seven)
	eight, _ := http.NewRequest("GET", "http://host.docker.internal/me", nil)
	eight.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(eight)
	nine, _ := http.NewRequest("GET", "http://printer.local/me", nil)
	nine.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(nine)
	ten, _ := http.NewRequest("GET", "http://users.test/me", nil)
	ten.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(ten)
	eleven, _ := http.NewRequest("GET", "http://users.example/me", nil)
	eleven.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(eleven)
	twelve, _ := http.NewRequest("GET", "http://users.default.svc.cluster.local/me", nil)
	twelve.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(twelve)
	thirteen, _ := http.NewRequest("GET", "http://users:8080/me", nil) // a container beside it
	thirteen.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(thirteen)
	fourteen, _ := http.NewRequest("GET", "http://docker/v1.41/info", nil) // a socket behind a made-up host
	fourteen.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(fourteen)
}

// Wrong: next to the private networks.

func public(token string) {
	one, _ := http.NewRequest("GET", "http://172.32.0.9/me", nil) // want "sends a token to 172.32.0.9 over http"
	one.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(one)
	two, _ := http.NewRequest("GET", "http://localhost.shop-online.com/me", nil) // want "sends a token to localhost.shop-online.com over http"
	two.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(two)
}

// Right: texts that are never requested.

const namespace = "http://schemas.xmlsoap.org/soap/envelope/"

var schema = map[string]string{"$schema": "http://json-schema.org/draft-07/schema#", "issuer": "http://id.shop-online.com", "xmlns": namespace}

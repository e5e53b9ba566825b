package siblings

import "net/http"

const api = "https://api.example.com"

func list(token string) (*http.Request, error) {
	req, err := http.NewRequest("GET", api+"/items", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return req, nil
}

func create(token string) (*http.Request, error) {
	req, err := http.NewRequest("POST", api+"/items", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", token) // want "`token` is sent without a scheme"
	return req, nil
}

package cleartextauth

import "net/http"

const base = "http://api.shop-online.com" // want "over http"

func profile(token string) {
	req, _ := http.NewRequest("GET", base+"/me", nil)
	req.Header.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(req)
}

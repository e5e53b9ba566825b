package uninterpolatedtoken

import (
	"net/http"
)

const format = "Bearer %s"

func set(req *http.Request, name, token string) {
	req.Header.Set("Authorization", "Bearer %s") // want "nothing fills in"
	req.Header.Set("Authorization", format)      // want "nothing fills in"
	req.Header.Set("Authorization", `Token %v`)  // want "nothing fills in"
}

// Which of the two is meant is not known.
func two(req *http.Request, accessToken, refreshToken string) {
	req.Header.Set("Authorization", "Bearer %s") // want "nothing fills in"
}

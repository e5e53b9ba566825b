package uninterpolatedtoken

import (
	"fmt"
	"net/http"
	"os"
	"strings"
)

const format = "Bearer %s"

func wrong(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer %s")       // want "nothing fills in `%s`: the server gets this very text as the token"
	req.Header.Set("Authorization", format)            // want "nothing fills in `%s`"
	req.Header.Add("Authorization", "Token %v")        // want "nothing fills in `%v`"
	req.Header.Set("Authorization", "Bearer ${token}") // want "nothing fills in `\\$\\{token\\}`"
	req.Header.Set("Authorization", "Bearer {token}")  // want "nothing fills in `\\{token\\}`"
	req.Header.Set("Authorization", "Bearer #{token}") // want "nothing fills in `#\\{token\\}`"
	req.Header.Set("Authorization", "Bearer %{token}") // want "nothing fills in `%\\{token\\}`"
}

func right(req *http.Request, token string) {
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", token))
	req.Header.Set("Authorization", fmt.Sprintf(format, token))
	req.Header.Set("Authorization", strings.Replace("Bearer %s", "%s", token, 1))
	req.Header.Set("Authorization", "Bearer ${API_KEY}") // what reads the configuration fills it in
	req.Header.Set("Authorization", "Bearer {other}")    // no variable here
	req.Header.Set("Authorization", "Bearer <token>")    // gap: d, kept from a documentation
	req.Header.Set("Authorization", os.ExpandEnv("Bearer ${TOKEN}"))
	req.Header.Set("Authorization", strings.NewReplacer("{token}", token).Replace("Bearer {token}")) // filled in
}

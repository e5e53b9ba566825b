package uninterpolatedtoken

import (
	"fmt"
	"net/http"
	"os"
	"strings"
)

const format = "Bearer %s"

func wrong(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer %s") // want "nothing fills in `%s`: the server gets this very text as the token"
	req.Header.Set("Authorization", format)      // want "nothing fills in `%s`"
	req.Header.Add("Authorization", "Token %v")  // want "nothing fills in `%v`"
}

func right(req *http.Request, token string) {
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", token))
	req.Header.Set("Authorization", fmt.Sprintf(format, token))
	req.Header.Set("Authorization", strings.Replace("Bearer %s", "%s", token, 1))
	req.Header.Set("Authorization", os.ExpandEnv("Bearer ${TOKEN}"))
}

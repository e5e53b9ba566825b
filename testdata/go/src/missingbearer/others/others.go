// Package others has values that are right as they are.
package others

import (
	"encoding/base64"
	"net/http"
	"os"

	"example.net/elsewhere"
)

// Right: schemes of other services are not typos.

func otherSchemes(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bot "+token)
	req.Header.Set("Authorization", "JWT "+token)
	req.Header.Set("Authorization", "OAuth "+token)
	req.Header.Set("Authorization", "ApiKey "+token)
	req.Header.Set("Authorization", "Api-Token "+token)
	req.Header.Set("Authorization", "GenieKey "+token)
	req.Header.Set("Authorization", "Splunk "+token)
	req.Header.Set("Authorization", "key="+token)
	req.Header.Set("Authorization", "Signature keyId="+token)
	req.Header.Set("Authorization", "Negotiate "+token)
	req.Header.Set("Authorization", "NTLM "+token)
	req.Header.Set("Authorization", "Digest "+token)
	req.Header.Set("Authorization", "DPoP "+token)
	req.Header.Set("Authorization", "Hawk id="+token)
}

// Right: the scheme comes with the token.

func answered(req *http.Request, login *http.Response) {
	token := login.Header.Get("Authorization")
	req.Header.Set("Authorization", token) // what the login answered with
}

func joinedBefore(req *http.Request, user, password string) {
	token := "Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password))
	req.Header.Set("Authorization", token) // built earlier
}

// Right: what makes the value is not seen.

func madeElsewhere(req *http.Request, token string) {
	req.Header.Set("Authorization", elsewhere.FormatToken(token))
	req.Header.Set("Authorization", elsewhere.SignedToken(req))
}

// Right: a service that documents a raw key.

func linear() (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.linear.app/graphql", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", os.Getenv("LINEAR_API_TOKEN"))
	return http.DefaultClient.Do(req)
}

package basicnotbase64

import (
	"encoding/base64"
	"net/http"
	"os"
)

// Right: the API documents it so.

func documented(user, password string) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.d-id.com/talks", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Basic "+user+":"+password)
	return http.DefaultClient.Do(req)
}

// Right: it comes encoded, or an earlier line encodes it.

const fixedBasic = "ZGVwbG95Oms3I1ZxMm1aeDk="

type settings struct{ authHash string }

func encodedElsewhere(req *http.Request, s settings, user, password string) {
	req.Header.Set("Authorization", "Basic "+s.authHash)
	req.Header.Set("Authorization", "Basic "+fixedBasic)
	req.Header.Set("Authorization", "Basic "+os.Getenv("API_B64"))
	pair := user + ":" + password
	joined := base64.StdEncoding.EncodeToString([]byte(pair))
	req.Header.Set("Authorization", "Basic "+joined)
	req.Header.Set("Authorization", "Basic "+base64.URLEncoding.EncodeToString([]byte(pair)))
	buf := make([]byte, base64.StdEncoding.EncodedLen(len(pair)))
	base64.StdEncoding.Encode(buf, []byte(pair))
	req.Header.Set("Authorization", "Basic "+string(buf))
}

// Wrong: an earlier line joins it.

func joinedBefore(req *http.Request, user, password string) {
	pair := user + ":" + password
	req.Header.Set("Authorization", "Basic "+pair)                 // want "`{user}:{password}` is sent as plain text"
	req.Header.Set("Proxy-Authorization", "Basic "+pair)           // want "`{user}:{password}` is sent as plain text"
	req.Header.Set("Authorization", "Basic "+string([]byte(pair))) // want "`{user}:{password}` is sent as plain text"
}

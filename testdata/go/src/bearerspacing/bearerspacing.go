package bearerspacing

import (
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/go-resty/resty/v2"
)

const (
	scheme      = "Bearer"
	prefix      = "Bearer "
	colonPrefix = "Bearer: " // want "a colon after `Bearer`"
	header      = "Authorization"
)

// Wrong: no space.

func noSpace(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer"+token)                              // want "no space between `Bearer` and `token`"
	req.Header.Set("Authorization", "bearer"+token)                              // want "no space between `bearer`"
	req.Header.Add("Authorization", fmt.Sprintf("Bearer%s", token))              // want "no space"
	req.Header.Set(header, scheme+token)                                         // want "no space"
	req.Header.Set("authorization", strings.Join([]string{"Bearer", token}, "")) // want "no space"
	req.Header["Authorization"] = []string{"Bearer" + token}                     // want "no space"
	req.Header = http.Header{"Authorization": {"Bearer" + token}}                // want "no space"
	req.Header.Set("Proxy-Authorization", "Basic"+token)                         // want "no space between `Basic`"

	h := make(http.Header)
	h.Set("Authorization", "Bearer"+token) // want "no space"
	req.Header = h

	v := "Bearer"
	v += token
	req.Header.Set("Authorization", v) // want "no space"
}

// Wrong: more than one space, another blank, a colon.

func otherSeparators(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer  "+token)                 // want "2 spaces between `Bearer` and `token`"
	req.Header.Set("Authorization", prefix+" "+token)                 // want "2 spaces"
	req.Header.Set("Authorization", fmt.Sprintf(prefix+" %s", token)) // want "2 spaces"
	req.Header.Set("Authorization", "Bearer\t"+token)                 // want "a tab between"
	req.Header.Set("Authorization", "Bearer\u00a0"+token)             // want "a no-break space"
	req.Header.Set("Authorization", "Bearer: "+token)                 // want "a colon after `Bearer`"
	req.Header.Set("Authorization", fmt.Sprintf("Bearer:%s", token))  // want "a colon"
	req.Header.Set("Authorization", colonPrefix+token)                // the constant is the mistake
}

// Wrong: blanks around the value.

func around(req *http.Request, token string) {
	req.Header.Set("Authorization", " Bearer "+token)     // want "a blank before `Bearer`"
	req.Header.Set("Authorization", "Bearer "+token+" ")  // want "a blank after `token`"
	req.Header.Set("Authorization", "Bearer "+token+"\n") // want "a line break after `token`"
}

func fromFile(req *http.Request) error {
	b, err := os.ReadFile("token.txt")
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+string(b))                    // want "`.*` is not trimmed"
	req.Header.Set("Authorization", "Bearer "+strings.TrimSpace(string(b))) // trimmed
	req.Header.Set("Authorization", "Bearer "+strings.TrimRight(string(b), "\n"))
	mounted, err := os.ReadFile("/var/run/secrets/kubernetes.io/serviceaccount/token")
	req.Header.Set("Authorization", "Bearer "+string(mounted)) // a mounted secret has no line end
	return err
}

// Wrong: through resty.

func throughResty(c *resty.Client, token string) {
	c.SetHeader("Authorization", "Bearer"+token)                            // want "no space"
	c.R().SetHeader("Authorization", "Bearer  "+token)                      // want "2 spaces"
	c.R().SetHeaders(map[string]string{"Authorization": "Bearer:" + token}) // want "a colon"
	c.SetAuthToken(token)                                                   // resty puts the space
}

// Wrong: through a function that returns the value.

func value(token string) string { return "Bearer" + token }

func throughFunction(req *http.Request, token string) {
	req.Header.Set("Authorization", value(token)) // want "no space"
}

// Wrong: through a helper that sets the header; the scheme is in the call.

func set(req *http.Request, scheme, token string) {
	req.Header.Set("Authorization", scheme+token)
}

func throughHelper(req *http.Request, token string) {
	set(req, "Bearer", token)  // want "no space"
	set(req, "Bearer ", token) // the space is in the scheme
}

// Wrong: in a map that holds headers.

func inMap(token string) map[string]string {
	headers := map[string]string{"Authorization": "Bearer" + token} // want "no space"
	return headers
}

// Right.

func right(req *http.Request, token, sep string, w http.ResponseWriter, resp *http.Response) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Authorization", "Bearer"+" "+token)                           // folded first
	req.Header.Set("Authorization", strings.Join([]string{"Bearer", token}, " ")) // one blank
	req.Header.Set("Authorization", fmt.Sprintf("%s %s", scheme, token))          // one blank
	req.Header.Set("Authorization", "Bearer"+sep+token)                           // the separator is not known
	req.Header.Set("Authorization", "Token "+token)                               // another scheme
	req.Header.Set("Authorization", "token"+token)                                // "token" is an everyday word
	req.Header.Set("X-Scheme", "Bearer"+token)                                    // another header
	w.Header().Set("Authorization", "Bearer"+token)                               // not a request
	w.Header().Set("WWW-Authenticate", "Bearer  realm=x")                         // a challenge
	resp.Header.Set("Authorization", "Bearer"+token)                              // not a request
	_ = map[string]string{"Authorization": "Bearer" + token}                      // no header that is sent
	_ = "Bearer" + "Auth"                                                         // a word

	v := "Bearer"
	v += " "
	v += token
	req.Header.Set("Authorization", v) // in the order of the code

	var auth string
	if sep != "" {
		auth = "Bearer " + token
	} else {
		auth = "Basic "
		auth += token
	}
	req.Header.Set("Authorization", auth) // either way one blank
}

func ignored(req *http.Request, token string) {
	//authlint:ignore bearer-spacing -- this server wants it so
	req.Header.Set("Authorization", "Bearer"+token)
}

// gap: a format that is not constant.
func unknownFormat(req *http.Request, format, token string) {
	req.Header.Set("Authorization", fmt.Sprintf(format, token))
}

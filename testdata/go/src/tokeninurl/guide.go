package tokeninurl

import (
	"net/url"
	"strings"

	"github.com/gorilla/websocket"
)

// Right: a WebSocket of a browser's kind takes its ticket there.

func (c *client) feed() {
	websocket.DefaultDialer.Dial("wss://api.example.com/feed?access_token="+c.accessToken, nil)
}

// Right: signatures, pages, what OpenID Connect and links of one use have there.

func (c *client) otherParameters(sig, csrfToken, idToken, cursor, next string) {
	c.http.Get(c.base + "/file?sig=" + sig)
	c.http.Get(c.base + "/file?Signature=" + sig)
	c.http.Get(c.base + "/form?csrf_token=" + csrfToken)
	c.http.Get(c.base + "/logout?id_token_hint=" + idToken)
	c.http.Get(c.base + "/list?next_page_token=" + next)
	c.http.Get(c.base + "/list?continuationToken=" + next)
	c.http.Get(c.base + "/list?cursor=" + cursor)
	c.http.Get(c.base + "/reset-password?access_token=" + c.accessToken)
	c.http.Get(c.base + "/invitations/accept?access_token=" + c.accessToken)
	c.http.Get(c.base + "/unsubscribe?access_token=" + c.accessToken)
}

// Right: APIs that document the key there.

func (c *client) keys(key string) {
	c.http.Get("https://maps.googleapis.com/maps/api/geocode/json?key=" + key)
	c.http.Get("https://api.openweathermap.org/data/2.5/weather?appid=" + key)
	c.http.Get("https://api.themoviedb.org/3/movie/550?api_key=" + key)
}

// Right: a form in a body.

func (c *client) body() {
	v := url.Values{"access_token": {c.accessToken}}
	c.http.Post(c.base+"/introspect", "application/x-www-form-urlencoded", strings.NewReader(v.Encode()))
}

// Right: what takes it out of a log.

func redacted(u *url.URL) string {
	q := u.Query()
	q.Del("access_token")
	q.Set("access_token", "***")
	u.RawQuery = q.Encode()
	return strings.ReplaceAll(u.String(), "access_token=", "")
}

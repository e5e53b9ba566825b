// Package gaps holds what is wrong and not seen.
package gaps

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// gap: a handler that decides for itself; what its page shows needs no verifying,
// and a middleware before it may have verified.
func remove(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Token"), claims); err != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	removeAll(claims["sub"])
}

func removeAll(user any) {}

// gap: decoded by hand, which is how the parts are read before verifying too.
func byHand(c *gin.Context) {
	data, err := base64.RawURLEncoding.DecodeString(strings.Split(c.GetHeader("X-Token"), ".")[1])
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	var claims map[string]any
	json.Unmarshal(data, &claims)
	c.Set("user", claims["sub"])
	c.Next()
}

package raw

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// The server takes the whole value for the token.
func protect(c *gin.Context) {
	header := c.GetHeader("Authorization")
	if _, err := jwt.Parse(header, nil); err != nil {
		c.JSON(http.StatusUnauthorized, nil)
	}
}

func ask(req *http.Request, token string) {
	req.Header.Set("Authorization", token) // right for this server
}

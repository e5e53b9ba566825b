// Package issued has a login that answers with the scheme and the token.
package issued

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func login(c *gin.Context, token string) {
	c.JSON(http.StatusOK, map[string]string{"token": "Bearer " + token})
}

func ask(req *http.Request, token string) {
	req.Header.Set("Authorization", token) // it has its scheme from the login
}

// Package abort is helpers of another package, known by facts.
package abort

import "github.com/gin-gonic/gin"

// Unauthorized aborts.
func Unauthorized(c *gin.Context) {
	c.AbortWithStatusJSON(401, gin.H{"error": "log in"})
}

// Refuse only answers.
func Refuse(c *gin.Context, status int) {
	c.JSON(status, gin.H{"error": "log in"})
}

// Perhaps aborts for some.
func Perhaps(c *gin.Context) {
	if c.Query("soft") == "" {
		c.Abort()
	}
}

// RequireStaff is registered in another package and says itself that it is a
// middleware: it sets what the handlers after it take.
func RequireStaff(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		c.JSON(403, gin.H{}) // want "`c.JSON` answers but does not abort"
		return
	}
	c.Set("staff", true)
}

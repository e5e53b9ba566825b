package corswildcardcredentials

import (
	"os"
	"strings"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

// c. Literals.
func literals() []func(*gin.Context) {
	return []func(*gin.Context){
		cors.New(cors.Config{AllowAllOrigins: true, AllowCredentials: true}),                                    // want "credentials are allowed with `\\*` as the origin, which browsers refuse"
		cors.New(cors.Config{AllowOrigins: []string{"*"}, AllowCredentials: true}),                              // want "browsers refuse"
		cors.New(cors.Config{AllowOriginFunc: everyone, AllowCredentials: true}),                                // want "any origin is let in together with credentials"
		cors.New(cors.Config{AllowOrigins: all, AllowCredentials: true}),                                        // want "browsers refuse"
		cors.New(cors.Config{AllowOrigins: []string{"https://*"}, AllowWildcard: true, AllowCredentials: true}), // want "any origin is let in"
		cors.New(cors.Config{
			AllowOriginFunc:  func(origin string) bool { return true }, // want "any origin is let in"
			AllowCredentials: true,
		}),
	}
}

var all = []string{"*"}

func everyone(origin string) bool { return true }

// d. By assignment.
func assigned() func(*gin.Context) {
	c := cors.DefaultConfig()
	c.AllowAllOrigins = true // want "browsers refuse"
	c.AllowCredentials = true
	return cors.New(c)
}

func assignedLater() func(*gin.Context) {
	config := cors.Config{AllowMethods: []string{"GET"}}
	config.AllowOrigins = []string{"*"} // want "browsers refuse"
	config.AllowCredentials = true
	config.AddAllowHeaders("Authorization")
	return cors.New(config)
}

func right(allow []string, credentials bool) []func(*gin.Context) {
	c := cors.DefaultConfig()
	c.AllowOrigins = []string{"https://app.example.com"} // a list
	c.AllowCredentials = true
	d := cors.DefaultConfig()
	d.AllowAllOrigins = true // the branch decides
	if os.Getenv("CREDENTIALS") != "" {
		d.AllowCredentials = true
	}
	return []func(*gin.Context){
		cors.New(c), cors.New(d),
		cors.Default(), // no credentials
		cors.New(cors.Config{AllowAllOrigins: true}),                                                                                                  // no credentials
		cors.New(cors.Config{AllowAllOrigins: true, AllowCredentials: credentials}),                                                                   // not known
		cors.New(cors.Config{AllowOrigins: allow, AllowCredentials: true}),                                                                            // from elsewhere
		cors.New(cors.Config{AllowOrigins: strings.Split(os.Getenv("ORIGINS"), ","), AllowCredentials: true}),                                         // from the environment
		cors.New(cors.Config{AllowOrigins: []string{"https://*.example.com"}, AllowWildcard: true, AllowCredentials: true}),                           // subdomains
		cors.New(cors.Config{AllowOriginFunc: func(origin string) bool { return strings.HasSuffix(origin, ".example.com") }, AllowCredentials: true}), // decides
	}
}

func development(mode string) func(*gin.Context) {
	if mode == "debug" {
		return cors.New(cors.Config{AllowAllOrigins: true, AllowCredentials: true}) // on developers' machines only
	}
	return cors.New(cors.Config{AllowOrigins: []string{"https://app.example.com"}, AllowCredentials: true})
}

package caller

import (
	"net/http"

	"missingbearer/helper"
)

func call(c *helper.Client, req *http.Request, token string) {
	helper.Authorize(req, token)                // want "`token` is sent without a scheme"
	helper.Authorize(req, helper.Bearer(token)) // the scheme comes from another package
	helper.Authorize(req, helper.Raw(token))    // want "`token` is sent without a scheme"
	c.Do(req, token)                            // want "`token` is sent without a scheme"
	c.Do(req, "Bearer "+token)
}

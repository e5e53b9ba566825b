package missingcredentials

import (
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// jarless reports logins whose cookie the client throws away although a later
// request needs it.
func jarless(p *rule.Pass) {
	seen := map[source.Span]bool{}
	for _, r := range p.Facts.Requests {
		login := r.NeedsCookieOf
		if login == nil || login.Client == nil || login.Client.Credentials != authflow.No || seen[login.At] {
			continue
		}
		seen[login.At] = true
		f := finding(login,
			fmt.Sprintf("`%s` has no cookie jar, so the cookie of this login is thrown away and `%s` is sent without it", login.Client.Name, r.Call),
			"give the client a cookie jar (net/http/cookiejar)",
			rule.Related{At: r.At, Message: "this request depends on the login"})
		if len(login.Client.AddJar) > 0 {
			f.Fixes = []rule.Fix{{Message: "Give the client a cookie jar", Edits: login.Client.AddJar}}
		}
		p.Report(f)
	}
}

// Package cookieflags flags cookies whose attributes give a session away, keep
// the browser from taking them, or keep them from being cleared.
package cookieflags

import (
	_ "embed"
	"fmt"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
)

//go:embed doc.md
var page string

// Rule is cookie-flags.
var Rule = &rule.Rule{ID: "cookie-flags", Page: page, Run: run}

func run(p *rule.Pass) {
	for _, c := range p.Facts.Cookies {
		if f, wrong := judge(p, c); wrong {
			f.At = c.At
			p.Report(f)
		}
	}
}

// judge returns the worst that is wrong with a cookie: it is one mistake to give
// no options, however many attributes are missing.
func judge(p *rule.Pass, c *authflow.CookieWrite) (f rule.Finding, wrong bool) {
	name := called(c)
	switch {
	case c.SameSite == authflow.SameSiteNone && c.Secure == authflow.No:
		f.Message = name + " says SameSite=None without Secure, so browsers drop it"
		f.Help, f.Fixes = "set Secure too", fix("Set Secure", c.SetSecure)
	case c.Withheld:
		f.Message = name + " is never sent: it is Secure, and the server speaks plain http and trusts no proxy that could say otherwise"
		f.Help = "behind a proxy that ends TLS say `app.set('trust proxy', 1)`"
	case c.Lives == authflow.ZeroMaxAge:
		f.Message = name + " is not cleared: a max age of 0 is left out, so an empty cookie is set"
		f.Help = "give a negative max age, which is sent as Max-Age=0"
	case c.Lives == authflow.OwnMaxAge:
		f.Message = name + " is not cleared: in Express 4 the maxAge of the options wins over the date in the past"
		f.Help = "leave maxAge and expires out of the options of clearCookie"
	case c.Clears:
		return missed(p, c)
	case c.LateSameSite.Valid():
		f.Message = name + " is written before SetSameSite is called, which only later cookies heed"
		f.Help = "call SetSameSite first"
		f.Related = []rule.Related{{At: c.LateSameSite, Message: "this comes too late"}}
	case c.Credential != authflow.Yes:
		return f, false
	case c.HTTPOnly == authflow.No && !readByScripts(p, c):
		f.Message = name + " holds a session or token and is not HttpOnly, so any script on the page can read it"
		f.Help, f.Fixes = "set HttpOnly", fix("Set HttpOnly", c.SetHTTPOnly)
	case p.Strict && c.Secure == authflow.No:
		f.Severity = rule.Advice
		f.Message = name + " holds a session or token and is not Secure, so it is sent over plain http too"
		f.Help, f.Fixes = "set Secure where the site is served over https", fix("Set Secure", c.SetSecure)
	default:
		return f, false
	}
	return f, true
}

func called(c *authflow.CookieWrite) string {
	if c.Name == "" {
		return "this cookie"
	}
	return fmt.Sprintf("the cookie `%s`", c.Name)
}

func fix(title string, edits []authflow.Edit) []rule.Fix {
	if edits == nil {
		return nil
	}
	return []rule.Fix{{Message: title, Edits: edits}}
}

// readByScripts: a script of the project reads the cookie, so HttpOnly is left
// out on purpose. Whether that is wise is another question.
func readByScripts(p *rule.Pass, c *authflow.CookieWrite) bool {
	for _, s := range p.Facts.Storage {
		if s.Op == authflow.Read && s.Store == "cookie" && s.Key == c.Name && c.Name != "" {
			return true
		}
	}
	return false
}

// missed judges a cookie that clears against all that are set under its name:
// it is wrong only if it takes none of them away.
func missed(p *rule.Pass, c *authflow.CookieWrite) (f rule.Finding, wrong bool) {
	var set *authflow.CookieWrite
	var how authflow.Misses
	for _, s := range p.Facts.Cookies {
		if s.Name != c.Name || c.Name == "" || s.Clears || s.Root != c.Root {
			continue
		}
		m := c.Misses(s)
		if m == authflow.Hits || m == authflow.MissesUnknown {
			return f, false
		}
		set, how = s, m
	}
	switch {
	case set == nil || clearedBeside(p, c, set):
		return f, false
	case how == authflow.MissesSite && !p.Strict:
		return f, false // a logout that the browser navigates to clears it all the same
	}
	f.Message = fmt.Sprintf("%s is not cleared: %s", called(c), [...]string{
		authflow.MissesDomain: "it was set with another domain",
		authflow.MissesPath:   "it was set with another path",
		authflow.MissesSite:   "it was set with SameSite=None, and without that browsers refuse a cookie from another site, this one too",
	}[how])
	f.Help = "clear it with the domain, path, Secure and SameSite that it was set with"
	f.Related = []rule.Related{{At: set.At, Message: "the cookie is set here"}}
	return f, true
}

// clearedBeside: another write in the same file clears what this one misses.
func clearedBeside(p *rule.Pass, c, set *authflow.CookieWrite) bool {
	for _, o := range p.Facts.Cookies {
		if o != c && o.Clears && o.Name == c.Name && o.At.File == c.At.File && o.Misses(set) == authflow.Hits {
			return true
		}
	}
	return false
}

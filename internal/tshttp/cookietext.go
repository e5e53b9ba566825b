package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// Cookies that are written as text: res.setHeader('Set-Cookie', `token=${t}; Path=/`),
// new Response(body, { headers: { 'Set-Cookie': … } }).

// cookieHeaderSetters set a header of an answer by its name and value.
var cookieHeaderSetters = []string{"setHeader", "header", "set", "append", "appendHeader"}

// readCookieHeader reads a call that sets the header Set-Cookie.
func (r *reader) readCookieHeader(n syntax.Node) {
	if !slices.Contains(cookieHeaderSetters, calleeName(n)) {
		return
	}
	name := firstOf(n.Child(syntax.FieldArguments))
	if text, ok := r.value(name).Constant(); ok && strings.EqualFold(text, "Set-Cookie") && name.Next().OK() {
		r.readCookieTexts(name.Next())
	}
}

// readCookiePair reads { 'Set-Cookie': … }, which no browser sends.
func (r *reader) readCookiePair(n syntax.Node) {
	if key := n.Child(syntax.FieldKey); strings.EqualFold(strings.Trim(key.Text(), "'\""), "Set-Cookie") {
		r.readCookieTexts(n.Child(syntax.FieldValue))
	}
}

func (r *reader) readCookieTexts(n syntax.Node) {
	if n.Kind() == syntax.Array {
		for e := range n.Elements() {
			r.readCookieText(e)
		}
		return
	}
	r.readCookieText(n)
}

// readCookieText reads one cookie with its attributes (RFC 6265 section 4.1.1).
func (r *reader) readCookieText(n syntax.Node) {
	shapes := r.eval.Shapes(r.operand(n))
	if len(shapes) != 1 {
		return // one of several, each with attributes of its own
	}
	whole := shapes[0]
	name, _, named := strings.Cut(whole.Prefix(), "=")
	if !named || name == "" {
		return
	}
	held, rest, ended := cookieValueOf(whole.TrimPrefix(len(name) + 1))
	c := &authflow.CookieWrite{At: r.span(n), Library: "Set-Cookie", Name: strings.TrimSpace(name), Root: r.eval.Project.PackageDir(r.file.Path)}
	if text, constant := held.Constant(); constant {
		c.Clears = text == ""
	} else {
		c.Credential = authflow.TruthOf(credential.CookieHolds(c.Name, []credential.Shape{held}))
	}
	hole := held.Sole()
	attributes(c, rest, len(held) == 0 || len(held) == 1 && (ended || hole == nil || credential.IsCredentialName(hole.Name)))
	r.out.cookies = append(r.out.cookies, c)
}

// cookieValueOf divides what follows the name into the value and the attributes,
// in which holes are kept as a NUL. ended: it says where the value ends.
func cookieValueOf(s credential.Shape) (held credential.Shape, rest string, ended bool) {
	var b strings.Builder
	for _, p := range s {
		switch {
		case ended && p.Hole != nil:
			b.WriteByte(0)
		case ended:
			b.WriteString(p.Text)
		case p.Hole != nil:
			held = append(held, p)
		default:
			value, after, cut := strings.Cut(p.Text, ";")
			if value != "" {
				p.Text = value
				held = append(held, p)
			}
			b.WriteString(after)
			ended = cut
		}
	}
	return held, b.String(), ended
}

// attributes reads what stands behind a value. whole: no hole may hold more.
func attributes(c *authflow.CookieWrite, text string, whole bool) {
	c.HTTPOnly, c.Secure, c.SameSite = authflow.No, authflow.No, authflow.SameSiteAbsent
	c.Domain = authflow.Attribute{Known: true}
	for a := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(a), "=")
		known := !strings.Contains(value, "\x00")
		switch strings.ToLower(name) {
		case "httponly":
			c.HTTPOnly = authflow.Yes
		case "secure":
			c.Secure = authflow.Yes
		case "samesite":
			c.SameSite = map[string]authflow.SameSite{"none": authflow.SameSiteNone, "lax": authflow.SameSiteLax, "strict": authflow.SameSiteStrict}[strings.ToLower(value)]
		case "path":
			c.Path = authflow.Attribute{Known: known, Value: value}
		case "domain":
			c.Domain = authflow.Attribute{Known: known, Value: value}
		case "max-age":
			c.Clears = c.Clears || value == "0" || strings.HasPrefix(value, "-")
		case "expires":
			c.Clears = c.Clears || strings.Contains(value, "1970")
		default:
			whole = whole && !strings.Contains(name, "\x00")
		}
	}
	if whole {
		return
	}
	c.Domain.Known, c.Path.Known = false, false
	if c.HTTPOnly == authflow.No {
		c.HTTPOnly = authflow.Unknown
	}
	if c.Secure == authflow.No {
		c.Secure = authflow.Unknown
	}
	if c.SameSite == authflow.SameSiteAbsent {
		c.SameSite = authflow.SameSiteUnknown
	}
}

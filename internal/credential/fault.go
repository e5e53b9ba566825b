package credential

import (
	"encoding/base64"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A Fault is a mistake in what an Authorization value says. Its blanks are
// judged by Spacing.
type Fault struct {
	Kind FaultKind
	// Text is the piece of the value that the words name, Name what is behind a
	// placeholder.
	Text, Name string
	scheme     string
}

// FaultKind names a fault. Each has one message and one help.
type FaultKind uint8

const (
	DuplicateScheme FaultKind = iota // Bearer Bearer …
	NotBase64                        // Basic user:password
	EncodedScheme                    // btoa("Basic user:password")
	EncodedNull                      // btoa("user:undefined")
	Placeholder                      // 'Bearer ${token}'
	FormatVerb                       // "Bearer %s"
	LiteralToken                     // Bearer eyJ…
	LiteralPassword                  // Basic of a literal user and password
)

// Message says what is wrong and what follows from it.
func (f Fault) Message() string {
	switch f.Kind {
	case DuplicateScheme:
		return fmt.Sprintf("the scheme is sent twice, as `%s`; the server takes the second `%s` for the token and answers 401", f.Text, f.scheme)
	case NotBase64:
		return fmt.Sprintf("`%s` is sent as plain text behind `%s`; servers decode it as base64, and answer 401 or 400", f.Text, f.scheme)
	case EncodedScheme:
		return fmt.Sprintf("`%s` is encoded together with the credentials, so the server sees no scheme and answers 401", f.scheme)
	case EncodedNull:
		return fmt.Sprintf("`%s` may be undefined, and is then encoded as the text `undefined`, which no account has", f.Name)
	case Placeholder:
		return fmt.Sprintf("nothing fills in `%s`: the server gets this very text in place of `%s` and answers 401", f.Text, f.Name)
	case FormatVerb:
		return fmt.Sprintf("nothing fills in `%s`: the server gets this very text as the token and answers 401", f.Text)
	case LiteralToken:
		return fmt.Sprintf("%s stands in the source; whoever can read the code or the bundle can use it", f.Text)
	case LiteralPassword:
		return fmt.Sprintf("the password of `%s` stands in the source; whoever can read the code or the bundle can use it", f.Name)
	}
	return ""
}

// Help says what to do.
func (f Fault) Help() string {
	switch f.Kind {
	case DuplicateScheme:
		return fmt.Sprintf("write `%s` in one place only", f.scheme)
	case NotBase64:
		return "encode user and password, joined by a colon, in base64 (RFC 7617 section 2)"
	case EncodedScheme:
		return fmt.Sprintf("encode only what follows `%s` (RFC 7617 section 2)", f.scheme)
	case EncodedNull:
		return "say what there is in its place: `password ?? ''`"
	case Placeholder:
		return "write a template literal with `${…}`"
	case FormatVerb:
		return "format the string with the token before it is sent"
	}
	return "read it from the environment or a store of secrets, and replace the one that was published"
}

// Duplicate finds a scheme behind a scheme: "Bearer Bearer …".
func (own Schemes) Duplicate(s Shape) (Fault, bool) {
	v := own.Parse(s)
	if !own.Known(v.Scheme.text) || v.Separator.text == "" {
		return Fault{}, false
	}
	in := own.Parse(v.Credentials)
	switch {
	case in.Separator.text == "" || len(in.Credentials) == 0 || !own.Known(in.Scheme.text):
		return Fault{}, false // one scheme, and its credentials
	case !strings.EqualFold(in.Scheme.text, v.Scheme.text) && !own.glues(in.Scheme.text):
		return Fault{}, false // Token jwt …
	}
	return Fault{Kind: DuplicateScheme, Text: v.Scheme.text + " " + in.Scheme.text, scheme: in.Scheme.text}, true
}

// Schemed reports whether a value surely begins with a scheme that is in use,
// and returns it. It is not of text alone: 'Access token' is no credential.
func (own Schemes) Schemed(s Shape) (scheme string, ok bool) {
	v := own.Parse(s)
	_, constant := s.Constant()
	return v.Scheme.text, !constant && own.Known(v.Scheme.text) && v.Separator.text != "" && len(v.Credentials) > 0
}

// PlainBasic finds credentials of the Basic scheme that are not encoded: user
// and password with a colon between, which base64 has not (RFC 7617 section 2).
func PlainBasic(s Shape) (Fault, bool) {
	if h := s.Sole(); h != nil && len(h.Encodes) > 0 {
		if v := Parse(h.Encodes); strings.EqualFold(v.Scheme.text, "Basic") && v.Separator.text != "" && len(v.Credentials) > 0 {
			return Fault{Kind: EncodedScheme, scheme: v.Scheme.text}, true
		}
		return Fault{}, false
	}
	v := Parse(s)
	if !strings.EqualFold(v.Scheme.text, "Basic") || v.Separator.text == "" || len(v.Credentials) == 0 {
		return Fault{}, false
	}
	if h := v.Credentials.Sole(); h != nil {
		return encodedNull(h.Encodes)
	}
	colon := false
	for i, p := range v.Credentials {
		if p.Hole != nil {
			continue
		}
		if strings.ContainsAny(p.Text, "=\"'<{") {
			return Fault{}, false // parameters, as in a challenge, or a placeholder
		}
		text := p.Text
		if i == len(v.Credentials)-1 {
			text = strings.TrimSuffix(text, ":") // an empty password is a decision
		}
		colon = colon || strings.Contains(text, ":") || strings.Contains(p.Text, ":") && i > 0
	}
	return Fault{Kind: NotBase64, Text: spell(v.Credentials), scheme: v.Scheme.text}, colon
}

// encodedNull finds a user or a password among what is encoded that may be
// missing, with nothing to take its place.
func encodedNull(s Shape) (Fault, bool) {
	if len(s) != 3 || s[1].Text != ":" {
		return Fault{}, false
	}
	for _, p := range s {
		if h := p.Hole; h != nil && h.MayBeNull && !h.Tested {
			return Fault{Kind: EncodedNull, Name: h.Name}, true
		}
	}
	return Fault{}, false
}

// spell renders credentials for a message, literal passwords left out.
func spell(s Shape) string {
	if _, constant := s.Constant(); constant {
		return "user:password"
	}
	var b strings.Builder
	for _, p := range s {
		if p.Hole != nil {
			b.WriteString("{" + p.Hole.Name + "}")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// placeholders are the forms in which languages and documentation write a
// value into a string; the second group is the name.
var placeholders = regexp.MustCompile(`([$%#]?)\{\{?\s*([A-Za-z_][\w.]*)\s*\}\}?`)

// Placeholders returns the placeholders in the credentials of a value that only
// text is left of, and the names in them. Whether something fills them in is for
// the caller to say: they are mistakes where the name is a variable in scope.
func Placeholders(s Shape) []Fault {
	v := Parse(s)
	if v.Scheme.text == "" {
		return nil
	}
	var out []Fault
	for i, p := range v.Credentials {
		if p.Hole != nil || !p.Verbatim || i > 0 && v.Credentials[i-1].Hole == nil && strings.HasPrefix(p.Text, "{") {
			continue // the dollar sign before it is escaped: `\${token}`
		}
		for _, m := range placeholders.FindAllStringSubmatch(p.Text, -1) {
			if m[2] != strings.ToUpper(m[2]) { // ${API_KEY} is filled in by what reads the configuration
				out = append(out, Fault{Kind: Placeholder, Text: m[0], Name: m[2]})
			}
		}
	}
	return out
}

var verb = regexp.MustCompile(`^%[svq@d]$`)

// Unformatted finds a format verb that nothing formatted: "Bearer %s".
func (own Schemes) Unformatted(s Shape) (Fault, bool) {
	v := own.Parse(s)
	text, constant := v.Credentials.Constant()
	if !own.Known(v.Scheme.text) || !constant || !verb.MatchString(text) {
		return Fault{}, false
	}
	return Fault{Kind: FormatVerb, Text: text}, true
}

// Literal finds a token or password that is written out in the source.
func (own Schemes) Literal(s Shape) (Fault, bool) {
	v := own.Parse(s)
	if strings.EqualFold(v.Scheme.text, "Basic") {
		return literalBasic(v.Credentials)
	}
	text, constant := v.Credentials.Constant()
	if !constant || v.Scheme.text != "" && !own.Known(v.Scheme.text) {
		return Fault{}, false
	}
	named := namedValue.FindStringSubmatch(text)
	switch {
	case strings.HasPrefix(text, "eyJ"):
		return Fault{Kind: LiteralToken, Text: "a JSON Web Token"}, IsJWT(text) && isRealJWT(text)
	case named != nil:
		text = named[1]
	case v.Scheme.text == "" && !hasSecretPrefix(text):
		return Fault{}, false // any text
	}
	return Fault{Kind: LiteralToken, Text: "a " + schemeToken(v.Scheme.text)}, hasSecretPrefix(text) && !isSample(text) || isOpaque(text)
}

// namedValue is a credential with its name: key=…, as push services want it, and
// the token="…" of Rails behind its scheme.
var namedValue = regexp.MustCompile(`^(?:key|token)="?([^"]+)"?$`)

func schemeToken(scheme string) string {
	if scheme == "" {
		return "secret token"
	}
	return "`" + scheme + "` token"
}

func literalBasic(s Shape) (Fault, bool) {
	text, constant := s.Constant()
	switch {
	case constant:
		if raw, err := base64.StdEncoding.DecodeString(text); err == nil {
			text = string(raw)
		}
	case s.Sole() != nil && len(s.Sole().Encodes) > 0:
		if text, constant = s.Sole().Encodes.Constant(); !constant {
			return Fault{}, false
		}
	default:
		return Fault{}, false
	}
	user, password, ok := strings.Cut(text, ":")
	if !ok || user == "" || password == "" || user == password || isSample(user) || isSample(password) || !printable(text) {
		return Fault{}, false
	}
	return Fault{Kind: LiteralPassword, Name: user}, true
}

func printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })
}

// samples are the words of values that stand for others, and the values of
// standards and of local services.
var samples = regexp.MustCompile(`(?i)your|example|sample|dummy|test|fake|mock|demo|placeholder|change|redacted|secret|password|passwd|insert|replace|xxx|\*\*|\.\.\.|<|\{|\$|%|mF_9|aladdin|minioadmin|guest|anonymous|foo|bar\b|token|apikey|api_key|abc123|123456|abcdef`)

func isSample(text string) bool {
	return samples.MatchString(text) || len(text) > 0 && strings.Trim(text, text[:1]) == ""
}

// secretPrefixes begin the tokens of services that made them recognizable.
var secretPrefixes = []string{"ghp_", "gho_", "ghs_", "github_pat_", "sk_live_", "rk_live_", "xoxb-", "xoxp-", "glpat-", "sk-ant-", "sk-proj-", "SG.", "npm_", "dop_v1_", "hf_"}

func hasSecretPrefix(text string) bool {
	return len(text) > 20 && slices.ContainsFunc(secretPrefixes, func(p string) bool { return strings.HasPrefix(text, p) })
}

// publicPrefixes begin keys that are made to be published.
var publicPrefixes = []string{"pk.", "pk_", "sb_publishable_", "AIza"}

// token68 is the alphabet of tokens (RFC 9110 section 11.2), and the colon that
// some services part theirs by.
var token68 = regexp.MustCompile(`^[A-Za-z0-9._~+/-]+(?::[A-Za-z0-9._~+-]+)?=*$`)

// isOpaque: long, of the alphabet of tokens, and too random for words.
func isOpaque(text string) bool {
	return len(text) >= 24 && token68.MatchString(text) && !isSample(text) && entropy(text) > 3.5 &&
		strings.ContainsFunc(text, unicode.IsDigit) && strings.ContainsFunc(text, unicode.IsLetter) &&
		!slices.ContainsFunc(publicPrefixes, func(p string) bool { return strings.HasPrefix(text, p) })
}

// entropy is that of the characters, in bits.
func entropy(text string) float64 {
	counts := map[rune]float64{}
	for _, r := range text {
		counts[r]++
	}
	n, sum := float64(len(text)), 0.0
	for _, c := range counts {
		sum -= c / n * math.Log2(c/n)
	}
	return sum
}

// isRealJWT: header and payload decode, and it is neither the sample of jwt.io
// nor a key that is public by design, such as that of an anonymous role.
func isRealJWT(text string) bool {
	parts := strings.Split(text, ".")
	head, err := base64.RawURLEncoding.DecodeString(parts[0])
	if err != nil || !strings.Contains(string(head), `"alg"`) {
		return false
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil || !strings.HasPrefix(string(payload), "{") {
		return false
	}
	for _, sample := range []string{"John Doe", "1234567890", `"anon"`} {
		if strings.Contains(string(payload), sample) {
			return false
		}
	}
	return len(parts[2]) > 20
}

// Unawaited returns a promise that stands for a value or for what follows the
// scheme: it is sent as "[object Promise]".
func Unawaited(s Shape) (Part, bool) {
	for _, p := range s {
		if p.Hole != nil {
			return p, p.Hole.Promise
		}
	}
	return Part{}, false
}

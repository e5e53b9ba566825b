package tshttp

import (
	"regexp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/words"
)

// keptExpiries notes where the project stores when its token expires, and
// whether anything looks at that. Reading is judged by the text of all files,
// which is searched only where there is such a write: whatever names the key may
// read it.
func (l *linker) keptExpiries() {
	ours := map[string]int{} // the places that write or remove a key
	for _, s := range l.facts.Storage {
		if s.Op != authflow.Read {
			ours[s.Key]++
		}
	}
	handled := authflow.Unknown
	for _, s := range l.facts.Storage {
		if s.Op != authflow.Write || s.Key == "" || !credential.IsExpiryName(s.Key) || s.Store == "cookie" {
			continue // a cookie goes to the server, which may look
		}
		if handled == authflow.Unknown {
			handled = authflow.TruthOf(l.mentionedAbove(0, refusal, refusalWords))
		}
		key := regexp.QuoteMeta(s.Key)
		named := regexp.MustCompile("['\"`]" + key + "['\"`]|Storage\\." + key + `\b`)
		l.facts.KeptExpiries = append(l.facts.KeptExpiries, &authflow.KeptExpiry{
			At: s.At, Store: s.Store, Key: s.Key, Handled: handled, Read: authflow.TruthOf(l.mentionedAbove(ours[s.Key], named, words.New([]string{s.Key}))),
		})
	}
}

// refusal is what code that does something about a refused or expired token
// speaks of.
var refusal = regexp.MustCompile(`\b401\b|[Uu]nauthori[sz]ed|UNAUTHORIZED|interceptors\.response|[Rr]efresh_?[Tt]oken|[Ii]sExpired|[Tt]okenExpired|\.exp\b|jwt-?[dD]ecode|onResponse|afterResponse|onError\(|HttpErrorResponse`)

// refusalWords are those without which refusal matches nothing.
var refusalWords = words.New([]string{"401", "nauthori", "UNAUTHORIZED", "interceptors.response", "efresh", "sExpired", "okenExpired", ".exp", "jwt-", "jwtd", "jwtD",
	"onResponse", "afterResponse", "onError(", "HttpErrorResponse"})

// mentionedAbove reports whether the files of the project match more than so many
// times. An expression costs a hundred times what the search for its words does,
// so it is tried only where one of them is.
func (l *linker) mentionedAbove(times int, what *regexp.Regexp, needs *words.Finder) bool {
	p := l.reader.eval.Project
	for _, path := range p.Paths() {
		p.Mentions(path, func(src []byte) bool {
			if needs.Any(src) {
				times -= len(what.FindAllIndex(src, -1))
			}
			return false
		})
		if times < 0 {
			return true
		}
	}
	return false
}

package tshttp

import (
	"regexp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
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
			handled = authflow.TruthOf(l.mentioned(refusal) > 0)
		}
		key := regexp.QuoteMeta(s.Key)
		named := regexp.MustCompile("['\"`]" + key + "['\"`]|Storage\\." + key + `\b`)
		l.facts.KeptExpiries = append(l.facts.KeptExpiries, &authflow.KeptExpiry{
			At: s.At, Store: s.Store, Key: s.Key, Handled: handled, Read: authflow.TruthOf(l.mentioned(named) > ours[s.Key]),
		})
	}
}

// refusal is what code that does something about a refused or expired token
// speaks of.
var refusal = regexp.MustCompile(`\b401\b|[Uu]nauthori[sz]ed|UNAUTHORIZED|interceptors\.response|[Rr]efresh_?[Tt]oken|[Ii]sExpired|[Tt]okenExpired|\.exp\b|jwt-?[dD]ecode|onResponse|afterResponse|onError\(|HttpErrorResponse`)

// mentioned counts how often the files of the project match.
func (l *linker) mentioned(what *regexp.Regexp) int {
	n := 0
	p := l.reader.eval.Project
	for _, path := range p.Paths() {
		p.Mentions(path, func(src []byte) bool {
			n += len(what.FindAllIndex(src, -1))
			return false
		})
	}
	return n
}

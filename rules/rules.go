// Package rules is the catalogue: every rule that authlint knows.
package rules

import (
	"strings"

	"github.com/authlint/authlint/internal/nearest"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/rules/basicnotbase64"
	"github.com/authlint/authlint/rules/bearerspacing"
	"github.com/authlint/authlint/rules/cleartextauth"
	"github.com/authlint/authlint/rules/cookieflags"
	"github.com/authlint/authlint/rules/corsmissingauthorization"
	"github.com/authlint/authlint/rules/corsorder"
	"github.com/authlint/authlint/rules/corswildcardcredentials"
	"github.com/authlint/authlint/rules/discardedheaders"
	"github.com/authlint/authlint/rules/duplicatescheme"
	"github.com/authlint/authlint/rules/expiryunits"
	"github.com/authlint/authlint/rules/hardcodedcredential"
	"github.com/authlint/authlint/rules/headertypo"
	"github.com/authlint/authlint/rules/ignoredheaders"
	"github.com/authlint/authlint/rules/incompletelogout"
	"github.com/authlint/authlint/rules/insecurestorage"
	"github.com/authlint/authlint/rules/interceptornoreturn"
	"github.com/authlint/authlint/rules/lateheader"
	"github.com/authlint/authlint/rules/leakedinterceptor"
	"github.com/authlint/authlint/rules/loggedtoken"
	"github.com/authlint/authlint/rules/manualheader"
	"github.com/authlint/authlint/rules/misplacedconfig"
	"github.com/authlint/authlint/rules/misplacedoption"
	"github.com/authlint/authlint/rules/missingbearer"
	"github.com/authlint/authlint/rules/missingcredentials"
	"github.com/authlint/authlint/rules/missingretryguard"
	"github.com/authlint/authlint/rules/nullishtoken"
	"github.com/authlint/authlint/rules/promiseinheader"
	"github.com/authlint/authlint/rules/quotedtoken"
	"github.com/authlint/authlint/rules/refreshloop"
	"github.com/authlint/authlint/rules/refreshrace"
	"github.com/authlint/authlint/rules/staleretryheader"
	"github.com/authlint/authlint/rules/staletoken"
	"github.com/authlint/authlint/rules/statusasstring"
	"github.com/authlint/authlint/rules/storagekeymismatch"
	"github.com/authlint/authlint/rules/stuckrefresh"
	"github.com/authlint/authlint/rules/swallowedautherror"
	"github.com/authlint/authlint/rules/timingunsafecompare"
	"github.com/authlint/authlint/rules/tokeninurl"
	"github.com/authlint/authlint/rules/unauthenticatedrequest"
	"github.com/authlint/authlint/rules/uncheckedexpiry"
	"github.com/authlint/authlint/rules/uninterpolatedtoken"
	"github.com/authlint/authlint/rules/unreturnedrejection"
	"github.com/authlint/authlint/rules/unrewoundbody"
	"github.com/authlint/authlint/rules/unsafeerrorresponse"
	"github.com/authlint/authlint/rules/unsafeheaderparse"
	"github.com/authlint/authlint/rules/unstoredtoken"
	"github.com/authlint/authlint/rules/unverifiedjwt"
	"github.com/authlint/authlint/rules/wrongclientdefault"
)

// All are the rules in the order in which they are listed to users: the header,
// the request, the life of the token, what happens on a 401.
var All = []*rule.Rule{
	missingbearer.Rule,
	bearerspacing.Rule,
	duplicatescheme.Rule,
	nullishtoken.Rule,
	promiseinheader.Rule,
	uninterpolatedtoken.Rule,
	quotedtoken.Rule,
	basicnotbase64.Rule,
	headertypo.Rule,
	hardcodedcredential.Rule,
	misplacedconfig.Rule,
	misplacedoption.Rule,
	missingcredentials.Rule,
	unauthenticatedrequest.Rule,
	lateheader.Rule,
	discardedheaders.Rule,
	ignoredheaders.Rule,
	cleartextauth.Rule,
	tokeninurl.Rule,
	statusasstring.Rule,
	manualheader.Rule,
	unstoredtoken.Rule,
	staletoken.Rule,
	wrongclientdefault.Rule,
	uncheckedexpiry.Rule,
	expiryunits.Rule,
	storagekeymismatch.Rule,
	incompletelogout.Rule,
	insecurestorage.Rule,
	loggedtoken.Rule,
	missingretryguard.Rule,
	refreshloop.Rule,
	refreshrace.Rule,
	stuckrefresh.Rule,
	interceptornoreturn.Rule,
	swallowedautherror.Rule,
	leakedinterceptor.Rule,
	unsafeerrorresponse.Rule,
	staleretryheader.Rule,
	unrewoundbody.Rule,
	corswildcardcredentials.Rule,
	corsmissingauthorization.Rule,
	corsorder.Rule,
	unreturnedrejection.Rule,
	unsafeheaderparse.Rule,
	timingunsafecompare.Rule,
	unverifiedjwt.Rule,
	cookieflags.Rule,
}

// Lookup returns the rule of a name, which may be written without hyphens and
// in any case.
func Lookup(name string) (r *rule.Rule, ok bool) {
	for _, r := range All {
		if strings.EqualFold(name, r.ID) || strings.EqualFold(name, r.Name()) {
			return r, true
		}
	}
	return nil, false
}

// Known reports whether there is a rule of that name.
func Known(name string) bool {
	_, ok := Lookup(name)
	return ok
}

// Nearest returns the ID of the rule that a misspelt name was meant for.
func Nearest(name string) (id string, ok bool) {
	ids := make([]string, len(All))
	for i, r := range All {
		ids[i] = r.ID
	}
	return nearest.Of(name, ids)
}

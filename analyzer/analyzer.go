// Package analyzer lists the Go half of authlint for drivers of go/analysis.
// Each rule has a package of its own below this one, which exports Analyzer.
package analyzer

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/authlint/authlint/analyzer/basicnotbase64"
	"github.com/authlint/authlint/analyzer/bearerspacing"
	"github.com/authlint/authlint/analyzer/cleartextauth"
	"github.com/authlint/authlint/analyzer/cookieflags"
	"github.com/authlint/authlint/analyzer/corsmissingauthorization"
	"github.com/authlint/authlint/analyzer/corsorder"
	"github.com/authlint/authlint/analyzer/corswildcardcredentials"
	"github.com/authlint/authlint/analyzer/discardedheaders"
	"github.com/authlint/authlint/analyzer/duplicatescheme"
	"github.com/authlint/authlint/analyzer/expiryunits"
	"github.com/authlint/authlint/analyzer/hardcodedcredential"
	"github.com/authlint/authlint/analyzer/headertypo"
	"github.com/authlint/authlint/analyzer/lateheader"
	"github.com/authlint/authlint/analyzer/loggedtoken"
	"github.com/authlint/authlint/analyzer/missingbearer"
	"github.com/authlint/authlint/analyzer/missingcredentials"
	"github.com/authlint/authlint/analyzer/missingretryguard"
	"github.com/authlint/authlint/analyzer/refreshloop"
	"github.com/authlint/authlint/analyzer/refreshrace"
	"github.com/authlint/authlint/analyzer/staleretryheader"
	"github.com/authlint/authlint/analyzer/staletoken"
	"github.com/authlint/authlint/analyzer/stuckrefresh"
	"github.com/authlint/authlint/analyzer/timingunsafecompare"
	"github.com/authlint/authlint/analyzer/tokeninurl"
	"github.com/authlint/authlint/analyzer/uncheckedexpiry"
	"github.com/authlint/authlint/analyzer/uninterpolatedtoken"
	"github.com/authlint/authlint/analyzer/unreturnedrejection"
	"github.com/authlint/authlint/analyzer/unrewoundbody"
	"github.com/authlint/authlint/analyzer/unsafeheaderparse"
	"github.com/authlint/authlint/analyzer/unstoredtoken"
	"github.com/authlint/authlint/analyzer/unverifiedjwt"
	"github.com/authlint/authlint/internal/gopass"
)

// Rules are the analyzers of the rules that judge Go, in the catalogue's order.
var Rules = []*analysis.Analyzer{
	missingbearer.Analyzer,
	bearerspacing.Analyzer,
	duplicatescheme.Analyzer,
	uninterpolatedtoken.Analyzer,
	basicnotbase64.Analyzer,
	headertypo.Analyzer,
	hardcodedcredential.Analyzer,
	missingcredentials.Analyzer,
	discardedheaders.Analyzer,
	cleartextauth.Analyzer,
	tokeninurl.Analyzer,
	lateheader.Analyzer,
	unstoredtoken.Analyzer,
	uncheckedexpiry.Analyzer,
	staletoken.Analyzer,
	expiryunits.Analyzer,
	loggedtoken.Analyzer,
	missingretryguard.Analyzer,
	refreshloop.Analyzer,
	refreshrace.Analyzer,
	stuckrefresh.Analyzer,
	staleretryheader.Analyzer,
	unrewoundbody.Analyzer,
	unreturnedrejection.Analyzer,
	unsafeheaderparse.Analyzer,
	timingunsafecompare.Analyzer,
	unverifiedjwt.Analyzer,
	corswildcardcredentials.Analyzer,
	corsmissingauthorization.Analyzer,
	corsorder.Analyzer,
	cookieflags.Analyzer,
}

// All are Rules and the analyzer that reports misuse of authlint:ignore
// comments.
var All = append(slices.Clone(Rules), gopass.Suppression(Rules))

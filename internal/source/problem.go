package source

// A Problem is something asked for that could not be done, or not wholly. It
// is said once and never ends the run.
type Problem struct {
	Kind    ProblemKind
	File    string // the path as the run names it; empty where it is about no file
	Message string
}

// ProblemKind groups problems as the JSON output names them.
type ProblemKind string

const (
	Parse    ProblemKind = "parse"    // syntax errors: what could be read was analysed
	Load     ProblemKind = "load"     // packages or dependencies that could not be loaded
	Types    ProblemKind = "types"    // type errors: analysed in part
	Config   ProblemKind = "config"   // a configuration file of the project that could not be used
	Skipped  ProblemKind = "skipped"  // not looked at: binary, too large, unreadable
	Fix      ProblemKind = "fix"      // a file that could not be mended
	Internal ProblemKind = "internal" // a fault of authlint itself
)

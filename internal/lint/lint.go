// Package lint is the run: it finds the files, has both halves of authlint read
// them, lets the rules judge what was read, and leaves of the findings those
// that were asked for. It is the only place where Go and TypeScript meet.
package lint

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/discover"
	"github.com/authlint/authlint/internal/foreign"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/goload"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/tshttp"
	"github.com/authlint/authlint/rules"
)

// Options say what to check, and with which rules.
type Options struct {
	Dir       string // the working directory, absolute
	Patterns  []string
	Languages []discover.Language // none means all
	Selection
	Tests bool // report findings in test files too
	Jobs  int  // how many files are worked on at once; 0 means one a processor
	// Exclude tells files in which nothing is reported and no evidence is sought.
	// It may be nil.
	Exclude func(file string) bool
	// Declared is what the configuration says of the project.
	Declared authflow.Declared
	// Clients are modules of TypeScript that are clients; see tshttp.Input.
	Clients map[string]string
	// GoClients are types and functions of Go that are clients.
	GoClients gohttp.Clients
	// Overlay holds files that are not as they are on disk, or not there. They are
	// asked for, beside what patterns ask for.
	Overlay source.Overlay
	// Cache keeps what was read for the next run. It may be nil.
	Cache *cache.Store
	// Stage is told what the run is at, for those who wait. It may be nil.
	Stage func(what string)
}

// A Result is what a run found.
type Result struct {
	// Findings are sorted by file, offset, rule; each stands there once.
	Findings []rule.Finding
	// Problems are sorted by file. They are about what was asked for, not about
	// what was only looked at as evidence.
	Problems   []source.Problem
	Suppressed int
	// Baselined is how many findings were left out because a baseline knows them.
	Baselined int
	// KnownBefore is how many were left out because they stand on lines that are
	// as they were in Revision.
	KnownBefore int
	Revision    string // as the user names it
	// Blind: something that was asked for could not be analysed at all, so that
	// the absence of findings means nothing.
	Blind  bool
	Files  Files
	Phases []Phase
	// Rules are those that ran, the slowest first.
	Rules []RuleTime
}

// A RuleTime is how long a rule took to judge all facts of the run.
type RuleTime struct {
	ID   string
	Time time.Duration
}

// Files counts the files of a run.
type Files struct {
	Go, TypeScript int // asked for
	Parsed         int // read beyond the prefilter, evidence included
	Recalled       int // of Parsed, those that an earlier run read
	Skipped        int // not looked at: generated, minified, unreadable
	Excluded       int // asked for, and left out by the configuration
}

// A Phase is a part of a run and the time it took. Reading Go and reading
// TypeScript overlap.
type Phase struct {
	Name string
	Time time.Duration
}

// Run checks a project. An error means that nothing was checked: a pattern that
// matches nothing, or an interruption.
func Run(ctx context.Context, o Options) (*Result, error) {
	return run(ctx, o, rules.All, halves{readGo, readTypeScript})
}

func run(ctx context.Context, o Options, all []*rule.Rule, h halves) (*Result, error) {
	r := &runner{Options: o, result: &Result{}, times: map[string]time.Duration{}}
	for _, candidate := range all {
		if o.enabled(candidate) {
			r.rules = append(r.rules, candidate)
		}
	}
	var err error
	r.stage("looking for files")
	r.phase("discover", func() {
		r.files, err = discover.Find(ctx, discover.Options{Dir: o.Dir, Patterns: o.Patterns, Languages: o.Languages, Exclude: o.Exclude, Named: slices.Collect(maps.Keys(o.Overlay)), Beside: foreign.IsServer})
	})
	if err != nil {
		return nil, err
	}
	r.result.Files.Go, r.result.Files.TypeScript = r.files.CountWanted()
	r.result.Files.Excluded = r.files.Excluded
	r.result.Problems = r.files.Problems

	r.stage(fmt.Sprintf("reading %d files", len(r.files.Go)+len(r.files.TypeScript)))
	golang, typescript := r.read(ctx, h)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.stage("judging")
	r.phase("rules", func() {
		// Each half is judged with what the other shows.
		tsEvidence, goEvidence := authflow.Evidence{Declared: o.Declared}, authflow.Evidence{Declared: o.Declared}
		if typescript != nil {
			tsEvidence = typescript.facts.Evidence.Merge(tsEvidence)
		}
		if golang != nil {
			goEvidence = golang.evidence.Merge(goEvidence)
			r.judgeGo(golang, tsEvidence)
		}
		if typescript != nil {
			if typescript.facts.SendsRaw() {
				goEvidence.ServerReads = append(goEvidence.ServerReads, foreign.ServerReads(r.files.Beside)...)
			}
			r.judgeTypeScript(typescript, goEvidence)
		}
	})
	r.finish()
	return r.result, nil
}

// A runner is one run.
type runner struct {
	Options
	rules  []*rule.Rule
	files  *discover.Result
	result *Result
	times  map[string]time.Duration // of each rule, in both languages
}

// read has both halves read at once. What is nil is not there.
func (r *runner) read(ctx context.Context, h halves) (golang *goProject, typescript *tsProject) {
	var phases [2]Phase
	var problems [2]*source.Problem
	var wg sync.WaitGroup
	if len(r.files.Go) > 0 {
		wg.Go(func() {
			problems[0] = guarded("Go", &phases[0], func() (err error) {
				golang, err = h.golang(ctx, goload.Options{
					Dir: r.Dir, Files: r.files.Go, Want: r.files.Wanted,
					Rules: r.rules, Strict: r.strict(), Tests: r.Tests, Jobs: r.Jobs, Clients: r.GoClients, Overlay: r.Overlay, Cache: r.Cache,
				})
				return err
			})
		})
	}
	if len(r.files.TypeScript) > 0 {
		wg.Go(func() {
			problems[1] = guarded("TypeScript", &phases[1], func() (err error) {
				typescript, err = h.typescript(ctx, tshttp.Input{Dir: r.Dir, Files: r.files.TypeScript, Jobs: r.Jobs, Exclude: r.Exclude, Clients: r.Clients, Schemes: r.Declared.Schemes, Overlay: r.Overlay, Cache: r.Cache})
				return err
			})
		})
	}
	wg.Wait()
	for _, p := range problems {
		if p != nil {
			r.result.Problems = append(r.result.Problems, *p)
		}
	}
	for _, p := range phases {
		if p.Name != "" {
			r.result.Phases = append(r.result.Phases, p)
		}
	}
	return golang, typescript
}

// guarded turns the failure of one half into a problem, so that the other half
// is still of use.
func guarded(language string, phase *Phase, do func() error) (problem *source.Problem) {
	start := time.Now()
	defer func() {
		*phase = Phase{language, time.Since(start)}
		if p := recover(); p != nil {
			problem = &source.Problem{Kind: source.Internal,
				Message: fmt.Sprintf("the %s files are not checked, authlint failed on them (%v at %s); please report it", language, p, origin(debug.Stack()))}
		}
	}()
	if err := do(); err != nil {
		return &source.Problem{Kind: source.Load, Message: fmt.Sprintf("the %s files are not checked: %v", language, err)}
	}
	return nil
}

func (r *runner) judgeGo(p *goProject, evidence authflow.Evidence) {
	var out *goload.Result
	if problem := guarded("Go", &Phase{}, func() error { out = p.judge(evidence); return nil }); problem != nil {
		r.result.Problems = append(r.result.Problems, *problem)
		return
	}
	for id, t := range out.Times {
		r.times[id] += t
	}
	r.result.Suppressed += out.Suppressed
	r.result.Files.Parsed += out.Files
	r.result.Files.Recalled += out.Recalled
	r.result.Problems = append(r.result.Problems, out.Problems...)
	for _, f := range out.Findings {
		r.add(f)
	}
}

func (r *runner) judgeTypeScript(p *tsProject, evidence authflow.Evidence) {
	r.result.Files.Parsed += p.parsed
	if p.recalled {
		r.result.Files.Recalled += p.parsed
	}
	r.result.Files.Skipped += p.skipped
	r.result.Problems = append(r.result.Problems, p.problems...)
	facts := *p.facts
	facts.Evidence = facts.Evidence.Merge(evidence)
	var found []rule.Finding
	for _, rl := range r.rules {
		start := time.Now()
		findings, problems := judge(rl, &facts, r.strict())
		r.times[rl.ID] += time.Since(start)
		found = append(found, findings...)
		r.result.Problems = append(r.result.Problems, problems...)
	}
	found = slices.DeleteFunc(found, func(f rule.Finding) bool { return !r.reports(f.At.File) })
	for _, f := range r.suppress(p, found) {
		r.add(f)
	}
}

// reports reports whether findings in a file are asked for.
func (r *runner) reports(file string) bool {
	return r.files.Wanted(file) && (r.Tests || !r.files.IsTest(file))
}

// add takes a finding if it is asked for, with the weight that was asked for.
func (r *runner) add(f rule.Finding) {
	if !r.reports(f.At.File) || !r.enabledID(f.Rule) {
		return
	}
	known, _ := r.byID(f.Rule)
	if s := r.weigh(&f, known); s != rule.Off {
		f.Severity = s
		r.result.Findings = append(r.result.Findings, f)
	}
}

// byID returns the rule of that ID among those that run.
func (r *runner) byID(id string) (*rule.Rule, bool) {
	for _, rl := range r.rules {
		if rl.ID == id {
			return rl, true
		}
	}
	return nil, false
}

// finish puts what was found into its final form.
func (r *runner) finish() {
	slices.SortStableFunc(r.result.Findings, func(a, b rule.Finding) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Start, b.At.Start),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.At.End, b.At.End), cmp.Compare(a.Message, b.Message))
	})
	// A Go package is analysed alone and together with its tests.
	r.result.Findings = slices.CompactFunc(r.result.Findings, func(a, b rule.Finding) bool {
		return a.At == b.At && a.Rule == b.Rule && a.Message == b.Message
	})
	r.finishProblems()
	for _, rl := range r.rules {
		r.result.Rules = append(r.result.Rules, RuleTime{rl.ID, r.times[rl.ID]})
	}
	slices.SortStableFunc(r.result.Rules, func(a, b RuleTime) int { return cmp.Compare(b.Time, a.Time) })
}

func (r *runner) stage(what string) {
	if r.Stage != nil {
		r.Stage(what)
	}
}

func (r *runner) phase(name string, do func()) {
	start := time.Now()
	do()
	r.result.Phases = append(r.result.Phases, Phase{name, time.Since(start)})
}

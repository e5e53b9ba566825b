// Package goload is the command's own run over Go: it finds the modules that
// files belong to, type-checks the packages that matter against export data,
// reads their auth facts and lets the rules judge them with the evidence of the
// whole project.
//
// It runs the go command to list and compile, never the project's code, and
// never goes to the network: what is not on this machine is missing, and said
// to be.
package goload

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/gopass"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/rules"
)

// Options say what to look at and what to report.
type Options struct {
	// Dir is the working directory.
	Dir string
	// Files are the absolute paths of all Go files of the project.
	Files []string
	// Want reports whether findings in a file are asked for. Nil wants all.
	Want func(file string) bool
	// Rules judge. Those that are not among them are not called unused in
	// authlint:ignore comments.
	Rules []*rule.Rule
	// Strict: the strict preset is on.
	Strict bool
	// Tests: report findings in tests too.
	Tests bool
	// Clients are types and functions of other modules that are clients.
	Clients gohttp.Clients
	// Overlay holds files that are not as they are on disk.
	Overlay source.Overlay
	// Jobs bounds the work done at once; 0 means one for each processor.
	Jobs int
	// Cache keeps what was read for the next run. It may be nil.
	Cache *cache.Store
}

// A Result is what a run found.
type Result struct {
	Findings   []rule.Finding
	Suppressed int
	Evidence   authflow.Evidence
	Problems   []source.Problem
	// Files is the number of files that were type-checked and analysed. Those
	// that mention nothing which matters are not among them.
	Files int
	// Recalled is how many of them an earlier run read.
	Recalled int
	// Times are how long each rule took.
	Times map[string]time.Duration
}

// Run loads and judges.
func Run(ctx context.Context, opts Options) (*Result, error) {
	p, err := Load(ctx, opts)
	if err != nil {
		return nil, err
	}
	return p.Judge(authflow.Evidence{}), nil
}

// A Project is Go code that was loaded and whose facts were read, but that no
// rule has judged yet.
type Project struct {
	// Evidence is what all of the project's Go code shows.
	Evidence authflow.Evidence

	opts     Options
	packages []*checked
	problems []source.Problem
	files    int
	recalled int
}

// A checked package has its facts.
type checked struct {
	path  string
	facts *authflow.Facts
	files gopass.FileSet
}

// Load reads the facts of the Go files of a project. The error is ctx's; what
// cannot be loaded is a problem of the result.
func Load(ctx context.Context, opts Options) (*Project, error) {
	p := &Project{opts: opts}
	if p.opts.Want == nil {
		p.opts.Want = func(string) bool { return true }
	}
	for _, g := range groups(&p.opts) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.analyze(ctx, g)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p.link()
	return p, nil
}

// analyze loads the packages of a group that matter and reads their facts,
// unless an earlier run did and nothing has changed.
func (p *Project) analyze(ctx context.Context, g *group) {
	began := time.Now().UnixNano()
	if read, problems, ok := recall(ctx, &p.opts, g); ok {
		for _, c := range read {
			p.recalled += len(c.files)
		}
		p.add(read, problems)
		return
	}
	dirs := g.matter(ctx, &p.opts)
	if len(dirs) == 0 {
		return // nothing in it mentions what a rule could judge
	}
	pkgs, problems := g.load(ctx, &p.opts, dirs)
	read, faults := readFacts(pkgs, &p.opts)
	problems = append(problems, faults...)
	remember(ctx, &p.opts, g, began, read, problems)
	p.add(read, problems)
}

// Clients are those that send the project's requests.
func (p *Project) Clients() []*authflow.Client {
	var out []*authflow.Client
	for _, c := range p.packages {
		if c.facts != nil {
			out = append(out, c.facts.Clients...)
		}
	}
	return out
}

func (p *Project) add(packages []*checked, problems []source.Problem) {
	p.packages = append(p.packages, packages...)
	p.problems = append(p.problems, problems...)
}

// readFacts reads the facts of packages that were loaded.
func readFacts(pkgs []*packages.Package, opts *Options) (out []*checked, problems []source.Problem) {
	fault := func(message string) {
		problems = append(problems, source.Problem{Kind: source.Internal, Message: message})
	}
	roots := prepare(pkgs)
	if len(roots) == 0 {
		return nil, nil // said where they were loaded
	}
	reading := gohttp.New(opts.Clients)
	graph, err := checker.Analyze([]*analysis.Analyzer{reading, gopass.Files}, roots, &checker.Options{Sequential: opts.Jobs == 1})
	if err != nil {
		fault(err.Error())
		return nil, problems
	}
	byPackage := map[*packages.Package]*checked{}
	for _, act := range graph.Roots {
		c := byPackage[act.Package]
		if c == nil {
			c = &checked{path: act.Package.PkgPath}
			byPackage[act.Package] = c
			out = append(out, c)
		}
		switch {
		case act.Err != nil && strings.HasPrefix(act.Err.Error(), "failed prerequisites"):
			// The package that failed is named itself.
		case act.Err != nil:
			fault(fmt.Sprintf("%s could not be analysed; please report this: %v", act.Package.PkgPath, act.Err))
		case act.Analyzer == reading:
			c.facts = act.Result.(*authflow.Facts)
		default:
			c.files = act.Result.(gopass.FileSet)
			if len(opts.Overlay) > 0 {
				for name, f := range c.files {
					f.Accept(name, opts.Overlay.ReadFile)
				}
			}
		}
	}
	return out, problems
}

// prepare returns the packages that can be analysed and cuts their imports down
// to those that have syntax, since facts are read from source alone.
func prepare(pkgs []*packages.Package) []*packages.Package {
	var out []*packages.Package
	seen := map[*packages.Package]bool{}
	var visit func(*packages.Package)
	visit = func(pkg *packages.Package) {
		if seen[pkg] {
			return
		}
		seen[pkg] = true
		kept := map[string]*packages.Package{}
		for path, imp := range pkg.Imports {
			if len(imp.Syntax) > 0 && imp.Types != nil && imp.TypesInfo != nil && imp.Module != nil && imp.Module.Main {
				kept[path] = imp
				visit(imp)
			}
		}
		pkg.Imports = kept
	}
	for _, pkg := range pkgs {
		if len(pkg.Syntax) == 0 || pkg.Types == nil || pkg.TypesInfo == nil || strings.HasSuffix(pkg.ID, ".test") {
			continue // nothing could be read of it, or it is the main of a test
		}
		if pkg.TypesSizes == nil || pkg.Name == "" {
			continue
		}
		fromSource(pkg)
		visit(pkg)
		out = append(out, pkg)
	}
	slices.SortFunc(out, func(a, b *packages.Package) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// link puts together what only the whole project shows: its evidence, and which
// helpers have callers.
func (p *Project) link() {
	slices.SortStableFunc(p.packages, func(a, b *checked) int { return cmp.Compare(a.path, b.path) })
	called := map[source.Span]bool{}
	files := map[string]bool{}
	for _, c := range p.packages {
		if c.facts == nil {
			continue
		}
		p.Evidence = p.Evidence.Merge(c.facts.Evidence)
		for _, w := range c.facts.Headers {
			if w.Via.Valid() && !testFile(c.files, w.At.File) {
				called[w.Via] = true
			}
		}
		for name := range c.files {
			files[name] = true
		}
	}
	p.Evidence = unique(p.Evidence)
	p.linkServers()
	p.files = len(files)
	for _, c := range p.packages {
		if c.facts == nil {
			continue
		}
		linked := *c.facts
		linked.Headers = slices.DeleteFunc(slices.Clone(linked.Headers), func(w *authflow.HeaderWrite) bool {
			return w.CallersUnseen && called[w.At]
		})
		c.facts = &linked
	}
}

// linkServers tells handlers of where other packages register them.
func (p *Project) linkServers() {
	used := map[string]source.Span{}
	for _, c := range p.packages {
		if c.facts == nil {
			continue
		}
		for _, s := range c.facts.Servers {
			for _, u := range s.Uses {
				if _, known := used[u.Handler]; !known && u.Handler != "" && !testFile(c.files, u.At.File) {
					used[u.Handler] = u.At
				}
			}
		}
	}
	for _, c := range p.packages {
		if c.facts == nil {
			continue
		}
		for _, h := range c.facts.ServerHandlers {
			if at, ok := used[h.ID]; ok && h.ID != "" {
				h.RegisteredAt(at)
			}
		}
	}
}

func testFile(files gopass.FileSet, name string) bool {
	f, ok := files[name]
	return ok && f.Test
}

// unique sorts evidence and drops what was seen twice, in a package and in the
// same package with its tests.
func unique(e authflow.Evidence) authflow.Evidence {
	slices.SortFunc(e.ServerReads, func(a, b authflow.ServerRead) int { return compare(a.At, b.At) })
	e.ServerReads = slices.Compact(e.ServerReads)
	slices.SortFunc(e.NamesRead, func(a, b authflow.NameRead) int { return compare(a.At, b.At) })
	e.NamesRead = slices.Compact(e.NamesRead)
	for _, l := range []*[]source.Span{&e.SchemeJoins, &e.TokenReads, &e.SessionCookies, &e.CredentialedCORS, &e.AuthMiddlewares, &e.TokenChecks} {
		slices.SortFunc(*l, compare)
		*l = slices.Compact(*l)
	}
	return e
}

func compare(a, b source.Span) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// Judge runs the rules. more is evidence from code in other languages.
func (p *Project) Judge(more authflow.Evidence) *Result {
	out := &Result{Evidence: p.Evidence, Problems: slices.Clone(p.problems), Files: p.files, Recalled: min(p.recalled, p.files), Times: map[string]time.Duration{}}
	evidence := p.Evidence.Merge(more)
	seen := map[string]bool{}
	suppressed := map[string]bool{}
	for _, c := range p.packages {
		if c.facts == nil || c.files == nil {
			continue
		}
		facts := *c.facts
		facts.Evidence = evidence
		for _, r := range p.opts.Rules {
			start := time.Now()
			findings, err := gopass.Judge(r, &facts, p.opts.Strict)
			out.Times[r.ID] += time.Since(start)
			if err != nil {
				out.Problems = append(out.Problems, source.Problem{Kind: source.Internal, Message: fmt.Sprintf("%s could not judge %s; please report this: %v", r.ID, c.path, err)})
				continue
			}
			for _, f := range findings {
				key := identity(f)
				switch {
				case !p.opts.Want(f.At.File) || seen[key]:
				case c.files.Keeps(&f, p.opts.Tests):
					seen[key] = true
					out.Findings = append(out.Findings, f)
				case c.files.Suppressed(&f, p.opts.Tests):
					suppressed[key] = true
				}
			}
		}
	}
	out.Suppressed = len(suppressed)
	p.misuse(out, seen)
	slices.SortStableFunc(out.Findings, func(a, b rule.Finding) int {
		return cmp.Or(compare(a.At, b.At), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return out
}

// misuse adds what is wrong with authlint:ignore comments. A file that was
// analysed twice, alone and with its tests, has used those that either used.
func (p *Project) misuse(out *Result, seen map[string]bool) {
	ran := func(id string) bool {
		r, ok := rules.Lookup(id)
		return ok && slices.ContainsFunc(p.opts.Rules, func(q *rule.Rule) bool { return q.ID == r.ID })
	}
	times := map[string]int{}
	counts := map[string]int{}
	found := map[string]rule.Finding{}
	for _, c := range p.packages {
		if c.facts == nil {
			continue // no rule judged it: nothing can be called unused
		}
		for _, name := range slices.Sorted(maps.Keys(c.files)) {
			f := c.files[name]
			if f.Generated || f.Test && !p.opts.Tests || !p.opts.Want(name) {
				continue
			}
			times[name]++
			f.Suppress.Ran, f.Suppress.Nearest = ran, rules.Nearest
			for _, bad := range f.Suppress.Findings() {
				bad.Rule = suppress.RuleID
				counts[identity(bad)]++
				found[identity(bad)] = bad
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(found)) {
		if f := found[key]; counts[key] == times[f.At.File] && !seen[key] {
			out.Findings = append(out.Findings, f)
		}
	}
}

func identity(f rule.Finding) string {
	return fmt.Sprintf("%s\x00%s\x00%d\x00%d\x00%s", f.Rule, f.At.File, f.At.Start, f.At.End, f.Message)
}

func (p *Project) problem(kind source.ProblemKind, file, message string) {
	p.problems = append(p.problems, source.Problem{Kind: kind, File: file, Message: message})
}

func slash(path string) string { return filepath.ToSlash(path) }

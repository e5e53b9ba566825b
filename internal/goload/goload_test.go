package goload

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/rules"
)

// project writes the files of a txtar archive.
func project(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run analyses a project and returns findings and problems in short, after it
// has seen that a second run, which may use what the first has kept, says the
// same.
func run(t *testing.T, dir string, change func(*Options)) (found, problems []string) {
	t.Helper()
	opts := Options{Dir: dir, Files: goFiles(t, dir), Rules: rules.All, Cache: cache.Open(t.TempDir())}
	if change != nil {
		change(&opts)
	}
	found, problems = inShort(t, dir, opts)
	again, problemsAgain := inShort(t, dir, opts)
	check(t, "findings of the second run", again, found)
	check(t, "problems of the second run", problemsAgain, problems)
	if err := opts.Cache.Err(); err != nil {
		t.Error(err)
	}
	return found, problems
}

func inShort(t *testing.T, dir string, opts Options) (found, problems []string) {
	t.Helper()
	res, err := Run(context.Background(), opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Findings {
		src, err := os.ReadFile(f.At.File)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, fmt.Sprintf("%s:%d %s", relative(t, dir, f.At.File), source.NewLines(string(src)).Position(f.At.Start).Line, f.Rule))
	}
	for _, p := range res.Problems {
		problems = append(problems, strings.ReplaceAll(fmt.Sprintf("%s %s: %s", p.Kind, relative(t, dir, p.File), p.Message), dir, "DIR"))
	}
	return found, problems
}

func relative(t *testing.T, dir, file string) string {
	t.Helper()
	if file == "" {
		return ""
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(rel)
}

// bad is a package with one mistake in line 5.
func bad(name string) string {
	return "package " + name + "\n\nimport \"net/http\"\n\nfunc set(req *http.Request, token string) { req.Header.Set(\"Authorization\", \"Bearer\"+token) }\n"
}

func check(t *testing.T, what string, got, want []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestModules(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- a.go --\n"+bad("a")+
		"-- sub/go.mod --\nmodule example.com/sub\n\ngo 1.24\n-- sub/s.go --\n"+bad("sub")+
		"-- vendor/example.com/v/v.go --\n"+bad("v")+
		"-- testdata/t.go --\n"+bad("t")+
		"-- _old/o.go --\n"+bad("old")+
		"-- quiet/q.go --\npackage quiet\n")
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:5 bearer-spacing", "sub/s.go:5 bearer-spacing"})
	check(t, "problems", problems, nil)
}

func TestWorkspace(t *testing.T) {
	dir := project(t, `
-- go.work --
go 1.24

use (
	./lib
	./app
)
-- lib/go.mod --
module example.com/lib

go 1.24
-- lib/lib.go --
package lib

import "net/http"

func Authorize(req *http.Request, value string) { req.Header.Set("Authorization", value) }
-- app/go.mod --
module example.com/app

go 1.24
-- app/app.go --
package app

import (
	"net/http"

	"example.com/lib"
)

func ask(req *http.Request, token string) { lib.Authorize(req, "Bearer"+token) }
-- other/go.mod --
module example.com/other

go 1.24
-- other/o.go --
`+bad("other"))
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"app/app.go:9 bearer-spacing", "other/o.go:5 bearer-spacing"})
	check(t, "problems", problems, nil)
}

func TestLooseFiles(t *testing.T) {
	dir := project(t, "-- a.go --\n"+bad("main")+"-- b/b.go --\n"+bad("b"))
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:5 bearer-spacing", "b/b.go:5 bearer-spacing"})
	check(t, "problems", problems, nil)
}

func TestMissingModules(t *testing.T) {
	dir := project(t, `
-- go.mod --
module example.com/a

go 1.24
-- a.go --
package a

import (
	"net/http"

	"github.com/example/b"
	"github.com/example/c"
	"github.com/example/d/x"
	"github.com/example/e"
)

func set(req *http.Request) {
	req.Header.Set("Authorization", "Bearer"+b.Token(c.X, x.Y, e.Z))
}
`)
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:13 bearer-spacing"})
	check(t, "problems", problems, []string{"load go.mod: 4 modules are missing (github.com/example/b, github.com/example/c, github.com/example/d and 1 more), so types that come from there are unknown; run `go mod download`"})
}

func TestMissingResty(t *testing.T) {
	dir := project(t, `
-- go.mod --
module example.com/a

go 1.24
-- a.go --
package a

import "github.com/go-resty/resty/v2"

func ask(token string) {
	client := resty.New()
	client.R().SetHeader("Authorization", "Bearer"+token)
}
`)
	found, _ := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:7 bearer-spacing"})
}

func TestBrokenCode(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- good/a.go --\n"+bad("good")+
		"-- syntax/a.go --\n"+bad("syntax")+"\nfunc broken( {\n"+
		"-- types/a.go --\n"+bad("types")+"\nvar x int = \"no\"\n")
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"good/a.go:5 bearer-spacing", "syntax/a.go:5 bearer-spacing", "types/a.go:5 bearer-spacing"})
	if len(problems) < 2 || !slices.ContainsFunc(problems, func(p string) bool { return strings.HasPrefix(p, "parse syntax/a.go: syntax error in line 7") }) ||
		!slices.ContainsFunc(problems, func(p string) bool { return strings.HasPrefix(p, "types types/a.go: 1 package does not type-check") }) {
		t.Errorf("problems: %q", problems)
	}
}

func TestNewerGo(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.99\n-- a.go --\n"+bad("a"))
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:5 bearer-spacing"})
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "load go.mod: go.mod requires go >= 1.99") {
		t.Errorf("problems: %q", problems)
	}
}

func TestBrokenModule(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\nnonsense\n-- a.go --\n"+bad("a"))
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:5 bearer-spacing"})
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "load go.mod: ") {
		t.Errorf("problems: %q", problems)
	}
}

func TestInconsistentVendor(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n\nrequire example.com/b v1.0.0\n-- vendor/modules.txt --\n# example.com/c v1.0.0\n-- a.go --\n"+bad("a"))
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:5 bearer-spacing"})
	if len(problems) == 0 || !strings.Contains(problems[0], "vendor/modules.txt and go.mod disagree") {
		t.Errorf("problems: %q", problems)
	}
}

func TestCgo(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- a.go --\n"+bad("a")+
		"-- c.go --\npackage a\n\n// #include \"nothere.h\"\nimport \"C\"\n\nimport \"net/http\"\n\nfunc setC(req *http.Request, token string) {\n\tC.nothing()\n\treq.Header.Set(\"Authorization\", \"Bearer\"+token)\n}\n")
	found, problems := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:5 bearer-spacing", "c.go:10 bearer-spacing"})
	if len(problems) == 0 {
		t.Error("nothing is said of the header that is not there")
	}
	good := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- c.go --\npackage a\n\n// #include <stdlib.h>\nimport \"C\"\n\nimport \"net/http\"\n\nfunc setC(req *http.Request, token string) {\n\tC.free(nil)\n\treq.Header.Set(\"Authorization\", \"Bearer\"+token)\n}\n")
	found, problems = run(t, good, nil)
	check(t, "findings", found, []string{"c.go:10 bearer-spacing"})
	check(t, "problems", problems, nil)
}

func TestTestsAndGeneratedCode(t *testing.T) {
	files := "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- a.go --\n" + bad("a") +
		"-- a_test.go --\n" + strings.ReplaceAll(bad("a"), "func set", "func setInTest") +
		"-- gen.go --\n// Code generated by hand. DO NOT EDIT.\n" + strings.ReplaceAll(bad("a"), "func set", "func setInGenerated")
	dir := project(t, files)
	found, _ := run(t, dir, nil)
	check(t, "findings", found, []string{"a.go:5 bearer-spacing"})
	found, _ = run(t, dir, func(o *Options) { o.Tests = true })
	check(t, "findings with tests", found, []string{"a.go:5 bearer-spacing", "a_test.go:5 bearer-spacing"})
}

func TestSuppression(t *testing.T) {
	text := strings.ReplaceAll(bad("a"), "func set", "//authlint:ignore bearer-spacing -- the server is ours\nfunc set")
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- a.go --\n"+text+"\n//authlint:ignore bearer-spacing -- nothing is here\nvar x int\n")
	res, err := Run(context.Background(), Options{Dir: dir, Files: goFiles(t, dir), Rules: rules.All, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	if res.Suppressed != 1 || len(res.Findings) != 1 || res.Findings[0].Rule != "suppression" {
		t.Errorf("suppressed %d, findings %v", res.Suppressed, res.Findings)
	}
}

func TestCallersOfAnotherPackageDecide(t *testing.T) {
	dir := project(t, `
-- go.mod --
module example.com/a

go 1.24
-- auth/auth.go --
package auth

import "net/http"

func Authorize(req *http.Request, token string) { req.Header.Set("Authorization", token) }

func Alone(req *http.Request, token string) { req.Header.Set("Authorization", token) }
-- main.go --
package main

import (
	"net/http"

	"example.com/a/auth"
)

func main() {
	req, _ := http.NewRequest("GET", "https://example.com", nil)
	auth.Authorize(req, "Bearer "+token())
}

func token() string { return "x" }
`)
	found, _ := run(t, dir, nil)
	check(t, "findings", found, []string{"auth/auth.go:7 missing-bearer"})
}

func TestEvidenceOfAnotherPackage(t *testing.T) {
	dir := project(t, `
-- go.mod --
module example.com/a

go 1.24
-- server/server.go --
package server

import (
	"net/http"
	"strings"
)

func token(r *http.Request) string { return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ") }
-- client/client.go --
package client

import "net/http"

func ask(req *http.Request, token string) { req.Header.Set("Authorization", token) }
`)
	p, err := Load(context.Background(), Options{Dir: dir, Files: goFiles(t, dir), Rules: rules.All})
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Evidence.ServerReads; len(got) != 1 || got[0].Scheme != authflow.SchemeDemanded {
		t.Errorf("server reads: %v", got)
	}
	res := p.Judge(authflow.Evidence{})
	if len(res.Findings) != 1 || res.Findings[0].Severity != rule.Error {
		t.Errorf("findings: %v", res.Findings)
	}
	if res := p.Judge(authflow.Evidence{SchemeJoins: []source.Span{{File: "app.ts"}}}); len(res.Findings) != 0 {
		t.Errorf("findings with a scheme that the front end keeps: %v", res.Findings)
	}
}

// A rule that panics is one problem, and the others go on.
func TestPanic(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- a.go --\n"+bad("a"))
	faulty := &rule.Rule{ID: "faulty", Run: func(p *rule.Pass) {
		if credential.HasScheme(p.Facts.Headers[0].Values[0]) {
			panic("scheme")
		}
		panic("no scheme")
	}}
	found, problems := run(t, dir, func(o *Options) { o.Rules = append([]*rule.Rule{faulty}, o.Rules...) })
	check(t, "findings", found, []string{"a.go:5 bearer-spacing"})
	if len(problems) != 1 || !strings.Contains(problems[0], "faulty could not judge example.com/a") {
		t.Errorf("problems: %q", problems)
	}
}

func TestWant(t *testing.T) {
	dir := project(t, "-- go.mod --\nmodule example.com/a\n\ngo 1.24\n-- a/a.go --\n"+bad("a")+"-- b/b.go --\n"+bad("b"))
	found, _ := run(t, dir, func(o *Options) { o.Want = func(f string) bool { return strings.HasSuffix(f, "b.go") } })
	check(t, "findings", found, []string{"b/b.go:5 bearer-spacing"})
}

// The result does not depend on how much is done at once.
func TestDeterminism(t *testing.T) {
	var files strings.Builder
	files.WriteString("-- go.mod --\nmodule example.com/a\n\ngo 1.24\n")
	for i := range 8 {
		fmt.Fprintf(&files, "-- p%d/p.go --\n%s-- p%d/q.go --\n%s", i, bad("p"), i, strings.ReplaceAll(bad("p"), "func set", "func again"))
	}
	dir := project(t, files.String())
	first, _ := run(t, dir, func(o *Options) { o.Jobs = 1 })
	if len(first) != 16 {
		t.Errorf("findings: %q", first)
	}
	for range 3 {
		again, _ := run(t, dir, func(o *Options) { o.Jobs = 4 })
		check(t, "findings", again, first)
	}
}

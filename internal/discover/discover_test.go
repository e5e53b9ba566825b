package discover

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write makes files of the given names below a new directory.
func write(t *testing.T, names ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func runGit(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", args[0], err, out)
	}
}

// names returns paths relative to dir.
func names(dir string, paths []string) []string {
	out := []string{}
	for _, p := range paths {
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			rel = err.Error()
		}
		out = append(out, filepath.ToSlash(rel))
	}
	return out
}

func find(t *testing.T, dir string, patterns ...string) *Result {
	t.Helper()
	r, err := Find(context.Background(), Options{Dir: dir, Patterns: patterns})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func wanted(dir string, r *Result) []string {
	out := []string{}
	for _, p := range append(append([]string{}, r.Go...), r.TypeScript...) {
		if r.Wanted(p) {
			out = append(out, names(dir, []string{p})...)
		}
	}
	return out
}

var project = []string{
	"main.go", "main_test.go", "build/tool.go", "vendor/x/x.go", "testdata/bad.go",
	"web/app.ts", "web/app.d.ts", "web/[id].tsx", "web/a.min.js", "web/dist/app.js", "web/lib/api.js", "web/Page.vue",
	"node_modules/axios/index.js", ".nx/cache/main.js", "README.md", ".github/check.mjs",
}

func TestPatterns(t *testing.T) {
	dir := write(t, project...)
	all := []string{"build/tool.go", "main.go", "main_test.go", ".github/check.mjs", "web/Page.vue", "web/[id].tsx", "web/app.ts", "web/lib/api.js"}
	tests := []struct {
		pattern string
		want    []string
	}{
		{"./...", all},
		{"...", all},
		{".", all},
		{dir, all},
		{"./web/...", []string{"web/Page.vue", "web/[id].tsx", "web/app.ts", "web/lib/api.js"}},
		{"web", []string{"web/Page.vue", "web/[id].tsx", "web/app.ts", "web/lib/api.js"}},
		{"web/lib/", []string{"web/lib/api.js"}},
		{"main.go", []string{"main.go"}},
		{"**/*.ts", []string{"web/app.ts"}},
		{"web/*.{ts,vue}", []string{"web/Page.vue", "web/app.ts"}},
		{"web/[id].tsx", []string{"web/[id].tsx"}},
		// Named, it is looked at wherever it is.
		{"web/dist/app.js", []string{"web/dist/app.js"}},
		{"web/dist", []string{"web/dist/app.js"}},
		{"web/a.min.js", []string{"web/a.min.js"}},
		{"testdata/...", []string{"testdata/bad.go"}},
		{"build/...", []string{"build/tool.go"}},
		{"node_modules/axios/*.js", []string{"node_modules/axios/index.js"}},
	}
	for _, withGit := range []bool{false, true} {
		if withGit {
			runGit(t, dir, "init", "-q")
		}
		for _, tt := range tests {
			t.Run(fmt.Sprintf("%s git=%v", tt.pattern, withGit), func(t *testing.T) {
				r := find(t, dir, tt.pattern)
				if diff := cmp.Diff(tt.want, wanted(dir, r)); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
				// The rest of the project is there all the same, as evidence.
				got := strings.Join(names(dir, append(r.Go, r.TypeScript...)), " ")
				for _, file := range all {
					if !strings.Contains(got, file) {
						t.Errorf("%s is not in %s", file, got)
					}
				}
			})
		}
	}
}

func TestNoMatch(t *testing.T) {
	dir := write(t, append(project, "docs/index.txt")...)
	tests := []struct{ pattern, want string }{
		{"./wbe/...", `pattern "./wbe/..." matches nothing: there is no wbe; did you mean web?`},
		{"web/lbi/api.js", `pattern "web/lbi/api.js" matches nothing: there is no web/lbi/api.js; did you mean web/lib?`},
		{"mian.go", `there is no mian.go; did you mean main.go?`},
		{"zzz", `pattern "zzz" matches nothing: there is no zzz`},
		{"README.md", "it is no Go, TypeScript or JavaScript file"},
		{"docs", "no Go, TypeScript or JavaScript file of the project's own is there"},
		{"web/*.rs", "no Go, TypeScript or JavaScript file"},
		{"web/[.ts", "is not a valid glob"},
		{"main.go/...", "main.go is a file"},
		{"web/....ts", "... stands for everything below a directory"},
		{"", "an empty pattern"},
	}
	for _, tt := range tests {
		_, err := Find(context.Background(), Options{Dir: dir, Patterns: []string{tt.pattern}})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q:\ngot  %v\nwant %s", tt.pattern, err, tt.want)
		}
	}
}

func TestLanguages(t *testing.T) {
	dir := write(t, project...)
	r, err := Find(context.Background(), Options{Dir: dir, Languages: []Language{Go}})
	if err != nil || len(r.TypeScript) > 0 || len(r.Go) == 0 {
		t.Errorf("Go alone: %v, %v", r, err)
	}
	_, err = Find(context.Background(), Options{Dir: dir, Languages: []Language{Go}, Patterns: []string{"web"}})
	if err == nil || !strings.Contains(err.Error(), "no Go file") {
		t.Errorf("nothing of the language: %v", err)
	}
}

// What is of no language can be had beside, by walking and from git: never as
// something to check, and without what is left out.
func TestBeside(t *testing.T) {
	dir := write(t, append([]string{"server/A.java", "server/old/B.java", "web/node_modules/x/C.java", "server/target/D.txt"}, project...)...)
	look := func() {
		t.Helper()
		r, err := Find(context.Background(), Options{
			Dir:     dir,
			Exclude: func(path string) bool { return filepath.Base(filepath.Dir(path)) == "old" },
			Beside:  func(path string) bool { return filepath.Ext(path) == ".java" },
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"server/A.java"}, names(dir, r.Beside)); diff != "" {
			t.Error(diff)
		}
		if path := filepath.Join(dir, "server", "A.java"); r.Wanted(path) || slices.Contains(r.TypeScript, path) {
			t.Error("a file beside is checked")
		}
	}
	look()
	runGit(t, dir, "init", "-q")
	look()
}

func TestGitIgnores(t *testing.T) {
	dir := write(t, "a.ts", "gen/b.ts", "sub/c.ts", "untracked.ts", "deleted.ts")
	os.WriteFile(filepath.Join(dir, ".gitignore"), []byte("gen/\n"), 0o666)
	runGit(t, dir, "init", "-q")
	runGit(t, dir, "add", "a.ts", "sub", "deleted.ts")
	os.Remove(filepath.Join(dir, "deleted.ts"))

	if diff := cmp.Diff([]string{"a.ts", "sub/c.ts", "untracked.ts"}, names(dir, find(t, dir).TypeScript)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	// From a subdirectory, and asked for by name.
	if diff := cmp.Diff([]string{"../gen/b.ts", "c.ts"}, names(filepath.Join(dir, "sub"), find(t, filepath.Join(dir, "sub"), "../gen", ".").TypeScript)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	// The working directory itself is ignored.
	if diff := cmp.Diff([]string{"b.ts"}, names(filepath.Join(dir, "gen"), find(t, filepath.Join(dir, "gen")).TypeScript)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNestedRepositories(t *testing.T) {
	inner := write(t, "inner.ts", "gen/x.ts")
	os.WriteFile(filepath.Join(inner, ".gitignore"), []byte("gen/\n"), 0o666)
	runGit(t, inner, "init", "-q")
	runGit(t, inner, "add", ".")
	runGit(t, inner, "commit", "-qm", "one")

	dir := write(t, "outer.ts")
	runGit(t, dir, "init", "-q")
	runGit(t, dir, "submodule", "--quiet", "add", inner, "frontend")
	runGit(t, dir, "add", ".")
	runGit(t, dir, "commit", "-qm", "one")
	runGit(t, dir, "clone", "-q", inner, "clone")
	// A second work tree holds the same files again.
	runGit(t, dir, "worktree", "add", "-q", "second")

	want := []string{"clone/inner.ts", "frontend/inner.ts", "outer.ts"}
	if diff := cmp.Diff(want, names(dir, find(t, dir).TypeScript)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A repository may name programs in its configuration. None may run.
func TestGitRunsNothing(t *testing.T) {
	dir := write(t, "a.ts")
	runGit(t, dir, "init", "-q")
	mark := filepath.Join(dir, "ran")
	script := filepath.Join(dir, "evil.sh")
	os.WriteFile(script, []byte("#!/bin/sh\ntouch "+mark+"\n"), 0o777)
	runGit(t, dir, "config", "core.fsmonitor", script)
	runGit(t, dir, "config", "core.hooksPath", dir)
	runGit(t, dir, "config", "core.pager", script)
	os.WriteFile(filepath.Join(dir, "post-index-change"), []byte("#!/bin/sh\ntouch "+mark+"\n"), 0o777)

	find(t, dir)
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program of the repository ran")
	}
}

func TestOutside(t *testing.T) {
	dir := write(t, "app/a.ts", "lib/b.ts")
	app := filepath.Join(dir, "app")
	r := find(t, app, "../lib/...", "a.ts")
	if diff := cmp.Diff([]string{"a.ts", "../lib/b.ts"}, wanted(app, r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestUnreadableDirectory(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	dir := write(t, "a.ts", "closed/b.ts")
	os.Chmod(filepath.Join(dir, "closed"), 0)
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "closed"), 0o777) })
	for _, withGit := range []bool{false, true} {
		if withGit {
			runGit(t, dir, "init", "-q")
		}
		r := find(t, dir)
		if len(r.Problems) != 1 || r.Problems[0].File != filepath.Join(dir, "closed") {
			t.Errorf("git=%v: problems %v", withGit, r.Problems)
		}
	}
}

func TestUnreadableWarning(t *testing.T) {
	got := unreadable("/p", "warning: could not open directory 'a/b/': Permission denied\n")
	if len(got) != 1 || got[0].File != filepath.FromSlash("/p/a/b") || !strings.Contains(got[0].Message, "(permission denied)") {
		t.Errorf("%+v", got)
	}
}

func TestIsTest(t *testing.T) {
	tests := map[string]bool{
		"api_test.go":                 true,
		"src/api.test.ts":             true,
		"src/api.spec.tsx":            true,
		"src/login.cy.js":             true,
		"app/app.e2e-spec.ts":         true,
		"src/__tests__/api.ts":        true,
		"src/__mocks__/axios.js":      true,
		"e2e/login.ts":                true,
		"cypress/support/commands.ts": true,
		"tests/api.ts":                true,
		"internal/mocks/client.go":    true,
		"Button.stories.tsx":          true,
		"jest.setup.js":               true,
		"src/setupTests.ts":           true,
		"test/helper.go":              true,

		"src/api.ts":         false,
		"src/test.ts":        false, // a module of that name
		"src/contest/api.ts": false,
		"attest.go":          false,
		"spec.ts":            false,
		"src/latest.api.ts":  false,
	}
	for path, want := range tests {
		if got := IsTest(path); got != want {
			t.Errorf("IsTest(%s) = %v", path, got)
		}
	}
}

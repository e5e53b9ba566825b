package goload

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/rules"
)

// keptProject is a module whose package api mentions what matters, with what it
// is made of: a package that does not, one that git would ignore, and a module
// beside it.
const keptProject = `
-- go.mod --
module example.com/app

go 1.24

require example.com/shared v0.0.0

replace example.com/shared => ../shared
-- api/api.go --
package api

import (
	"net/http"

	"example.com/app/gen"
	"example.com/app/plain"
	"example.com/shared"
)

func ask(req *http.Request, token string) {
	_, _ = shared.Scheme, gen.Space
	req.Header.Set(plain.Name, "Bearer  "+token)
}
-- api/api_test.go --
package api
-- plain/plain.go --
package plain

const Name = "Authorization"
-- ../shared/go.mod --
module example.com/shared

go 1.24
-- ../shared/shared.go --
package shared

const Scheme = "Bearer"
-- gen/gen.go --
package gen

const Space = "  "
`

func TestRecall(t *testing.T) {
	write := func(name, text string) func(*testing.T, *Options) {
		return func(t *testing.T, o *Options) {
			t.Helper()
			path := filepath.Join(o.Dir, filepath.FromSlash(name))
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(o.Files, path) && strings.HasSuffix(name, ".go") && strings.HasPrefix(name, "api/") {
				o.Files = append(o.Files, path)
			}
		}
	}
	tests := []struct {
		name   string
		change func(*testing.T, *Options)
		held   bool
		found  bool // the double space
	}{
		{"nothing", func(*testing.T, *Options) {}, true, true},
		{"other rules", func(_ *testing.T, o *Options) { o.Rules = []*rule.Rule{} }, true, false},
		{"a test", write("api/api_test.go", "package api\n\nvar x int\n"), true, true},
		{"a file that is no code", write("api/README.md", "text"), true, true},
		{"the package", write("api/api.go", "package api\n\nimport _ \"net/http\"\n"), false, false},
		{"a package that it imports", write("plain/plain.go", "package plain\n\nconst Name = \"X-Name\"\n"), false, false},
		{"a package that is not among the files", write("gen/gen.go", "package gen\n\nconst Space = \" \"\n"), false, true},
		{"a file there", write("gen/more.go", "package gen\n\nconst More = 1\n"), false, true},
		{"a module beside", write("../shared/shared.go", "package shared\n\nconst Scheme = \"Bearer \"\n"), false, true},
		{"a file of the package", write("api/more.go", "package api\n"), false, true},
		{"the module", write("go.mod", "module example.com/app\n\ngo 1.25\n\nrequire example.com/shared v0.0.0\n\nreplace example.com/shared => ../shared\n"), false, true},
		{"the settings of the go command", func(t *testing.T, _ *Options) { t.Setenv("GOFLAGS", "-tags=other") }, false, true},
		{"a client is declared", func(_ *testing.T, o *Options) { o.Clients = gohttp.Clients{"example.com/app/plain.Do": "net/http"} }, false, true},
		{"tests are asked for", func(_ *testing.T, o *Options) { o.Tests = true }, false, true},
		{"what is on disk no longer counts", func(_ *testing.T, o *Options) {
			o.Overlay = source.Overlay{filepath.Join(o.Dir, "plain", "plain.go"): []byte("package plain\n\nconst Name = \"Authorization\"\n")}
		}, false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := project(t, strings.ReplaceAll(strings.ReplaceAll(keptProject, "-- ", "-- app/"), "-- app/../", "-- "))
			dir := filepath.Join(root, "app")
			ignored := func(path string) bool { return strings.Contains(path, "gen") }
			o := Options{Dir: dir, Files: slices.DeleteFunc(goFiles(t, dir), ignored), Rules: rules.All, Cache: cache.Open(t.TempDir())}
			first := recalled(t, o, true)
			if first {
				t.Fatal("the first run has something to recall")
			}
			tt.change(t, &o)
			if got := recalled(t, o, tt.found); got != tt.held {
				t.Errorf("recalled: %v, want %v; %v", got, tt.held, o.Cache.Err())
			}
		})
	}
}

// recalled runs and reports whether an earlier run had read all files.
func recalled(t *testing.T, o Options, found bool) bool {
	t.Helper()
	r, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems {
		t.Errorf("%s: %s", p.File, p.Message)
	}
	if got := slices.ContainsFunc(r.Findings, func(f rule.Finding) bool { return f.Rule == "bearer-spacing" }); got != found {
		t.Errorf("the double space is found: %v, want %v", got, found)
	}
	return r.Recalled > 0 && r.Recalled == r.Files
}

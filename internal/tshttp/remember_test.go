package tshttp

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/cache"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

// kept is a project of which one file is parsed because of its words, one because
// it is imported from there, and one not at all.
var kept = map[string]string{
	"package.json":       `{"name": "app"}`,
	"tsconfig.json":      `{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}`,
	"src/api.ts":         "import axios from 'axios'\nimport { scheme } from '@/scheme'\naxios.get('/me', { headers: { Authorization: scheme + token } })\n",
	"src/scheme.ts":      "export const scheme = 'Token '\n",
	"src/view.ts":        "import { h } from 'vue'\nexport const title = h('Title')\n",
	"other/scheme.ts":    "export const scheme = 'Bearer '\n",
	"src/accepted.ts":    "// authlint:ignore missing-bearer -- a reason\nexport const a = 1\n",
	"src/deep/nested.ts": "export const b = 2\n",
}

func TestRecall(t *testing.T) {
	old := time.Now().Add(-time.Hour)
	tests := []struct {
		name   string
		change func(p *keptProject)
		held   bool
	}{
		{"nothing", func(p *keptProject) {}, true},
		{"the time of a file", func(p *keptProject) { p.chtimes("src/api.ts", old) }, true},
		{"the text of a file that says nothing of credentials", func(p *keptProject) {
			p.write("src/view.ts", "import { h } from 'vue'\nexport const title = h('Another')\n")
		}, true},
		{"a file that says nothing of credentials imports another", func(p *keptProject) {
			p.write("src/view.ts", "import { scheme } from './scheme'\nexport const title = 'Title'\n")
		}, false},
		{"a file begins to send requests", func(p *keptProject) {
			p.write("src/view.ts", "import { h } from 'vue'\nexport const title = fetch('/title')\n")
		}, false},
		{"a file becomes unreadable as text", func(p *keptProject) { p.write("src/view.ts", "\x00") }, false},
		{"the text of a file that sends requests", func(p *keptProject) {
			p.write("src/api.ts", strings.Replace(kept["src/api.ts"], "/me", "/us", 1))
		}, false},
		{"the text of a file that was read through an import", func(p *keptProject) {
			p.write("src/scheme.ts", "export const scheme = 'Basic '\n")
		}, false},
		{"the text, but neither size nor time of modification", func(p *keptProject) {
			p.chtimes("src/scheme.ts", old)
			p.write("src/scheme.ts", "export const scheme = 'tokEn '\n")
			p.chtimes("src/scheme.ts", old)
		}, false},
		{"the text of a file with a directive", func(p *keptProject) {
			p.write("src/accepted.ts", "\n"+kept["src/accepted.ts"])
		}, false},
		{"an alias", func(p *keptProject) {
			p.write("tsconfig.json", `{"compilerOptions": {"paths": {"@/*": ["./other/*"]}}}`)
		}, false},
		{"a configuration comes", func(p *keptProject) {
			p.write("src/tsconfig.json", `{"compilerOptions": {"paths": {"@/*": ["../other/*"]}}}`)
		}, false},
		{"a configuration goes", func(p *keptProject) { p.remove("package.json") }, false},
		{"a file comes", func(p *keptProject) { p.write("src/new.ts", "export const c = 3\n") }, false},
		{"a file goes", func(p *keptProject) { p.remove("src/deep/nested.ts") }, false},
		{"a client is declared", func(p *keptProject) { p.in.Clients = map[string]string{"@/scheme#scheme": "axios"} }, false},
		{"a scheme is declared", func(p *keptProject) { p.in.Schemes = credential.Schemes{"Token"} }, false},
		{"a file is excluded", func(p *keptProject) {
			p.in.Exclude = func(path string) bool { return filepath.Base(path) == "view.ts" }
		}, false},
		{"a file is not as on disk", func(p *keptProject) {
			p.in.Overlay = source.Overlay{p.path("src/view.ts"): []byte("fetch('/title')")}
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := &keptProject{t: t, dir: t.TempDir()}
			p.in.Cache = cache.Open(t.TempDir())
			for name, text := range kept {
				p.write(name, text)
			}
			first := p.read()
			if first.Recalled {
				t.Fatal("the first run has something to recall")
			}
			tt.change(p)
			second := p.read()
			if second.Recalled != tt.held {
				t.Fatalf("recalled: %v, want %v; %v", second.Recalled, tt.held, p.in.Cache.Err())
			}
			if second.Recalled = false; tt.held {
				if diff := cmp.Diff(first, second); diff != "" {
					t.Errorf("(-read +recalled)\n%s", diff)
				}
			}
			again := p.read()
			if want := len(p.in.Overlay) == 0; again.Recalled != want {
				t.Errorf("the third run recalls: %v, want %v", again.Recalled, want)
			}
		})
	}
}

// TestRecallRenews: stamps that were too new to be trusted are kept again once
// they are old, so that the run after that opens no file.
func TestRecallRenews(t *testing.T) {
	p := &keptProject{t: t, dir: t.TempDir()}
	p.in.Cache = cache.Open(t.TempDir())
	for name, text := range kept {
		p.write(name, text)
	}
	p.read()
	var before, after memory
	p.in.Cache.Load(memoryKey(p.in), &before)
	time.Sleep(2100 * time.Millisecond)
	p.read()
	p.in.Cache.Load(memoryKey(p.in), &after)
	for i, f := range after.Trace.Files {
		if before.Trace.Files[i].Stamp.Settled(before.Trace.Began) || !f.Stamp.Settled(after.Trace.Began) {
			t.Errorf("%s: it is trusted from the first, or never", f.Path)
		}
	}
}

type keptProject struct {
	t   *testing.T
	dir string
	in  Input
}

func (p *keptProject) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *keptProject) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *keptProject) write(name, text string) {
	p.t.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o777))
	p.must(os.WriteFile(p.path(name), []byte(text), 0o666))
}

func (p *keptProject) remove(name string) { p.must(os.Remove(p.path(name))) }

func (p *keptProject) chtimes(name string, at time.Time) { p.must(os.Chtimes(p.path(name), at, at)) }

func (p *keptProject) read() *Result {
	p.t.Helper()
	in := p.in
	in.Dir = p.dir
	files := map[string]bool{}
	p.must(filepath.WalkDir(p.dir, func(path string, d os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".ts") {
			files[path] = true
		}
		return err
	}))
	in.Files = slices.Sorted(maps.Keys(files))
	p.in.Dir, p.in.Files = in.Dir, in.Files
	r, err := Read(p.t.Context(), in)
	p.must(err)
	return r
}

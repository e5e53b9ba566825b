package tshttp_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/tshttp"
	"github.com/authlint/authlint/internal/tstest"
	"github.com/authlint/authlint/rules"
)

// A project whose pieces do not fit is read as far as it goes: nothing is
// guessed from what is not there, and what could not be read is said.
func TestBadInput(t *testing.T) {
	const login = "\nexport const login = async (body: object) => { const { data } = await api.post('/login', body); localStorage.setItem('token', data.token) }\n"
	tests := []struct {
		name     string
		files    map[string]string
		problems []string // a part of each, in order
		findings []string // rule IDs
	}{
		{name: "a module that is not there", files: map[string]string{
			"a.ts": "import { api } from './gone'\nimport axios from 'axios'\naxios.get('/x', { headers: api.headers() })" + login,
		}},
		{name: "an alias to nowhere", files: map[string]string{
			"tsconfig.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./nowhere/*"] } } }`,
			"a.ts":          "import { api, bearer } from '@/api'\nfetch('/x', { headers: { Authorization: bearer() } })" + login,
		}},
		{name: "two files with the same export", files: map[string]string{
			"index.ts": "export * from './one'\nexport * from './two'",
			"one.ts":   "import axios from 'axios'\nexport const api = axios.create({ baseURL: '/one' })",
			"two.ts":   "export const api = { post: async (_url: string, body: object) => ({ data: { token: String(body) } }) }",
			"a.ts":     "import { api } from './index'" + login,
		}},
		{name: "a configuration with comments and commas", files: map[string]string{
			"tsconfig.json": "// the project\n{ \"compilerOptions\": { /* where */ \"paths\": { \"~/*\": [\"./src/*\"], }, }, }",
			"src/api.ts":    "import axios from 'axios'\nexport const api = axios.create()\nexport const bearer = (token: string) => 'Bearer' + token",
			"a.ts":          "import { api, bearer } from '~/api'\nfetch('/x', { headers: { Authorization: bearer(localStorage.getItem('token')!) } })" + login,
		}, findings: []string{"bearer-spacing"}}, // the alias is known: the helper is seen
		{name: "a configuration that extends a package", files: map[string]string{
			"tsconfig.json": `{ "extends": "@tsconfig/strictest/tsconfig.json", "compilerOptions": { "paths": { "~/*": ["./src/*"] } } }`,
			"src/api.ts":    "import axios from 'axios'\nexport const api = axios.create()",
			"a.ts":          "import { api } from '~/api'" + login,
		}},
		{name: "a configuration that is none", files: map[string]string{
			"tsconfig.json": `{ "compilerOptions": `,
			"a.ts":          "import { api } from '~/api'\nimport { b } from '~/b'\nfetch('/x', { headers: { Authorization: `${b}` } })" + login,
		}, problems: []string{"tsconfig.json"}},
		{name: "imports in a circle", files: map[string]string{
			"a.ts": "export * from './b'\nexport { token } from './b'\nimport { token } from './b'\nfetch('/x', { headers: { Authorization: token } })",
			"b.ts": "export * from './a'\nexport { token } from './a'\nimport { api } from './a'" + login,
		}},
		{name: "functions that return each other", files: map[string]string{
			"a.ts": "const f = () => g()\nconst g = () => f()\nlet h = { ...h }\nh = { ...h, headers: { ...h.headers } }\nfetch(f(), { headers: { Authorization: g() }, ...h })",
		}},
		{name: "broken throughout", files: map[string]string{
			"a.ts": "import { A ! # axios class A { ( ) { ' fetch('/x', { headers: { Authorization: 'Bearer' + t",
		}, problems: []string{"syntax"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			var paths []string
			for name, text := range test.files {
				path := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				if filepath.Ext(path) != ".json" {
					paths = append(paths, path)
				}
			}
			slices.Sort(paths)
			res, err := tshttp.Read(context.Background(), tshttp.Input{Dir: dir, Files: paths})
			if err != nil {
				t.Fatal(err)
			}
			if len(res.Problems) != len(test.problems) {
				t.Errorf("problems %v, want %q", res.Problems, test.problems)
			} else {
				for i, p := range res.Problems {
					if said := p.File + ": " + p.Message; !strings.Contains(said, test.problems[i]) {
						t.Errorf("problem %q, want %q", said, test.problems[i])
					}
				}
			}
			var found []string
			for _, r := range rules.All {
				for _, f := range tstest.Findings(res.Facts, r, false) {
					found = append(found, r.ID)
					t.Log(f.Message)
				}
			}
			if !slices.Equal(found, test.findings) {
				t.Errorf("found %q, want %q", found, test.findings)
			}
		})
	}
}

package tshttp

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Code that refers to itself in every way there is ends in bounded work, and
// nothing is concluded from what was cut short.
func TestHostile(t *testing.T) {
	var cases, plus, chain, nested strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&cases, "case %d: return api.get('/x/%d');\n", i, i)
		plus.WriteString(" + token\n")
		fmt.Fprintf(&chain, "const f%d = () => f%d();\n", i, i+1)
	}
	nested.WriteString(strings.Repeat("[\n", 3000) + "1" + strings.Repeat("]", 3000))
	files := map[string]string{
		"cycle/a.ts":   `import { b } from './b'; export const a = b; export * from './b'; import axios from 'axios'; a.get('/login');`,
		"cycle/b.ts":   `import { a } from './a'; export const b = a; export * from './a'; export { default } from './c'; fetch(b + a);`,
		"cycle/c.ts":   `export { default } from './b'; import x from './b'; x.interceptors.response.use(x, x); x(x);`,
		"mutual.ts":    `import axios from 'axios'; const f = (u) => g(u); const g = (u) => f(u); f('/login'); axios.get(f('/a') + g('/b')); function h(u) { return h(h(u)); } axios.post(h('/login'));`,
		"spread.ts":    `import axios from 'axios'; const o = { ...o, headers: { ...o.headers, Authorization: o.headers.Authorization } }; axios.get('/x', o); let p = { ...p }; p = { ...p, ...o }; axios(p);`,
		"class.ts":     `import axios from 'axios'; class A extends B { x = this.y; y = this.x; get z() { return this.z; } } class B extends A { q = new A(); } axios.get(new A().x + new B().z + new B().q.q.q);`,
		"switch.ts":    "import axios from 'axios'; const api = axios.create(); export function s(n) { switch (n) {\n" + cases.String() + "} }\nfetch(s(1));",
		"plus.ts":      "const h = { Authorization: 'Bearer '" + plus.String() + " };",
		"chain.ts":     "import axios from 'axios';\n" + chain.String() + "axios.get(f0());",
		"nested.ts":    "import axios from 'axios'; axios.get(" + nested.String() + ");",
		"default.ts":   `import axios from 'axios'; const { a = b, b = a } = {}; axios.get(a + b); for (const x of x) axios.get(x); var v = v; v = v + v; axios.get(v);`,
		"broken.tsx":   "import axios from 'axios'; const api = axios.create(\n}}}} <div api.interceptors.response.use(r => r, e => api(e.config));",
		"recursive.js": `const axios = require('axios'); module.exports = require('./recursive'); axios.interceptors.response.use(null, function again(e) { return again(e) || axios(e.config) || again; });`,
	}
	dir := t.TempDir()
	var paths []string
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	res, err := Read(context.Background(), Input{Dir: dir, Files: paths})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		if p.Kind == "internal" {
			t.Errorf("%s: %s", p.File, p.Message)
		}
	}
	if res.Parsed < len(paths)-1 {
		t.Errorf("parsed %d of %d files", res.Parsed, len(paths))
	}
}

// What is read does not depend on how many workers read it.
func TestDeterministic(t *testing.T) {
	dir, err := filepath.Abs("../../testdata/ts/missingretryguard")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(path) != ".golden" {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var first string
	for _, jobs := range []int{1, 2, 7} {
		res, err := Read(context.Background(), Input{Dir: dir, Files: paths, Jobs: jobs})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, r := range res.Facts.Resends {
			fmt.Fprintln(&b, *r)
		}
		for _, r := range res.Facts.Requests {
			fmt.Fprintln(&b, r.At, r.URL, r.Origin, r.Purpose, r.Credentials)
		}
		if first == "" {
			first = b.String()
		}
		if b.String() != first {
			t.Errorf("with %d jobs:\n%s\nwith one:\n%s", jobs, b.String(), first)
		}
	}
}

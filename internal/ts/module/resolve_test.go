package module

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// resolves checks lines of the form "from: specifier -> file", with "-" for
// what does not resolve.
func resolves(t *testing.T, p *Project, table string) {
	t.Helper()
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		from, rest, _ := strings.Cut(line, ": ")
		spec, want, _ := strings.Cut(rest, " -> ")
		got := "-"
		if path, ok := p.resolve(filepath.Dir(p.abs(from)), spec); ok {
			got = p.rel(path)
		}
		if got != want {
			t.Errorf("from %s: %q is %s, want %s", from, spec, got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	tests := []struct{ name, files, want string }{
		{"relative", `
-- src/main.ts --
-- src/api.ts --
-- src/api.js --
-- src/types.d.ts --
-- src/view.tsx --
-- src/App.vue --
-- src/auth.service.ts --
-- src/compiled.ts --
-- src/esm.mts --
-- src/old.cjs --
-- src/store/index.ts --
-- src/store.ts --
-- src/lib/package.json --
{"main": "./entry.js"}
-- src/lib/entry.ts --
-- index.ts --
`, `
src/main.ts: ./api -> src/api.ts
src/main.ts: ./api.js -> src/api.js
src/main.ts: ./types -> src/types.d.ts
src/main.ts: ./view -> src/view.tsx
src/main.ts: ./view.js -> src/view.tsx
src/main.ts: ./App.vue -> src/App.vue
src/main.ts: ./App -> src/App.vue
src/main.ts: ./auth.service -> src/auth.service.ts
src/main.ts: ./compiled.js -> src/compiled.ts
src/main.ts: ./esm.mjs -> src/esm.mts
src/main.ts: ./old -> src/old.cjs
src/main.ts: ./store -> src/store.ts
src/main.ts: ./store/ -> src/store/index.ts
src/main.ts: ./lib -> src/lib/entry.ts
src/main.ts: .. -> index.ts
src/store/index.ts: . -> src/store/index.ts
src/store/index.ts: ../api -> src/api.ts
src/main.ts: ./gone -> -
src/main.ts: ../../../../etc/passwd -> -
src/main.ts: ./api?worker -> src/api.ts
src/main.ts: ./api?raw -> -
src/main.ts: ./logo.svg -> -
src/main.ts: node:fs -> -
src/main.ts: https://esm.sh/axios -> -
src/main.ts: axios -> -
src/main.ts:  -> -
`},
		{"tsconfig paths", `
-- tsconfig.json --
{
  // the nearest one decides
  "compilerOptions": {
    "baseUrl": "./",
    "paths": {
      "@/*": ["gone/*", "src/*"],
      "@/special/*": ["special/*"],
      "*-api": ["src/apis/*.ts"], /* a star in front */
      "client": ["src/client.ts"],
    },
  },
}
-- src/main.ts --
-- src/client.ts --
-- src/special/x.ts --
-- special/x.ts --
-- src/apis/user.ts --
-- shared/log.ts --
`, `
src/main.ts: @/client -> src/client.ts
src/main.ts: @/special/x -> special/x.ts
src/main.ts: user-api -> src/apis/user.ts
src/main.ts: client -> src/client.ts
src/main.ts: shared/log -> shared/log.ts
src/main.ts: @/nothing -> -
`},
		{"what is installed goes before what baseUrl finds", `
-- package.json --
{"dependencies": {"axios": "1"}}
-- jsconfig.json --
{"compilerOptions": {"baseUrl": "src"}}
-- src/axios.js --
-- src/helpers.js --
`, `
src/axios.js: axios -> -
src/axios.js: helpers -> src/helpers.js
`},
		{"tsconfig extends a chain and several", `
-- tsconfig.base.json --
{"compilerOptions": {"baseUrl": ".", "paths": {"@base/*": ["libs/base/*"]}}}
-- app/more.json --
{"compilerOptions": {"paths": {"@more/*": ["./more/*"]}}}
-- app/tsconfig.json --
{"extends": "../tsconfig.base"}
-- app/a.ts --
-- web/tsconfig.json --
{"extends": ["../tsconfig.base.json", "../app/more.json"]}
-- web/a.ts --
-- libs/base/x.ts --
-- app/more/y.ts --
-- more/y.ts --
`, `
app/a.ts: @base/x -> libs/base/x.ts
web/a.ts: @more/y -> more/y.ts
web/a.ts: @base/x -> -
`},
		{"tsconfig of a template with references only", `
-- tsconfig.json --
{"files": [], "references": [{"path": "./tsconfig.node.json"}, {"path": "./tsconfig.app.json"}, {"path": "./packages/ui"}]}
-- tsconfig.app.json --
{"compilerOptions": {"paths": {"app:x": ["./src/x.ts"], "+/*": ["./src/*"]}}, "include": ["src/**/*.ts"]}
-- tsconfig.node.json --
{"compilerOptions": {"paths": {"+/*": ["./node/*"]}}, "include": ["vite.config.ts", "node"]}
-- packages/ui/tsconfig.json --
{"compilerOptions": {"paths": {"+/*": ["./ui/*"]}}}
-- packages/ui/ui/x.ts --
-- src/a.ts --
-- src/x.ts --
-- node/x.ts --
-- node/a.ts --
`, `
src/a.ts: +/x -> src/x.ts
node/a.ts: +/x -> node/x.ts
packages/ui/ui/x.ts: +/x -> packages/ui/ui/x.ts
`},
		{"configDir", `
-- base.json --
{"compilerOptions": {"paths": {"+/*": ["${configDir}/src/*"]}}}
-- app/tsconfig.json --
{"extends": "../base.json"}
-- app/src/x.ts --
`, `app/src/x.ts: +/x -> app/src/x.ts`},
		{"an alias that points nowhere or outside", `
-- tsconfig.json --
{"compilerOptions": {"paths": {"@/*": ["../../*"], "gone/*": ["/gone/*"], "none": []}}}
-- a.ts --
`, `
a.ts: @/etc/passwd -> -
a.ts: gone/x -> -
a.ts: none -> -
`},
		{"usual aliases without a tsconfig", `
-- vite/package.json --
{}
-- vite/src/views/a.js --
-- vite/src/api/index.js --
-- nuxt/package.json --
{}
-- nuxt/pages/a.vue --
-- nuxt/composables/api.ts --
-- nuxt4/package.json --
{}
-- nuxt4/app/pages/a.vue --
-- nuxt4/app/composables/api.ts --
-- nuxt4/shared/x.ts --
-- kit/package.json --
{}
-- kit/src/routes/+page.svelte --
-- kit/src/lib/api.ts --
-- kit/src/lib/index.ts --
-- quasar/package.json --
{"dependencies": {"stores": "1", "@api/x": "1"}}
-- quasar/src/boot/axios.ts --
-- quasar/src/components/B.vue --
-- quasar/src/stores/s.ts --
-- quasar/src/api/x.ts --
-- quasar/src/api/y.ts --
-- quasar/src/pages/a.vue --
`, `
vite/src/views/a.js: @/api -> vite/src/api/index.js
vite/src/views/a.js: ~/api/index.js -> vite/src/api/index.js
vite/src/views/a.js: /src/api -> vite/src/api/index.js
nuxt/pages/a.vue: ~/composables/api -> nuxt/composables/api.ts
nuxt/pages/a.vue: @/composables/api -> nuxt/composables/api.ts
nuxt/pages/a.vue: ~~/composables/api -> nuxt/composables/api.ts
nuxt4/app/pages/a.vue: ~/composables/api -> nuxt4/app/composables/api.ts
nuxt4/app/pages/a.vue: ~~/shared/x -> nuxt4/shared/x.ts
kit/src/routes/+page.svelte: $lib/api -> kit/src/lib/api.ts
kit/src/routes/+page.svelte: $lib -> kit/src/lib/index.ts
kit/src/routes/+page.svelte: $app/navigation -> -
quasar/src/pages/a.vue: boot/axios -> quasar/src/boot/axios.ts
quasar/src/pages/a.vue: src/boot/axios -> quasar/src/boot/axios.ts
quasar/src/pages/a.vue: components/B.vue -> quasar/src/components/B.vue
quasar/src/pages/a.vue: stores/s -> -
quasar/src/pages/a.vue: @api/x -> -
quasar/src/pages/a.vue: @api/y -> quasar/src/api/y.ts
quasar/src/pages/a.vue: nuxt/pages/a.vue -> -
`},
		{"packages of a monorepo", `
-- package.json --
{"name": "root", "workspaces": ["packages/*"]}
-- apps/web/package.json --
{"name": "web", "imports": {"#/*": "./src/*", "#api": {"browser": "./src/api.ts", "default": "./src/node.ts"}, "#http": "@acme/http"}}
-- apps/web/src/a.ts --
-- apps/web/src/api.ts --
-- packages/http/package.json --
{"name": "@acme/http", "exports": {".": {"types": "./dist/index.d.ts", "import": "./dist/index.mjs"}, "./retry": "./dist/esm/retry.js", "./deep/*": {"default": "./src/deep/*.ts"}, "./hidden": null}}
-- packages/http/src/index.ts --
-- packages/http/src/retry.ts --
-- packages/http/src/deep/x.ts --
-- packages/source/package.json --
{"name": "source", "main": "lib/main.js", "module": "./gone.js"}
-- packages/source/src/main.ts --
-- packages/source/other.ts --
-- packages/conditions/package.json --
{"name": "conditions", "exports": {"default": "./b.js", "development": "./a.ts"}}
-- packages/conditions/a.ts --
-- packages/conditions/b.js --
-- packages/plain/package.json --
{"name": "plain"}
-- packages/plain/index.js --
-- packages/array/package.json --
{"name": "array", "exports": ["./gone.js", {"import": "./x.js"}]}
-- packages/array/x.js --
-- packages/self/package.json --
{"name": "self", "main": "."}
-- packages/self/index.js --
`, `
apps/web/src/a.ts: @acme/http -> packages/http/src/index.ts
apps/web/src/a.ts: @acme/http/retry -> packages/http/src/retry.ts
apps/web/src/a.ts: @acme/http/deep/x -> packages/http/src/deep/x.ts
apps/web/src/a.ts: @acme/http/gone -> -
apps/web/src/a.ts: @acme/gone -> -
apps/web/src/a.ts: source -> packages/source/src/main.ts
apps/web/src/a.ts: source/other -> packages/source/other.ts
apps/web/src/a.ts: conditions -> packages/conditions/a.ts
apps/web/src/a.ts: plain -> packages/plain/index.js
apps/web/src/a.ts: array -> packages/array/x.js
apps/web/src/a.ts: self -> packages/self/index.js
apps/web/src/a.ts: ../../../packages/self -> packages/self/index.js
apps/web/src/a.ts: #/api -> apps/web/src/api.ts
apps/web/src/a.ts: #api -> apps/web/src/api.ts
apps/web/src/a.ts: #http -> packages/http/src/index.ts
apps/web/src/a.ts: #gone -> -
`},
		{"two packages of one name: the nearer", `
-- one/package.json --
{"name": "lib"}
-- one/index.js --
-- one/app/a.js --
-- two/package.json --
{"name": "lib"}
-- two/index.js --
-- two/app/a.js --
`, `
one/app/a.js: lib -> one/index.js
two/app/a.js: lib -> two/index.js
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, test.files)
			resolves(t, p, test.want)
			noProblems(t, p)
		})
	}
}

func TestConfigProblems(t *testing.T) {
	tests := []struct {
		name, files string
		want        []string
	}{
		{"extends what is not there", `
-- tsconfig.json --
{"extends": "./gone.json", "compilerOptions": {"paths": {"+/*": ["./*"]}}}
`, []string{`config tsconfig.json: extends "./gone.json", which is not there or cannot be used; the aliases it defines are not known`}},
		{"extends outside the project", `
-- tsconfig.json --
{"extends": "../../base.json", "compilerOptions": {"paths": {"+/*": ["./*"]}}}
`, []string{`config tsconfig.json: extends "../../base.json", which lies outside the project; the aliases it defines are not known`}},
		{"extends a package or what a framework generates", `
-- tsconfig.json --
{"extends": ["@tsconfig/node22/tsconfig.json", "./.nuxt/tsconfig.json"], "compilerOptions": {"paths": {"+/*": ["./*"]}}}
`, nil},
		{"extends in a circle", `
-- tsconfig.json --
{"extends": "./b", "compilerOptions": {"paths": {"+/*": ["./*"]}}}
-- b.json --
{"extends": "./tsconfig.json"}
`, []string{`config tsconfig.json: extends itself; what it inherits that way is left out`}},
		{"references in a circle", `
-- tsconfig.json --
{"references": [{"path": "."}, {"path": "./tsconfig.json"}], "compilerOptions": {"paths": {"+/*": ["./*"]}}}
`, nil},
		{"a field of the wrong type", `
-- tsconfig.json --
{"include": 3, "compilerOptions": {"paths": {"+/*": ["./*"]}}}
`, []string{`config tsconfig.json: "include" cannot be of type number; the aliases it defines may not be known`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, test.files+"\n-- a.ts --\n-- x.ts --\n")
			for range 2 {
				resolves(t, p, "a.ts: +/x -> x.ts")
				resolves(t, p, "a.ts: @/gone -> -")
			}
			if got := problemLines(p); !slices.Equal(got, test.want) {
				t.Errorf("problems %q, want %q", got, test.want)
			}
		})
	}

	t.Run("not JSON", func(t *testing.T) {
		p := load(t, "-- tsconfig.json --\n{\n\"paths\n-- package.json --\n"+strings.Repeat("[", 1000)+"\n-- a.ts --\n")
		resolves(t, p, "a.ts: @/gone -> -")
		got := problemLines(p)
		if len(got) != 2 || !strings.HasPrefix(got[0], "config package.json: nested deeper") || !strings.HasPrefix(got[1], "config tsconfig.json: line 3, column ") {
			t.Errorf("problems %q", got)
		}
	})
}

func TestImporters(t *testing.T) {
	p := load(t, `
-- tsconfig.json --
{"compilerOptions": {"paths": {"@/*": ["./*"], "the-client": ["./client.ts"]}}}
-- client.ts --
-- a.ts --
import { client } from "./client";
import { other } from './client.js'
-- b.js --
const { client } = require( './client' )
-- c.vue --
<script setup>
import client from "@/client"
</script>
-- d.ts --
const load = () => import(/* webpackChunkName: "c" */ `+"`./client`"+`)
-- e.ts --
export * from "./client"
-- f.ts --
export {
  client as default,
} from
  "the-client"
-- g.ts --
import type { T } from "./client";
-- h.ts --
import"./client"
-- i.ts --
import x = require("./client");
-- no1.ts --
Array.from("./client"); notrequire("./client"); requirement("./client")
-- no2.ts --
import client from "./no1"
-- sub/client.ts --
import client from "./client"
`)
	want := []string{"a.ts", "b.js", "c.vue", "d.ts", "e.ts", "f.ts", "g.ts", "h.ts", "i.ts"}
	var got []string
	for _, path := range p.Importers(p.abs("client.ts")) {
		got = append(got, p.rel(path))
	}
	if !slices.Equal(got, want) {
		t.Errorf("importers %q, want %q", got, want)
	}
	if got := p.Importers(p.abs("gone.ts")); got != nil {
		t.Errorf("a file that is not there has importers %q", got)
	}
}

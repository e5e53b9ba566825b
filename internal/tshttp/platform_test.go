package tshttp

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
)

func TestInBrowser(t *testing.T) {
	files := map[string]string{
		"web/package.json":         `{"dependencies":{"react":"19","express":"5"}}`,
		"web/src/page.ts":          `fetch("/")`,
		"web/src/job.ts":           `import fs from "node:fs"; fetch("/")`,
		"web/src/old.js":           `const http = require("http"); fetch("/")`,
		"web/src/app.ts":           `import express from "express"; fetch("/")`,
		"web/src/actions.ts":       "\"use server\";\nfetch('/')",
		"web/src/load.server.ts":   `fetch("/")`,
		"web/app/api/me/route.ts":  `fetch("/")`,
		"web/src/routes/route.ts":  `fetch("/")`,
		"web/pages/api/me.ts":      `fetch("/")`,
		"web/src/+server.ts":       `fetch("/")`,
		"web/bin/run.js":           "#!/usr/bin/env node\nfetch('/')",
		"web/src/buffer.ts":        `import { Buffer } from "buffer"; fetch("/")`,
		"phone/package.json":       `{"dependencies":{"react":"19","react-native":"0.75"}}`,
		"phone/src/api.ts":         `fetch("/")`,
		"shared/package.json":      `{"dependencies":{"axios":"1"}}`,
		"shared/api.ts":            `fetch("/")`,
		"shared/native.ts":         `import { Platform } from "react-native"; fetch("/")`,
		"api/package.json":         `{"dependencies":{"@nestjs/core":"11"}}`,
		"api/src/remote.ts":        `fetch("/")`,
		"alone/without/package.ts": `fetch("/")`,
	}
	want := map[string]authflow.Truth{
		"web/src/page.ts":          authflow.Unknown,
		"web/src/job.ts":           authflow.No,
		"web/src/old.js":           authflow.No,
		"web/src/app.ts":           authflow.No,
		"web/src/actions.ts":       authflow.No,
		"web/src/load.server.ts":   authflow.No,
		"web/app/api/me/route.ts":  authflow.No,
		"web/src/routes/route.ts":  authflow.Unknown,
		"web/pages/api/me.ts":      authflow.No,
		"web/src/+server.ts":       authflow.No,
		"web/bin/run.js":           authflow.No,
		"web/src/buffer.ts":        authflow.Unknown, // bundlers stand in for it
		"phone/src/api.ts":         authflow.No,
		"shared/api.ts":            authflow.Unknown,
		"shared/native.ts":         authflow.No,
		"api/src/remote.ts":        authflow.No,
		"alone/without/package.ts": authflow.Unknown,
	}
	dir := t.TempDir()
	var sources []string
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(path) != ".json" {
			sources = append(sources, path)
		}
	}
	slices.Sort(sources)
	p := module.Load(context.Background(), module.Options{Dir: dir, Files: sources})
	for name, truth := range want {
		if got := inBrowser(p, filepath.Join(dir, filepath.FromSlash(name))); got != truth {
			t.Errorf("%s: in a browser: %v, want %v", name, got, truth)
		}
	}
}

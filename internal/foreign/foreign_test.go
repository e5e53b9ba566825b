package foreign

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/authflow"
)

func TestServerReads(t *testing.T) {
	const plain = `class A { String who(HttpServletRequest r) { return users.of(r.getHeader("Authorization")); } }`
	tests := []struct {
		name  string
		files map[string]string
		want  string // the text that is pointed at
		use   authflow.SchemeUse
	}{
		{"takes the scheme off", map[string]string{"F.java": "if (h.startsWith(\"Bearer \")) {\n  token = h.substring(7);\n}"}, "Bearer", authflow.SchemeDemanded},
		{"in Python", map[string]string{"a.py": `token = request.headers["authorization"].removeprefix("Bearer ")`}, "Bearer", authflow.SchemeDemanded},
		{"in C#", map[string]string{"A.cs": `if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))`}, "Bearer", authflow.SchemeDemanded},
		{"in PHP", map[string]string{"a.php": `preg_match('/Bearer\s(\S+)/', $header, $m);`}, "Bearer", authflow.SchemeDemanded},
		{"in Rust", map[string]string{"a.rs": `let token = header.strip_prefix("Bearer ")?;`}, "Bearer", authflow.SchemeDemanded},
		{"takes the header as it is", map[string]string{"A.java": plain}, `"Authorization"`, authflow.SchemeIgnored},
		{"Sa-Token", map[string]string{"A.java": "StpUtil.checkLogin();"}, "StpUtil", authflow.SchemeIgnored},
		{"demanded somewhere else", map[string]string{"A.java": plain, "B.java": `h.replace("Bearer ", "")`}, "Bearer", authflow.SchemeDemanded},
		{"a scheme somewhere, and no test of it", map[string]string{"A.java": plain, "C.java": `out.setHeader("Authorization", "Bearer " + key);`}, "", 0},
		{"a scheme in the configuration", map[string]string{"A.java": plain, "application.yml": "sa-token:\n  token-prefix: Bearer"}, "", 0},
		{"a framework that wants one", map[string]string{"A.java": plain, "S.java": "http.oauth2ResourceServer(o -> o.jwt())"}, "", 0},
		{"nothing about it", map[string]string{"A.java": "class A {}"}, "", 0},
		{"configuration alone", map[string]string{"ci.yml": `header: "Authorization"`}, "", 0},
		{"nothing at all", nil, "", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			var paths []string
			for name, text := range test.files {
				path := filepath.Join(dir, name)
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				paths = append(paths, path)
			}
			slices.Sort(paths)
			got := ServerReads(paths)
			if test.want == "" {
				if len(got) > 0 {
					t.Fatalf("found %v, want nothing", got)
				}
				return
			}
			if len(got) != 1 || got[0].Scheme != test.use {
				t.Fatalf("found %v, want one of %v", got, test.use)
			}
			text, err := os.ReadFile(got[0].At.File)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(text[got[0].At.Start:got[0].At.End])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What cannot be read may demand the scheme.
func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "A.java")
	if err := os.WriteFile(path, []byte(`r.getHeader("Authorization")`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := ServerReads([]string{path, filepath.Join(dir, "gone.java")}); len(got) > 0 {
		t.Errorf("found %v, want nothing", got)
	}
}

func TestIsServer(t *testing.T) {
	for path, want := range map[string]bool{
		"server/src/main/java/A.java":             true,
		"app/views.py":                            true,
		"application.yml":                         true,
		"android/app/src/main/java/Main.java":     false,
		"app/android/app/src/main/java/Main.java": false,
		"web/src/a.ts":                            false,
		"Makefile":                                false,
	} {
		if got := IsServer(filepath.FromSlash(path)); got != want {
			t.Errorf("IsServer(%q) = %v", path, got)
		}
	}
}

package vettool_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/vettool"
)

// TestMain lets the test's own binary be the vet tool.
func TestMain(m *testing.M) {
	if vettool.Main(os.Args[1:]) {
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// module writes a module with a helper package, a caller, and a package that
// says nothing.
func module(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.24\n",
		"auth/auth.go": `package auth

import "net/http"

// Authorize sets the header to what it is given.
func Authorize(req *http.Request, value string) { req.Header.Set("Authorization", value) }
`,
		"app/app.go": `package app

import (
	"net/http"

	"example.com/app/auth"
	"example.com/app/quiet"
)

func Ask(req *http.Request, token string) {
	auth.Authorize(req, "Bearer"+token)
	req.Header.Set("Authorization", "Bearer  "+token) //authlint:ignore bearer-spacing -- the server splits by itself
	quiet.Say("asked")
}
`,
		"quiet/quiet.go": "package quiet\n\nimport \"fmt\"\n\n// Say prints.\nfunc Say(s string) { fmt.Println(s) }\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func vet(t *testing.T, dir string, args ...string) (string, error) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", append([]string{"vet", "-vettool=" + exe}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestVet(t *testing.T) {
	dir := module(t)
	out, err := vet(t, dir, "./...")
	if err == nil {
		t.Errorf("go vet found nothing:\n%s", out)
	}
	var found []string
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if !strings.HasPrefix(line, "#") {
			found = append(found, line)
		}
	}
	if len(found) != 1 || !strings.HasPrefix(filepath.ToSlash(found[0]), "app/app.go:11:") || !strings.HasSuffix(found[0], "[bearer-spacing]") {
		t.Errorf("go vet printed:\n%s", out)
	}
}

func TestVetOneAnalyzer(t *testing.T) {
	if out, err := vet(t, module(t), "-missingbearer", "./..."); err != nil {
		t.Errorf("go vet -missingbearer: %v\n%s", err, out)
	}
}

func TestVetJSON(t *testing.T) {
	out, err := vet(t, module(t), "-json", "./...")
	if err != nil {
		t.Fatalf("go vet -json: %v\n%s", err, out)
	}
	if !strings.Contains(out, `"bearerspacing"`) || !strings.Contains(out, "[bearer-spacing]") {
		t.Errorf("go vet -json printed:\n%s", out)
	}
}

func TestAsked(t *testing.T) {
	for args, want := range map[string]bool{
		"":                        false,
		"-V=full":                 true,
		"-flags":                  true,
		"-json /tmp/b001/vet.cfg": true,
		"./...":                   false,
		"rules":                   false,
	} {
		if got := vettool.Asked(strings.Fields(args)); got != want {
			t.Errorf("Asked(%q) = %v, want %v", args, got, want)
		}
	}
}

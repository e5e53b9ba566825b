package goload

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/rules"
)

// goFiles returns the Go files below dir, as discovery would.
func goFiles(t testing.TB, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") {
			out = append(out, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestRepository prints what is found in the repository that AUTHLINT_REPO
// names, for people to read.
func TestRepository(t *testing.T) {
	dir := os.Getenv("AUTHLINT_REPO")
	if dir == "" {
		t.Skip("AUTHLINT_REPO names no repository")
	}
	start := time.Now()
	p, err := Load(context.Background(), Options{Dir: dir, Files: goFiles(t, dir), Rules: rules.All, Strict: os.Getenv("AUTHLINT_STRICT") != "", Tests: os.Getenv("AUTHLINT_TESTS") != ""})
	if err != nil {
		t.Fatal(err)
	}
	res := p.Judge(p.Evidence)
	t.Logf("%s: %d files analysed in %v", dir, res.Files, time.Since(start).Round(time.Millisecond))
	for _, pr := range res.Problems {
		t.Logf("problem %s %s: %s", pr.Kind, pr.File, pr.Message)
	}
	for _, f := range res.Findings {
		t.Logf("%s: %s: %s %s", position(f.At), f.Severity, f.Rule, f.Message)
		for _, r := range f.Related {
			t.Logf("    %s: %s", position(r.At), r.Message)
		}
	}
	if os.Getenv("AUTHLINT_FACTS") == "" {
		return
	}
	for _, r := range res.Evidence.ServerReads {
		t.Logf("server read %s %d", position(r.At), r.Scheme)
	}
	for name, list := range map[string][]source.Span{"scheme join": res.Evidence.SchemeJoins, "token read": res.Evidence.TokenReads, "session cookie": res.Evidence.SessionCookies, "cors": res.Evidence.CredentialedCORS} {
		for _, s := range list {
			t.Logf("%s %s", name, position(s))
		}
	}
	for _, c := range p.packages {
		if c.facts == nil {
			continue
		}
		for _, w := range c.facts.Headers {
			if strings.EqualFold(w.Name, "authorization") {
				t.Logf("header %s %v origin=%q", position(w.At), w.Values, w.Origin)
			}
		}
		for _, w := range c.facts.Requests {
			t.Logf("request %s %s %s %q %s client=%v auth=%v", position(w.At), w.Method, w.URL, w.Origin, w.Purpose, w.Client, w.Authorized)
		}
		for _, w := range c.facts.Answers {
			t.Logf("answer %s %s %s fate=%d kept=%v yields=%v", position(w.At), w.Purpose, w.Call, w.Fate, w.Kept, w.Yields)
		}
		for _, w := range c.facts.Resends {
			t.Logf("resend %s form=%d %s reenters=%d tests=%v sets=%v opaque=%v", position(w.At), w.Form, w.Enters, w.Reenters, w.Tests, w.Sets, w.Opaque)
		}
	}
}

func position(s source.Span) string {
	src, err := os.ReadFile(s.File)
	if err != nil {
		return s.File
	}
	p := source.NewLines(string(src)).Position(s.Start)
	return s.File + ":" + itoa(p.Line) + ":" + itoa(p.Column)
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

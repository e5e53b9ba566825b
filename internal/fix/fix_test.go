package fix

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// now is when the files of a test were read: after they were written, however
// coarse the clock of the file system is.
func now() time.Time { return time.Now().Add(time.Second) }

func write(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil { // whatever the umask is
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// replace is a finding with one fix that replaces the first old in a file.
func replace(t *testing.T, path, old, new string, safe bool) rule.Finding {
	t.Helper()
	i := strings.Index(read(t, path), old)
	if i < 0 {
		t.Fatalf("%s: no %q", path, old)
	}
	at := source.Span{File: path, Start: i, End: i + len(old)}
	return rule.Finding{At: at, Fixes: []rule.Fix{{Message: "Replace it", Safe: safe, Edits: []authflow.Edit{{At: at, Text: new}}}}}
}

func TestOnlySafeFixesAreMadeUnasked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ts")
	write(t, path, "const a = 1\nconst b = 2\n", 0o644)
	findings := []rule.Finding{replace(t, path, "1", "10", true), replace(t, path, "2", "20", false)}
	for _, test := range []struct {
		all  bool
		want string
	}{{false, "const a = 10\nconst b = 2\n"}, {true, "const a = 10\nconst b = 20\n"}} {
		plan := Make(findings, Options{All: test.all, Read: now()})
		if got := plan.Files[0].After; got != test.want {
			t.Errorf("all=%v: %q, want %q", test.all, got, test.want)
		}
	}
}

func TestOfFixesThatTouchEachOtherTheFirstIsMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ts")
	write(t, path, "const a = one + two\n", 0o644)
	plan := Make([]rule.Finding{
		replace(t, path, "one + two", "sum", true),
		replace(t, path, "two", "2", true),
	}, Options{Read: now()})
	if plan.Mended != 1 || plan.Left != 1 || plan.Files[0].After != "const a = sum\n" {
		t.Errorf("mended %d, left %d: %q", plan.Mended, plan.Left, plan.Files[0].After)
	}
}

// Two insertions at one place would have an order that nobody chose, but an
// import that two fixes need is inserted once.
func TestInsertions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ts")
	write(t, path, "f(a, b)\n", 0o644)
	insert := func(at int, text string) authflow.Edit {
		return authflow.Edit{At: source.Span{File: path, Start: at, End: at}, Text: text}
	}
	finding := func(edits ...authflow.Edit) rule.Finding {
		return rule.Finding{Fixes: []rule.Fix{{Safe: true, Edits: edits}}}
	}
	plan := Make([]rule.Finding{
		finding(insert(0, "import 'x'\n"), insert(2, "x.")),
		finding(insert(0, "import 'x'\n"), insert(5, "x.")),
		finding(insert(5, "y.")),
	}, Options{Read: now()})
	if want := "import 'x'\nf(x.a, x.b)\n"; plan.Files[0].After != want || plan.Left != 1 {
		t.Errorf("%q (left %d), want %q", plan.Files[0].After, plan.Left, want)
	}
}

func TestAFixThatBreaksTheFileIsNotMade(t *testing.T) {
	dir := t.TempDir()
	script, golang, other := filepath.Join(dir, "a.ts"), filepath.Join(dir, "a.go"), filepath.Join(dir, "b.ts")
	write(t, script, "const a = f(1)\n", 0o644)
	write(t, golang, "package a\n\nvar a = f(1)\n", 0o644)
	write(t, other, "const b = 1\n", 0o644)
	both := replace(t, other, "1", "2", true)
	both.Fixes[0].Edits = append(both.Fixes[0].Edits, replace(t, script, "a", "c", true).Fixes[0].Edits...)
	plan := Make([]rule.Finding{
		replace(t, script, "(1)", "(1", true),
		replace(t, golang, "(1)", "(1", true),
		both, // a fix is made wholly or not at all
	}, Options{Read: now()})
	if len(plan.Files) != 0 || plan.Mended != 0 {
		t.Errorf("planned %v", plan.Files)
	}
	var got []string
	for _, p := range plan.Problems {
		got = append(got, filepath.Base(p.File)+": "+p.Message)
	}
	want := []string{
		"a.go: not mended: with its fixes it would no longer parse (a.go:3:12: missing ',' before newline in argument list (and 1 more errors)); please report it with the file",
		"a.ts: not mended: with its fixes it would no longer parse (line 1: syntax not understood; the rest of the file is still checked); please report it with the file",
	}
	for i := range want {
		if i >= len(got) || !strings.HasPrefix(got[i], want[i][:60]) {
			t.Errorf("problems %q, want %q", got, want)
			break
		}
	}
}

// A file that was broken before may be mended elsewhere.
func TestAFileThatIsBrokenAlready(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ts")
	write(t, path, "const a = 1\nfunction (\n", 0o644)
	plan := Make([]rule.Finding{replace(t, path, "1", "2", true)}, Options{Read: now()})
	if len(plan.Files) != 1 || len(plan.Problems) != 0 {
		t.Errorf("files %v, problems %v", plan.Files, plan.Problems)
	}
}

func TestWhatIsWritten(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "a.ts"), filepath.Join(dir, "link.ts")
	write(t, path, "\ufeffconst a = 1\r\nconst b = 2\r\n", 0o754)
	if err := os.Symlink("a.ts", link); err != nil {
		t.Skip(err)
	}
	plan := Make([]rule.Finding{replace(t, link, "a = 1", "a = 1\nconst c = 3", true)}, Options{Read: now()})
	if n, problems := plan.Write(); n != 1 || problems != nil {
		t.Fatalf("mended %d, problems %v", n, problems)
	}
	if diff := cmp.Diff("\ufeffconst a = 1\r\nconst c = 3\r\nconst b = 2\r\n", read(t, path)); diff != "" {
		t.Errorf("line ends and the byte order mark are kept (-want +got)\n%s", diff)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is no link any more")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o754 && runtime.GOOS != "windows" {
		t.Errorf("mode %v, want that of before", info.Mode())
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".authlint-*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestAFileThatChangedMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ts")
	write(t, path, "const a = 1\n", 0o644)
	finding := replace(t, path, "1", "2", true)

	t.Run("before the plan", func(t *testing.T) {
		plan := Make([]rule.Finding{finding}, Options{Read: time.Now().Add(-time.Hour)})
		if len(plan.Files) != 0 || len(plan.Problems) != 1 || !strings.Contains(plan.Problems[0].Message, "run again") {
			t.Errorf("files %v, problems %v", plan.Files, plan.Problems)
		}
	})
	t.Run("cut short", func(t *testing.T) {
		far := rule.Finding{Fixes: []rule.Fix{{Safe: true, Edits: []authflow.Edit{{At: source.Span{File: path, Start: 90, End: 91}}}}}}
		plan := Make([]rule.Finding{far}, Options{Read: now()})
		if len(plan.Files) != 0 || len(plan.Problems) != 1 {
			t.Errorf("files %v, problems %v", plan.Files, plan.Problems)
		}
	})
	t.Run("after the plan", func(t *testing.T) {
		plan := Make([]rule.Finding{finding}, Options{Read: now()})
		write(t, path, "const a = 1 // somebody is typing\n", 0o644)
		n, problems := plan.Write()
		if n != 0 || len(problems) != 1 || problems[0].Kind != source.Fix {
			t.Errorf("mended %d, problems %v", n, problems)
		}
		if got := read(t, path); !strings.Contains(got, "typing") {
			t.Errorf("what was typed is lost: %q", got)
		}
	})
}

func TestDiff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ts")
	write(t, path, "const a = 1\nconst b = 2\n", 0o644)
	var out strings.Builder
	plan := Make([]rule.Finding{replace(t, path, "1", "10", true)}, Options{Read: now()})
	if err := plan.Diff(&out, filepath.Base); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n-const a = 1\n+const a = 10\n const b = 2\n", out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if read(t, path) != "const a = 1\nconst b = 2\n" {
		t.Error("the file was changed")
	}
}

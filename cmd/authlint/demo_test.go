package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDemo holds the demo to its findings: each of the mistakes once in each
// language, and nothing in the right code beside them.
func TestDemo(t *testing.T) {
	var out struct {
		Findings []struct {
			Rule, Severity, File string
			Start                struct{ Line, Column int }
		}
		Problems []struct{ File, Message string }
	}
	if err := json.Unmarshal([]byte(demo(t, "--format", "json")), &out); err != nil {
		t.Fatal(err)
	}
	for _, p := range out.Problems {
		t.Errorf("%s: %s", p.File, p.Message)
	}
	var got strings.Builder
	for _, f := range out.Findings {
		fmt.Fprintf(&got, "%s:%d:%d: %s [%s]\n", f.File, f.Start.Line, f.Start.Column, f.Severity, f.Rule)
	}
	compare(t, "../../testdata/demo/expected.txt", "", "", got.String())
}

// TestREADME holds the output that the README shows to what the command writes.
func TestREADME(t *testing.T) {
	got := demo(t, "--only", "missing-retry-guard")
	// How long it took, and what the prefilter let through, is no promise.
	got = regexp.MustCompile(` \(\d+ parsed, [0-9.]+ s\)\n`).ReplaceAllString(got, "\n")
	compare(t, "../../README.md", "<!-- output: begin -->\n", "<!-- output: end -->",
		"```\n$ authlint -C testdata/demo --only missing-retry-guard ./...\n"+got+"```\n")
}

// demo runs authlint over the demo.
func demo(t *testing.T, args ...string) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	// A clone that someone else owns is fit to be tested: git reads it when told so.
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "safe.directory")
	t.Setenv("GIT_CONFIG_VALUE_0", "*")
	var stdout, stderr bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Dir: dir, Env: os.Environ()}
	if status := c.Main(append([]string{"-C", "testdata/demo"}, append(args, "./...")...)); status != exitFindings {
		t.Errorf("exit status %d, want %d", status, exitFindings)
	}
	if stderr.Len() > 0 {
		t.Errorf("on standard error:\n%s", stderr.String())
	}
	return stdout.String()
}

// compare compares the part of a file between two marks with what it should be,
// and with -u writes it.
func compare(t *testing.T, path, begin, end, want string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok1 := strings.Cut(string(text), begin)
	part, tail, ok2 := rest, "", true
	if end != "" {
		part, tail, ok2 = strings.Cut(rest, end)
	}
	switch {
	case !ok1 || !ok2:
		t.Fatalf("%s: nothing between %q and %q", path, begin, end)
	case part == want:
	case *update:
		if err := os.WriteFile(path, []byte(head+begin+want+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is not what authlint writes; go test ./cmd/authlint -run %s -u updates it.\nwant:\n%s", path, t.Name(), want)
	}
}

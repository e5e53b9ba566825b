// Package proof runs what the pages of the rules say of Go, with the real
// frameworks, and observes the consequence. It is a module of its own, so that
// authlint itself needs none of them.
package proof

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// An example is a fenced block of a page.
type example struct {
	bad  bool
	code string
}

var fence = regexp.MustCompile("(?ms)^```go (bad|good)\n(.*?)^```$")

// examples returns the Go blocks of the page of a rule, at least one of each kind.
func examples(t *testing.T, rule string) []example {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("../../../rules", strings.ReplaceAll(rule, "-", ""), "doc.md"))
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	kinds := map[bool]int{}
	for _, m := range fence.FindAllStringSubmatch(string(page), -1) {
		out = append(out, example{bad: m[1] == "bad", code: m[2]})
		kinds[m[1] == "bad"]++
	}
	if kinds[true] == 0 || kinds[false] == 0 {
		t.Fatalf("the page of %s has no bad or no good example in Go", rule)
	}
	return out
}

// prove compiles each Go example of a page with a main function, runs it, and
// hands what it prints to check. driver holds imports and the main function, for
// an example; it may depend on its code.
func prove(t *testing.T, rule string, driver func(example) string, check func(t *testing.T, e example, output string)) {
	for _, e := range examples(t, rule) {
		name := "good"
		if e.bad {
			name = "bad"
		}
		t.Run(name, func(t *testing.T) {
			check(t, e, runExample(t, e, driver(e)))
		})
	}
}

// runExample returns what the program prints, on both outputs.
func runExample(t *testing.T, e example, driver string) string {
	t.Helper()
	dir, err := os.MkdirTemp(".", "_example") // in this module, and no package of ./...
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	for name, code := range map[string]string{"example.go": e.code, "main.go": driver} {
		code = regexp.MustCompile(`(?m)^package .*`).ReplaceAllString(code, "")
		if err := os.WriteFile(filepath.Join(dir, name), []byte("package main\n\n"+code), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("go", "run", "./"+dir).CombinedOutput()
	if err != nil && strings.Contains(string(out), ".go:") && !strings.Contains(string(out), "panic") {
		t.Fatalf("the example does not run: %v\n%s", err, out)
	}
	return string(out)
}

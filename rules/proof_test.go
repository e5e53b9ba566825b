package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// unproven are the rules in TypeScript whose pages testdata/proof does not run,
// with the reason. A rule whose consequence can be run in Node has a proof there
// and stands not here.
var unproven = map[string]string{
	"missing-credentials":   "Node has neither cookies nor origins",
	"cleartext-auth":        "what an eavesdropper sees is no behaviour of the program",
	"token-in-url":          "what logs and histories keep is no behaviour of the program",
	"hardcoded-credential":  "that others read the source is no behaviour of the program",
	"logged-token":          "that others read the log is no behaviour of the program",
	"expiry-units":          "arithmetic: nothing is sent",
	"timing-unsafe-compare": "what a comparison takes drowns in the noise of a machine that does other things",
	"insecure-storage":      "that others read the page and its storage is no behaviour of the program",
	"storage-key-mismatch":  "Node has no web storage",
	"manual-header":         "it works: what it costs is the work on it",
}

var proves = regexp.MustCompile(`(?m)^await prove\('([a-z0-9-]+)'`)

// Every rule in TypeScript is proved by testdata/proof, or says here why not.
func TestProofs(t *testing.T) {
	files, err := filepath.Glob("../testdata/proof/*.test.mjs")
	if err != nil || len(files) == 0 {
		t.Fatalf("no proofs: %v", err)
	}
	proved := map[string]bool{}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range proves.FindAllStringSubmatch(string(src), -1) {
			proved[m[1]] = true
		}
	}
	for _, r := range All {
		ts := slices.Contains(r.Doc().Languages, "ts")
		switch reason, excused := unproven[r.ID]; {
		case !ts && excused:
			t.Errorf("%s is not in TypeScript and needs no reason", r.ID)
		case proved[r.ID] && excused:
			t.Errorf("%s has a proof, and a reason to have none: %s", r.ID, reason)
		case ts && !proved[r.ID] && !excused:
			t.Errorf("%s has no proof: write one in testdata/proof, or its reason into unproven", r.ID)
		}
	}
	for id := range proved {
		if _, ok := Lookup(id); !ok {
			t.Errorf("testdata/proof proves %s, which is no rule", id)
		}
	}
	for id := range unproven {
		if _, ok := Lookup(id); !ok {
			t.Errorf("unproven names %s, which is no rule", id)
		}
	}
}

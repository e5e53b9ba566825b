package tshttp_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/tstest"
)

// Each folder of testdata/clients is a project that uses one library in the ways
// that people do, beside code that only looks like it. A comment at the end of a
// line says what was read there, all of it:
//
//	// client axios https://api.example.com credentials    a client, its base URL and whether it sends cookies
//	// sends axios POST https://api.example.com/login authorized    a request, with what its client adds
//	// header axios    an Authorization header, and the library that carries it; ? where that is unknown
//
// Several are separated by " | ". On a line without them nothing may be read.
func TestClients(t *testing.T) {
	cases, err := os.ReadDir("testdata/clients")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) {
			t.Parallel()
			dir, err := filepath.Abs(filepath.Join("testdata/clients", c.Name()))
			if err != nil {
				t.Fatal(err)
			}
			got := read(t, tstest.Facts(t, dir))
			for file, want := range said(t, dir) {
				if diff := cmp.Diff(want, got[file]); diff != "" {
					t.Errorf("%s (-want +got)\n%s", filepath.Base(file), diff)
				}
				delete(got, file)
			}
			for file := range got {
				t.Errorf("facts about %s, which is no file of the case", file)
			}
		})
	}
}

// lines are the facts of one file by line.
type lines map[int][]string

// read spells the facts about clients, by the files and lines they are about.
func read(t *testing.T, facts *authflow.Facts) map[string]lines {
	out := map[string]lines{}
	add := func(at source.Span, words ...string) {
		if !at.Valid() {
			return // a global client
		}
		line := lineOf(t, at)
		if out[at.File] == nil {
			out[at.File] = lines{}
		}
		words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
		out[at.File][line] = append(out[at.File][line], strings.Join(words, " "))
	}
	for _, c := range facts.Clients {
		add(c.At, "client", c.Library, c.BaseURL.String(), when(c.Credentials, "credentials"))
	}
	for _, q := range facts.Requests {
		method := q.Method
		if method == "" {
			method = "?"
		}
		add(q.At, "sends", q.Client.Library, method, q.URL.String(), when(q.Credentials, "credentials"), when(q.Authorized, "authorized"))
	}
	for _, h := range facts.Headers {
		sender := h.Sender
		if sender == "" {
			sender = "?"
		}
		add(h.At, "header", sender)
	}
	for _, byLine := range out {
		for _, list := range byLine {
			slices.Sort(list)
		}
	}
	return out
}

func when(truth authflow.Truth, word string) string {
	if truth == authflow.Yes {
		return word
	}
	return ""
}

func lineOf(t *testing.T, at source.Span) int {
	src, err := os.ReadFile(at.File)
	if err != nil {
		t.Fatal(err)
	}
	return source.NewLines(string(src)).Position(at.Start).Line
}

var factRE = regexp.MustCompile(`// ((?:client|sends|header) .*)$`)

// said returns what the comments of a case say, with an entry for every file.
func said(t *testing.T, dir string) map[string]lines {
	out := map[string]lines{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) == ".json" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var said lines
		for i, text := range strings.Split(string(src), "\n") {
			if m := factRE.FindStringSubmatch(text); m != nil {
				if said == nil {
					said = lines{}
				}
				said[i+1] = strings.Split(m[1], " | ")
				slices.Sort(said[i+1])
			}
		}
		out[path] = said
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

package tshttp

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A library in one file is read in part, which is said, and what is read of it
// does not depend on what else a worker read.
func TestEntangled(t *testing.T) {
	var b strings.Builder
	b.WriteString("import axios from 'axios'\nclass A { constructor() {\n")
	for i := range 60 {
		fmt.Fprintf(&b, "this.a%d = this.a%d.f(this.a%d) + this.a%d.g(this.a%d)\n", i, i+1, i+2, i+3, i+4)
	}
	b.WriteString("} }\nconst a = new A()\n")
	for i := range 400 {
		fmt.Fprintf(&b, "axios.get(a.a%d.x(%d), { headers: { Authorization: a.a%d.token } })\n", i%60, i, i%60)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.js")
	plain := filepath.Join(dir, "b.js")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(plain, []byte("import axios from 'axios'\naxios.get('/a', { headers: { Authorization: 'Bearer' + token } })\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var before string
	for _, files := range [][]string{{path}, {plain, path}} {
		res, err := Read(context.Background(), Input{Dir: dir, Files: files, Jobs: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Problems) != 1 || res.Problems[0].File != path || !strings.Contains(res.Problems[0].Message, "read in part") {
			t.Errorf("problems %v, want that a.js is read in part", res.Problems)
		}
		var read strings.Builder
		for _, w := range res.Facts.Headers {
			if w.At.File == path {
				fmt.Fprintln(&read, w.At, w.Values)
			}
		}
		if before != "" && before != read.String() {
			t.Errorf("beside another file other headers are read:\n%s\n%s", before, read.String())
		}
		before = read.String()
	}
}

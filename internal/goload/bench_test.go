package goload

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/authlint/authlint/rules"
)

// BenchmarkRun measures a whole run against what any typed tool pays, go list
// with export data. AUTHLINT_REPO names the repository, whose dependencies are
// to be built; without it this module is measured.
func BenchmarkRun(b *testing.B) {
	dir := os.Getenv("AUTHLINT_REPO")
	if dir == "" {
		dir, _ = os.Getwd()
		dir += "/../.."
	}
	files := goFiles(b, dir)
	var list, run time.Duration
	for b.Loop() {
		start := time.Now()
		cmd := exec.Command("go", "list", "-e", "-export", "-deps", "./...")
		cmd.Dir = dir
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
		list += time.Since(start)
		start = time.Now()
		if _, err := Run(context.Background(), Options{Dir: dir, Files: files, Rules: rules.All}); err != nil {
			b.Fatal(err)
		}
		run += time.Since(start)
	}
	b.ReportMetric(float64(list.Milliseconds())/float64(b.N), "list-ms")
	b.ReportMetric(float64(run.Milliseconds())/float64(b.N), "run-ms")
	b.ReportMetric(float64(run)/float64(list), "run/list")
}

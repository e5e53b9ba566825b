// Bench times authlint against a yardstick, a command that reads the same
// files, in turn and in one run, and prints the ratio of the medians. Ratios
// hold when a machine's speed drifts; single times do not.
//
//	go run ./bench -C DIR -- oxlint -A all -D no-debugger .
//	go run ./bench -C DIR -- go list -export -deps ./...
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

func main() {
	dir := flag.String("C", ".", "the `directory` to check")
	runs := flag.Int("n", 7, "counted runs of each command, after one that is not counted")
	lang := flag.String("lang", "", "check only this `language`: go or ts")
	flag.Parse()
	if err := run(*dir, *runs, *lang, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func run(dir string, runs int, lang string, yardstick []string) error {
	if len(yardstick) == 0 {
		return fmt.Errorf("no yardstick: give a command after --")
	}
	temp, err := os.MkdirTemp("", "authlint-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	bin := filepath.Join(temp, "authlint")
	if out, err := exec.Command("go", "build", "-o", bin, "./cmd/authlint").CombinedOutput(); err != nil {
		return fmt.Errorf("building authlint: %v\n%s", err, out)
	}
	// What an earlier run kept is left aside: the ratio is that of a first run.
	authlint := []string{bin, "-q", "--fail-on", "never", "--no-cache"}
	if lang != "" {
		authlint = append(authlint, "--lang", lang)
	}
	authlint = append(authlint, "./...")
	again := slices.DeleteFunc(slices.Clone(authlint), func(arg string) bool { return arg == "--no-cache" })
	var a, b, c []time.Duration
	for i := range runs + 1 {
		ta, err := timed(dir, authlint)
		if err != nil {
			return err
		}
		tb, err := timed(dir, yardstick)
		if err != nil {
			return err
		}
		tc, err := timed(dir, again)
		if err != nil {
			return err
		}
		if i > 0 { // the first run fills the caches, the file system's and ours
			a, b, c = append(a, ta), append(b, tb), append(c, tc)
		}
	}
	show("authlint", a)
	show(yardstick[0], b)
	show("unchanged", c)
	fmt.Printf("ratio of the medians: %.2f, and %.2f where nothing has changed since the last run\n", median(a).Seconds()/median(b).Seconds(), median(c).Seconds()/median(b).Seconds())
	return nil
}

// timed runs a command. What it prints and how it exits do not matter: a linter
// that finds something fails.
func timed(dir string, command []string) (time.Duration, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	start := time.Now()
	err := cmd.Run()
	if _, ran := err.(*exec.ExitError); err != nil && !ran {
		return 0, fmt.Errorf("running %s: %w", command[0], err)
	}
	return time.Since(start), nil
}

func show(name string, times []time.Duration) {
	fmt.Printf("%-12s median %6.3f s (%.3f to %.3f, %d runs)\n", filepath.Base(name),
		median(times).Seconds(), slices.Min(times).Seconds(), slices.Max(times).Seconds(), len(times))
}

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

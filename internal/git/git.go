// Package git asks git about a work tree, in a way that runs nothing that the
// repository's configuration names: monitors, hooks, helpers that fetch what a
// partial clone left out.
package git

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
)

var options = []string{"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "protocol.allow=never"}

// variables would point git at another repository than the one of the directory
// that it is started in: a hook of git's inherits them.
var variables = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY"}

// Run runs git in a directory and returns what it wrote, in English.
func Run(ctx context.Context, dir string, args ...string) (stdout []byte, stderr string, err error) {
	cmd := exec.CommandContext(ctx, "git", append(slices.Clone(options), args...)...)
	cmd.Dir = dir
	cmd.Env = environ(os.Environ())
	var out, errors bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errors
	err = cmd.Run()
	return out.Bytes(), errors.String(), err
}

func environ(environ []string) []string {
	environ = slices.DeleteFunc(slices.Clone(environ), func(kv string) bool {
		name, _, _ := strings.Cut(kv, "=")
		return slices.Contains(variables, name)
	})
	return append(environ, "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
}

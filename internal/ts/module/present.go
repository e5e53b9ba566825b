package module

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/authlint/authlint/internal/parallel"
)

// compilerConfigs are the names of TypeScript's configuration, the one that
// counts first.
var compilerConfigs = []string{"tsconfig.json", "jsconfig.json"}

// configNames are the files that say how a directory's imports resolve.
var configNames = append([]string{"package.json"}, compilerConfigs...)

// lookAround finds the configuration files in all directories of the project,
// in parallel: to ask for them one by one, as imports are resolved, takes longer
// than to resolve the imports.
func (p *Project) lookAround() map[string]bool {
	dirs := slices.Collect(maps.Keys(p.dirs))
	present := map[string]bool{}
	var mu sync.Mutex
	parallel.Each(p.ctx, p.jobs, len(dirs), func() func(int) {
		return func(i int) {
			for _, name := range configNames {
				if file := filepath.Join(dirs[i], name); exists(file) {
					mu.Lock()
					present[file] = true
					mu.Unlock()
				}
			}
		}
	})
	return present
}

// has reports whether there is anything at the path of a configuration file.
func (p *Project) has(file string) bool {
	if p.dirs[filepath.Dir(file)] && slices.Contains(configNames, filepath.Base(file)) {
		return p.present[file]
	}
	return exists(file)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

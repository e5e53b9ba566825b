package module

import (
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/authlint/authlint/internal/cache"
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
	dirs := slices.Sorted(maps.Keys(p.dirs))
	p.around = make([]cache.Dir, len(dirs))
	parallel.Each(p.ctx, p.jobs, len(dirs), func() func(int) {
		return func(i int) { p.around[i] = cache.ReadDir(dirs[i], configsIn) }
	})
	present := map[string]bool{}
	for _, d := range p.around {
		for _, name := range d.Names {
			present[filepath.Join(d.Path, name)] = true
		}
	}
	return present
}

func configsIn(dir string) (names []string) {
	for _, name := range configNames {
		if exists(filepath.Join(dir, name)) {
			names = append(names, name)
		}
	}
	return names
}

// has reports whether there is anything at the path of a configuration file.
func (p *Project) has(file string) bool {
	if p.dirs[filepath.Dir(file)] && slices.Contains(configNames, filepath.Base(file)) {
		return p.present[file]
	}
	there := exists(file)
	if !there {
		p.noteConfig(file, nil)
	}
	return there
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

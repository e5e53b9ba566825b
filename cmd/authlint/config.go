package main

import (
	"path/filepath"
	"strings"

	"github.com/authlint/authlint/internal/config"
	"github.com/authlint/authlint/internal/gohttp"
	"github.com/authlint/authlint/internal/lint"
)

// configure completes the options of a run by what the configuration says.
// Flags win.
func (c *Command) configure(o *checkOptions, run *lint.Options) error {
	file, base, err := c.configFile(o.config, run.Dir)
	if err != nil || file == "" {
		return err
	}
	shown := file
	if rel, err := filepath.Rel(run.Dir, file); err == nil {
		shown = filepath.ToSlash(rel)
	}
	conf, err := config.Load(file, shown, base)
	if err != nil {
		return err
	}
	if conf.Preset != "" && !o.flags.Changed("preset") {
		run.Preset = string(conf.Preset)
	}
	if !o.flags.Changed("tests") {
		run.Tests = conf.Tests
	}
	if len(conf.Exclude) > 0 {
		run.Exclude = conf.Excluded
	}
	for _, h := range conf.RawTokenHosts {
		run.Declared.RawTokenHosts = append(run.Declared.RawTokenHosts, string(h))
	}
	for _, s := range conf.Schemes {
		run.Declared.Schemes = append(run.Declared.Schemes, string(s))
	}
	for _, p := range conf.Public {
		run.Declared.PublicPaths = append(run.Declared.PublicPaths, string(p))
	}
	run.Clients = map[string]string{}
	run.GoClients = gohttp.Clients{}
	for m, library := range conf.Clients {
		if library.Go() {
			run.GoClients[string(m)] = string(library)
			continue
		}
		run.Clients[moduleFrom(run.Dir, base, string(m))] = string(library)
	}
	run.Settings = append(run.Settings, lint.Setting{Severity: config.Weights(conf.Rules)})
	for i := range conf.Overrides {
		override := &conf.Overrides[i]
		run.Settings = append(run.Settings, lint.Setting{
			Files:    func(file string) bool { return conf.Matches(override, file) },
			Severity: config.Weights(override.Rules),
		})
	}
	return nil
}

// moduleFrom spells a module that is relative to the configuration relative to
// the working directory.
func moduleFrom(dir, base, spec string) string {
	if !strings.HasPrefix(spec, ".") {
		return spec
	}
	rel, err := filepath.Rel(dir, filepath.Join(base, filepath.FromSlash(spec)))
	if err != nil {
		return spec
	}
	return "./" + filepath.ToSlash(rel)
}

// configFile returns the configuration to read, empty for none, and the
// directory that its globs are relative to: its own, or the working directory
// where a flag names a file that may lie anywhere.
func (c *Command) configFile(flag, dir string) (file, base string, err error) {
	if flag != "" {
		if !filepath.IsAbs(flag) {
			flag = filepath.Join(dir, flag)
		}
		return flag, dir, nil
	}
	file, err = config.Find(dir, filepath.Clean(c.getenv("HOME")))
	return file, filepath.Dir(file), err
}

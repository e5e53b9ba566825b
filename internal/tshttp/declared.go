package tshttp

import (
	"maps"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/ts/module"
	"github.com/authlint/authlint/internal/ts/value"
)

// Libraries are those that a project can declare a module of its own to be a
// client of.
var Libraries = []string{"axios", "fetch", "ky", "got", "ofetch", "umi-request"}

// ownClients are the modules of which the configuration says that they are
// clients: made by a package that is not read, or in a way that is not followed.
type ownClients struct {
	bySpec, byPath map[export]string // the library
	names          map[export]string // as the configuration calls it, by path
}

type export struct{ module, name string }

// declare finds the files of the project that are meant, so that an import
// matches however it is spelled. It is nil where nothing is declared.
func declare(p *module.Project, dir string, clients map[string]string) *ownClients {
	if len(clients) == 0 {
		return nil
	}
	own := &ownClients{map[export]string{}, map[export]string{}, map[export]string{}}
	for _, text := range slices.Sorted(maps.Keys(clients)) {
		spec, name, named := strings.Cut(text, "#")
		if !named {
			name = "default"
		}
		library := clients[text]
		if library == "ofetch" {
			library = ofetchFamily.library
		}
		// What is relative in the configuration is another file in an import.
		if !strings.HasPrefix(spec, ".") {
			own.bySpec[export{spec, name}] = library
		}
		if path, ok := p.ResolveFrom(dir, spec); ok {
			own.byPath[export{path, name}], own.names[export{path, name}] = library, spec
		}
	}
	return own
}

// client is value.Evaluator.Client.
func (o *ownClients) client(spec, path, name string) (library, from string, ok bool) {
	if name == "*" { // require hands out all exports: the default one is meant
		name = "default"
	}
	if library, ok = o.byPath[export{path, name}]; ok {
		return library, o.names[export{path, name}] + suffix(name), true
	}
	library, ok = o.bySpec[export{spec, name}]
	return library, spec + suffix(name), ok
}

func suffix(name string) string {
	if name == "default" {
		return ""
	}
	return "#" + name
}

// readUsers reads the files that import a declared client of the project, and
// those that get it from one of these.
func (s *survey) readUsers() {
	if s.clients == nil {
		return
	}
	var from []string
	for e := range s.clients.byPath {
		from = append(from, e.module)
	}
	for range importRounds {
		users := map[string]bool{}
		for _, path := range from {
			for _, user := range s.project.Importers(path) {
				users[user] = s.in.Exclude == nil || !s.in.Exclude(user)
			}
		}
		var unread []*module.File
		for user, wanted := range users {
			if f := s.project.File(user); wanted && s.read[user] == nil && f != nil {
				unread = append(unread, f)
			}
		}
		s.readAll(unread)
		handed := from
		from = nil
		for user := range users {
			if sh := s.read[user]; sh != nil && slices.ContainsFunc(sh.reexports, func(p string) bool { return slices.Contains(handed, p) }) {
				from = append(from, user)
			}
		}
	}
}

// seedsWith are the packages whose importers are read, declared ones included.
func seedsWith(clients map[string]string) map[string]bool {
	if len(clients) == 0 {
		return seedPackages
	}
	out := maps.Clone(seedPackages)
	for text := range clients {
		if spec, _, _ := strings.Cut(text, "#"); !strings.HasPrefix(spec, ".") {
			out[spec] = true
		}
	}
	return out
}

// declaredClient recognizes a client of a library that the configuration names.
func declaredClient(v value.Value, library string) (clientRef, bool) {
	if v.Kind != value.Declared || v.Name != library {
		return clientRef{}, false
	}
	name := v.Module
	if _, export, ok := strings.Cut(name, "#"); ok {
		name = export
	}
	return clientRef{key: "declared:" + v.Module, library: library, name: name, unseen: true}, true
}

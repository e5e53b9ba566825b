package module

// Lookup finds what a file exports under a name, through re-exports and stars:
// the file that has it and the export there. The name "default" stands for the
// default export, "*" for the module itself.
//
// The Export it returns is one of these:
//   - From is empty, and Binding or Node is set: a value of the file in.
//   - Only Name is set, to "*": the namespace of the file in.
//   - From is set: in gets it from there, which lies outside the project or
//     cannot be parsed.
//
// It is not ok if the file, or the one it re-exports from, has no such export.
func (p *Project) Lookup(f *File, name string) (in *File, e Export, ok bool) {
	return p.lookup(f, name, map[exportKey]bool{})
}

type exportKey struct{ path, name string }

// lookup is Lookup; seen holds where the search has been, as files may
// re-export each other in circles.
func (p *Project) lookup(f *File, name string, seen map[exportKey]bool) (in *File, e Export, ok bool) {
	key := exportKey{f.Path, name}
	if seen[key] {
		return nil, Export{}, false
	}
	seen[key] = true
	if name == "*" {
		if f.CommonJS() {
			return p.lookup(f, "default", seen)
		}
		return f, Export{Name: "*"}, true
	}
	if e, ok := f.Export(name); ok {
		return p.follow(f, e, seen)
	}
	if name == "default" {
		// A star does not re-export the default. The default import of a
		// CommonJS module without one is its exports object.
		if f.table().members {
			return f, Export{Name: "*"}, true
		}
		return nil, Export{}, false
	}
	// Where two stars export the same name, the first in source order is taken.
	// ECMAScript makes the name ambiguous and so unusable, but bundlers do the
	// same as here, and what is sought is in the project that people run.
	var outside []string
	for _, spec := range f.Stars() {
		var star *File
		if path, ok := p.Resolve(f, spec); ok {
			star = p.File(path)
		}
		if star == nil {
			outside = append(outside, spec)
		} else if in, e, ok := p.lookup(star, name, seen); ok {
			return in, e, true
		}
	}
	if len(outside) == 1 {
		// No other file has the name, so it can only come from there.
		return f, Export{From: outside[0], Name: name}, true
	}
	return nil, Export{}, false
}

// follow goes on to where a re-export comes from.
func (p *Project) follow(f *File, e Export, seen map[exportKey]bool) (*File, Export, bool) {
	if e.From == "" {
		return f, e, true
	}
	path, ok := p.Resolve(f, e.From)
	if !ok {
		return f, e, true
	}
	if target := p.File(path); target != nil {
		return p.lookup(target, e.Name, seen)
	}
	return f, e, true
}

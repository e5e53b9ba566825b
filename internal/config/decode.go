package config

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/authlint/authlint/internal/nearest"
)

// Parse reads the text of a configuration. The error names every fault with its
// line and column.
func Parse(text, shown string) (*Config, error) {
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return nil, fmt.Errorf("%s: it is not text in UTF-8, so no YAML", shown)
	}
	d := &decoder{shown: shown, anchors: map[string]ast.Node{}}
	c := &Config{Preset: "", base: "."}
	file, err := parser.ParseBytes([]byte(strings.TrimPrefix(text, "\ufeff")), 0)
	if err != nil {
		return nil, d.syntax(err)
	}
	if len(file.Docs) > 1 && file.Docs[1].Body != nil {
		d.fault(file.Docs[1].Body.GetToken(), "a second document; a configuration is one")
	}
	if len(file.Docs) > 0 && file.Docs[0].Body != nil {
		d.value(file.Docs[0].Body, reflect.ValueOf(c).Elem(), "the configuration")
	}
	return c, errors.Join(d.faults...)
}

// A decoder fills values from a tree. The library's own decoder stops at the
// first fault, and does not know which key was meant.
type decoder struct {
	shown   string
	faults  []error
	anchors map[string]ast.Node
}

func (d *decoder) fault(at *token.Token, format string, args ...any) {
	place := d.shown
	if at != nil && at.Position != nil {
		place = fmt.Sprintf("%s:%d:%d", d.shown, at.Position.Line, at.Position.Column)
	}
	d.faults = append(d.faults, fmt.Errorf("%s: %s", place, fmt.Sprintf(format, args...)))
}

func (d *decoder) syntax(err error) error {
	var y yaml.Error
	if !errors.As(err, &y) {
		return fmt.Errorf("%s: it is no YAML: %w", d.shown, err)
	}
	d.fault(y.GetToken(), "it is no YAML: %s", y.GetMessage())
	return d.faults[0]
}

// resolve follows anchors and aliases.
func (d *decoder) resolve(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.AnchorNode:
		d.anchors[n.Name.GetToken().Value] = n.Value
		return n.Value
	case *ast.AliasNode:
		if to, ok := d.anchors[n.Value.GetToken().Value]; ok {
			return to
		}
		d.fault(n.GetToken(), "there is no anchor &%s before this", n.Value.GetToken().Value)
		return nil
	}
	return n
}

// value fills v; name is what messages call it.
func (d *decoder) value(n ast.Node, v reflect.Value, name string) {
	n = d.resolve(n)
	if n == nil {
		return
	}
	if isNull(n) {
		return // a key whose lines are all commented out
	}
	if s, ok := v.Addr().Interface().(scalar); ok {
		d.scalar(n, s, name)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(n, v, name)
	case reflect.Map:
		d.mapping(n, v, name)
	case reflect.Slice:
		d.list(n, v, name)
	case reflect.Bool:
		b, ok := n.(*ast.BoolNode)
		if !ok {
			d.fault(n.GetToken(), "%s is true or false", name)
			return
		}
		v.SetBool(b.Value)
	}
}

func (d *decoder) scalar(n ast.Node, s scalar, name string) {
	var text string
	switch n := n.(type) {
	case *ast.StringNode:
		text = n.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		text = n.GetToken().Value
	default:
		d.fault(n.GetToken(), "%s is one word, not %s", name, kind(n))
		return
	}
	if err := s.read(text); err != nil {
		d.fault(n.GetToken(), "%v", err)
	}
}

func isNull(n ast.Node) bool {
	_, null := n.(*ast.NullNode)
	return null
}

func kind(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "keys with values"
	case *ast.SequenceNode:
		return "a list"
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return "one word"
	}
	return "this"
}

// pairs returns the entries of a mapping.
func (d *decoder) pairs(n ast.Node, name string) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	d.fault(n.GetToken(), "%s has keys with values (key: value), not %s", name, kind(n))
	return nil
}

func (d *decoder) structure(n ast.Node, v reflect.Value, name string) {
	pairs := d.pairs(n, name)
	seen := map[string]bool{}
	for _, p := range pairs {
		key := p.Key.GetToken().Value
		i, ok := fields(v.Type())[key]
		if !ok {
			d.fault(p.Key.GetToken(), "there is no key %q%s", key, meant(key, v.Type()))
			continue
		}
		seen[key] = true
		if k := v.Field(i).Kind(); isNull(p.Value) && k != reflect.Slice && k != reflect.Map {
			d.fault(p.Key.GetToken(), "%s has no value", key)
			continue
		}
		d.value(p.Value, v.Field(i), key)
	}
	for _, f := range reflect.VisibleFields(v.Type()) {
		if key := f.Tag.Get("yaml"); f.Tag.Get("required") != "" && !seen[key] && pairs != nil {
			d.fault(n.GetToken(), "%s needs the key %s", name, key)
		}
	}
}

// fields maps the keys of a structure to its fields.
func fields(t reflect.Type) map[string]int {
	out := map[string]int{}
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("yaml"); key != "" {
			out[key] = i
		}
	}
	return out
}

// keys returns the keys of a structure in their order.
func keys(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("yaml"); key != "" {
			out = append(out, key)
		}
	}
	return out
}

func meant(key string, t reflect.Type) string {
	if hint := nearest.Hint(key, keys(t)); hint != "" {
		return hint
	}
	return "; the keys are " + strings.Join(keys(t), ", ")
}

func (d *decoder) mapping(n ast.Node, v reflect.Value, name string) {
	v.Set(reflect.MakeMap(v.Type()))
	for _, p := range d.pairs(n, name) {
		key, val := reflect.New(v.Type().Key()), reflect.New(v.Type().Elem())
		if err := key.Interface().(scalar).read(p.Key.GetToken().Value); err != nil {
			d.fault(p.Key.GetToken(), "%v", err)
			continue
		}
		if isNull(p.Value) {
			d.fault(p.Key.GetToken(), "%s has no value", p.Key.GetToken().Value)
			continue
		}
		faults := len(d.faults)
		d.value(p.Value, val.Elem(), "what "+p.Key.GetToken().Value+" is set to")
		if k, ok := val.Interface().(keyed); ok && len(d.faults) == faults {
			if err := k.fits(p.Key.GetToken().Value); err != nil {
				d.fault(p.Key.GetToken(), "%v", err)
			}
		}
		v.SetMapIndex(key.Elem(), val.Elem())
	}
}

func (d *decoder) list(n ast.Node, v reflect.Value, name string) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.fault(n.GetToken(), "%s is a list; write each value in a line of its own behind a dash", name)
		return
	}
	for _, item := range seq.Values {
		x := reflect.New(v.Type().Elem())
		if isNull(item) {
			d.fault(item.GetToken(), "an empty value in %s; leave it out", name)
			continue
		}
		d.value(item, x.Elem(), "a value of "+name)
		v.Set(reflect.Append(v, x.Elem()))
	}
}

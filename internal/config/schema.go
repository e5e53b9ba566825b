package config

import (
	"encoding/json"
	"reflect"
)

// SchemaURL is where editors find the schema.
const SchemaURL = "https://raw.githubusercontent.com/authlint/authlint/main/docs/authlint.schema.json"

// Schema returns the JSON Schema of the configuration, made of the Go types that
// it is read into.
func Schema() ([]byte, error) {
	s := schemaOf(reflect.TypeFor[Config]())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["$id"] = SchemaURL
	s["title"] = "Configuration of authlint, " + Name
	out, err := json.MarshalIndent(s, "", "  ")
	return append(out, '\n'), err
}

func schemaOf(t reflect.Type) map[string]any {
	if s, ok := reflect.New(t).Interface().(scalar); ok {
		return s.schema()
	}
	switch t.Kind() {
	case reflect.Struct:
		return structSchema(t)
	case reflect.Map:
		out := map[string]any{
			"type": []string{"object", "null"}, "propertyNames": schemaOf(t.Key()), "additionalProperties": schemaOf(t.Elem()),
		}
		if k, ok := reflect.New(t.Elem()).Interface().(keyed); ok {
			out["patternProperties"] = k.keyed()
		}
		return out
	case reflect.Slice:
		return map[string]any{"type": []string{"array", "null"}, "items": schemaOf(t.Elem())}
	}
	return map[string]any{"type": "boolean"}
}

func structSchema(t reflect.Type) map[string]any {
	properties := map[string]any{}
	var required []string
	for i := range t.NumField() {
		f := t.Field(i)
		key := f.Tag.Get("yaml")
		if key == "" {
			continue
		}
		p := schemaOf(f.Type)
		p["description"] = f.Tag.Get("doc")
		properties[key] = p
		if f.Tag.Get("required") != "" {
			required = append(required, key)
		}
	}
	out := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if required != nil {
		out["required"] = required
	}
	return out
}

package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/lint"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// fullRun has every member of the output in use.
func fullRun(t *testing.T) *Run {
	r, span := newRun(t, map[string]string{"web/a.ts": "a\nsend(<token>)\n"})
	at := span("web/a.ts", "<token>")
	r.Findings = []rule.Finding{
		{
			Rule: "missing-bearer", Severity: rule.Error, At: at, Message: "m <&>", Help: "h",
			Related: []rule.Related{{At: at, Message: "here"}},
			Fixes:   []rule.Fix{{Message: "Put it", Safe: true, Edits: []authflow.Edit{{At: at, Text: "x"}}}},
		},
		{Rule: "suppression", Severity: rule.Advice, At: at, Message: "m"},
	}
	r.Problems = []source.Problem{{Kind: source.Load, Message: "m"}, {Kind: source.Parse, File: at.File, Message: "m"}}
	r.Suppressed, r.Files = 3, lint.Files{Go: 1, TypeScript: 2, Parsed: 2, Skipped: 1}
	return r
}

func (r *Run) json(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.JSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSON(t *testing.T) {
	r := fullRun(t)
	r.Findings = r.Findings[:1]
	want := `{
  "version": 1,
  "tool": {
    "name": "authlint",
    "version": "0.1.0"
  },
  "findings": [
    {
      "rule": "missing-bearer",
      "severity": "error",
      "message": "m <&>",
      "help": "h",
      "file": "web/a.ts",
      "start": {
        "line": 2,
        "column": 6,
        "offset": 7
      },
      "end": {
        "line": 2,
        "column": 13,
        "offset": 14
      },
      "related": [
        {
          "file": "web/a.ts",
          "start": {
            "line": 2,
            "column": 6,
            "offset": 7
          },
          "end": {
            "line": 2,
            "column": 13,
            "offset": 14
          },
          "message": "here"
        }
      ],
      "fixes": [
        {
          "message": "Put it",
          "safe": true,
          "edits": [
            {
              "file": "web/a.ts",
              "start": {
                "line": 2,
                "column": 6,
                "offset": 7
              },
              "end": {
                "line": 2,
                "column": 13,
                "offset": 14
              },
              "text": "x"
            }
          ]
        }
      ],
      "url": "https://github.com/authlint/authlint/blob/main/rules/missingbearer/doc.md",
      "fingerprint": "FINGERPRINT"
    }
  ],
  "problems": [
    {
      "kind": "load",
      "file": "",
      "message": "m"
    },
    {
      "kind": "parse",
      "file": "web/a.ts",
      "message": "m"
    }
  ],
  "summary": {
    "files": {
      "go": 1,
      "ts": 2,
      "parsed": 2,
      "skipped": 1
    },
    "errors": 1,
    "warnings": 0,
    "advice": 0,
    "suppressed": 3,
    "baselined": 0,
    "fixed": 0,
    "duration_ms": 0
  }
}
`
	got := strings.Replace(r.json(t), r.fingerprints(texts{})[0], "FINGERPRINT", 1)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

const schemaPath = "../../docs/output.schema.json"

func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	empty, _ := newRun(t, nil)
	for name, r := range map[string]*Run{"full": fullRun(t), "empty": empty} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(r.json(t)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The schema speaks of every member and of no other.
func TestSchemaIsComplete(t *testing.T) {
	text, err := os.ReadFile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	var schema, output any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(fullRun(t).json(t)), &output); err != nil {
		t.Fatal(err)
	}
	described, written := map[string]bool{}, map[string]bool{}
	walk(schema, func(key string, value any) {
		if properties, ok := value.(map[string]any); ok && key == "properties" {
			for name := range properties {
				described[name] = true
			}
		}
	})
	walk(output, func(key string, _ any) { written[key] = true })
	if !maps.Equal(described, written) {
		t.Errorf("described and written differ:\n%s", cmp.Diff(described, written))
	}
}

func walk(v any, visit func(key string, value any)) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			visit(k, x)
			walk(x, visit)
		}
	case []any:
		for _, x := range v {
			walk(x, visit)
		}
	}
}

func TestFingerprint(t *testing.T) {
	of := func(src string, places ...string) []string {
		r, span := newRun(t, map[string]string{"a.ts": src})
		for _, p := range places {
			r.Findings = append(r.Findings, rule.Finding{Rule: "x", At: span("a.ts", p)})
		}
		return r.fingerprints(texts{})
	}
	before := of("send( token )", "send( token )")[0]
	if moved := of("import y\n\n  send(\n  token)\n", "send(\n  token)")[0]; moved != before {
		t.Error("changes with the line or with white space")
	}
	if other := of("send(other)", "send(other)")[0]; other == before {
		t.Error("does not change with the code")
	}
	if twice := of("send(token)", "send(token)", "send(token)"); twice[0] == twice[1] {
		t.Error("two findings of the same code are not told apart")
	}

	// The second keeps its own when the first is left out as known.
	r, span := newRun(t, map[string]string{"a.ts": "send(token)"})
	r.Findings = []rule.Finding{{Rule: "x", At: span("a.ts", "token")}, {Rule: "x", At: span("a.ts", "token")}}
	second := r.Fingerprint()[1]
	r.Findings = r.Findings[1:]
	if got := r.fingerprints(texts{})[0]; got != second {
		t.Errorf("%s became %s when the first finding was left out", second, got)
	}
}

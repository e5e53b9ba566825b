package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/scope"
	"github.com/authlint/authlint/internal/ts/syntax"
	"github.com/authlint/authlint/internal/ts/value"
)

// streams cannot send a header, so that a token in their URL is no choice.
var streams = []string{"WebSocket", "EventSource", "socket.io"}

// queryTokens lists the parameters of a request's query whose values are holes:
// those in the text of the URL, and the params of axios and Angular.
func (r *reader) queryTokens(q *request, config value.Value) []authflow.QueryToken {
	if slices.Contains(streams, q.client.library) {
		return nil
	}
	var out []authflow.QueryToken
	for _, u := range q.urls {
		text := ""
		for _, p := range u {
			if p.Hole == nil {
				text += p.Text
				continue
			}
			if i := strings.LastIndexAny(text, "?&"); i >= 0 && strings.HasSuffix(text, "=") {
				out = append(out, authflow.QueryToken{At: p.At, Name: text[i+1 : len(text)-1], Hole: p.Hole})
			}
			text = text + "\x00"
		}
	}
	if q.client.library != "axios" && q.client.library != "HttpClient" {
		return out
	}
	params := r.eval.Prop(config, "params", config.File, config.Node)
	if params.Kind != value.Object || params.Node.Kind() != syntax.Object {
		return out
	}
	for m := range params.Node.Elements() {
		name, val := m.Text(), m
		switch m.Kind() {
		case syntax.Pair:
			name, val = scope.PropertyName(m.Child(syntax.FieldKey)), m.Child(syntax.FieldValue)
		case syntax.ShorthandPropertyIdentifier:
		default:
			continue
		}
		if !credential.IsCredentialName(name) {
			continue // evaluate no more than what may matter
		}
		for _, s := range r.eval.Shapes(value.Operand{File: params.File, Node: val, Env: params.Env}) {
			if h := s.Sole(); h != nil {
				out = append(out, authflow.QueryToken{At: params.File.Span(m), Name: name, Hole: h})
				break
			}
		}
	}
	return out
}

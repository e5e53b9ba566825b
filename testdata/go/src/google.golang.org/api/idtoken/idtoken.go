// Package idtoken is a stub: what the analyzers need of Google's ID tokens.
package idtoken

type Payload struct {
	Subject string
	Claims  map[string]any
}

func ParsePayload(token string) (*Payload, error) { return nil, nil }

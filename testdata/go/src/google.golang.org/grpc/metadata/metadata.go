// Package metadata is a stub of gRPC's.
package metadata

import "context"

type MD map[string][]string

func (md MD) Set(name string, values ...string) {}

func (md MD) Append(name string, values ...string) {}

func New(map[string]string) MD { return nil }

func Pairs(...string) MD { return nil }

func AppendToOutgoingContext(ctx context.Context, kv ...string) context.Context { return ctx }

func NewOutgoingContext(ctx context.Context, md MD) context.Context { return ctx }

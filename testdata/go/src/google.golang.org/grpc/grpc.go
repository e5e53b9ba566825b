// Package grpc is a stub of gRPC's.
package grpc

import (
	"context"

	"google.golang.org/grpc/credentials"
)

type ClientConn struct{}

type DialOption interface{ apply() }

func NewClient(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }

func Dial(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }

func DialContext(ctx context.Context, target string, opts ...DialOption) (*ClientConn, error) {
	return nil, nil
}

func WithInsecure() DialOption { return nil }

func WithBlock() DialOption { return nil }

func WithTransportCredentials(creds credentials.TransportCredentials) DialOption { return nil }

func WithPerRPCCredentials(creds credentials.PerRPCCredentials) DialOption { return nil }

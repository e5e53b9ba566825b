// Package credentials is a stub of gRPC's.
package credentials

import (
	"context"
	"crypto/tls"
	"crypto/x509"
)

type TransportCredentials interface{ Info() string }

type PerRPCCredentials interface {
	GetRequestMetadata(ctx context.Context, uri ...string) (map[string]string, error)
	RequireTransportSecurity() bool
}

func NewTLS(c *tls.Config) TransportCredentials { return nil }

func NewClientTLSFromCert(cp *x509.CertPool, name string) TransportCredentials { return nil }

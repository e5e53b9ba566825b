// Package securityprovider is a stub of oapi-codegen's.
package securityprovider

type SecurityProviderBearerToken struct{}

type SecurityProviderBasicAuth struct{}

func NewSecurityProviderBearerToken(token string) (*SecurityProviderBearerToken, error) {
	return nil, nil
}

func NewSecurityProviderBasicAuth(user, password string) (*SecurityProviderBasicAuth, error) {
	return nil, nil
}

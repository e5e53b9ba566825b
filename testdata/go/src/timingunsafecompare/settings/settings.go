// Package settings holds what the other packages are configured with.
package settings

type Values struct{ APIKey string }

var (
	AdminToken string
	Auth       struct{ Secret string }
	current    Values
)

func Config() *Values { return &current }

package credential

import "testing"

func TestIsRefreshTokenName(t *testing.T) {
	for name, want := range map[string]bool{
		"refreshToken": true, "refresh_token": true, "RefreshToken": true,
		"REFRESH_ACCESS_TOKEN": false, "refreshAccessToken": false, "/token/refresh": false, "accessToken": false, "": false,
	} {
		if got := IsRefreshTokenName(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

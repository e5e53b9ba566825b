package credential

import "testing"

func TestExpiryNames(t *testing.T) {
	for name, want := range map[string][3]bool{
		"expires_in": {true, true, true}, "tokenExpiry": {true, true, true}, "access_token_exp": {true, true, true},
		"cacheExpiry": {false, true, true}, "TokenExpiredError": {false, true, true}, "isStale": {false, true, true},
		"IsValid": {false, false, true}, "export": {}, "experience": {}, "validate": {}, "": {},
	} {
		if got := [3]bool{IsExpiryName(name), SpeaksOfExpiry(name), AsksAge(name)}; got != want {
			t.Errorf("IsExpiryName, SpeaksOfExpiry, AsksAge(%q) = %v, want %v", name, got, want)
		}
	}
}

package tshttp

import "testing"

// Which files are read for the stores alone, and which callers of wrappers.
func TestStorageWords(t *testing.T) {
	for src, want := range map[string]bool{
		"localStorage.setItem('token', t)":                              true,
		"localStorage.setItem(\n  TOKEN_KEY,\n  value)":                 true,
		"localStorage.token = x":                                        true,
		"localStorage?.getItem(key) // token":                           true,
		"sessionStorage[key] = token":                                   true,
		"persist(() => localStorage), token":                            true,
		"localStorage.setItem('theme', x); const token = 1":             false,
		"localStorage.setItem(key, x)":                                  false, // speaks of no token
		"// cached in localStorage and read again\nconst token = 1":     false,
		"expect(localStorage.getItem('token'))":                         false,
		"const theme = sessionStorage.getItem(\"theme\") // no token":   false,
		"localStorage.clear(); const token = sessionStorage.length + 1": false,
	} {
		if got := storesTokens([]byte(src)); got != want {
			t.Errorf("storesTokens(%q) = %v", src, got)
		}
	}
	for src, want := range map[string]bool{
		"import { read } from './store'\nread('token')":      true,
		"read<string>(\n  KEYS.session)":                     true,
		"read(ACCESS_KEY)":                                   true,
		"import { read } from './store'\nread('theme')":      false,
		"read(snapshotKey); const token = 1":                 false,
		"import { read } from './tokens'\nread('theme')":     false,
		"expect(read('token')).toBe(null)":                   false,
		"import { other } from './store'\nother('token', 1)": false,
	} {
		if got := passesKey([]byte(src), "read"); got != want {
			t.Errorf("passesKey(%q) = %v", src, got)
		}
	}
}

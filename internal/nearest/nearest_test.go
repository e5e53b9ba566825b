package nearest

import "testing"

func TestOf(t *testing.T) {
	names := []string{"missing-bearer", "bearer-spacing", "missing-credentials", "recommended", "strict", "json", "text"}
	tests := []struct{ misspelt, want string }{
		{"missing-baerer", "missing-bearer"},    // swapped
		{"missingbearer", "missing-bearer"},     // without hyphens
		{"Missing_Bearer", "missing-bearer"},    // another habit of writing
		{"bearer-spaceing", "bearer-spacing"},   // a letter more
		{"missing-cred", "missing-credentials"}, // cut short
		{"recomended", "recommended"},           // a letter less
		{"jsn", "json"},                         //
		{"sarif", ""},                           // like none
		{"x", ""},                               //
		{"", ""},                                //
	}
	for _, tt := range tests {
		got, ok := Of(tt.misspelt, names)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("Of(%q) = %q, %v; want %q", tt.misspelt, got, ok, tt.want)
		}
	}
}

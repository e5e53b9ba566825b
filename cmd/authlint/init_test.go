package main

import (
	"regexp"
	"testing"

	"github.com/authlint/authlint/internal/config"
)

// What init writes is a configuration, and still is one when all that it
// proposes is taken.
func TestInitConfiguration(t *testing.T) {
	for _, l := range []look{{golang: 1}, {typescript: 1, module: "./src/http", library: "ky"}, {golang: 1, typescript: 2, module: "@/http", library: "axios", clients: []string{"axios"}}} {
		text := l.configuration()
		if _, err := config.Parse(text, "written"); err != nil {
			t.Errorf("%v in:\n%s", err, text)
		}
		all := regexp.MustCompile(`(?m)^  # `).ReplaceAllString(text, "  ")
		c, err := config.Parse(all, "proposed")
		if err != nil || len(c.Overrides) != 1 || len(c.RawTokenHosts) != 1 || len(c.Exclude) != 2 || len(c.Schemes) != 1 {
			t.Errorf("%+v, %v in:\n%s", c, err, all)
		}
	}
}

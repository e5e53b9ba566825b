// Package tint makes colours that are on or off as a run says, whatever the
// process's own output is.
package tint

import "github.com/fatih/color"

// Maker returns what makes colours of attributes, which do nothing where on is
// false.
func Maker(on bool) func(attributes ...color.Attribute) *color.Color {
	return func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
}

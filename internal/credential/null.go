package credential

// Nullish returns the value behind a scheme that may be null or undefined, so
// that "Bearer null" is sent, and whether there is one that nothing tests.
func (own Schemes) Nullish(s Shape) (Hole, bool) {
	v := own.Parse(s)
	if !own.Known(v.Scheme.text) {
		return Hole{}, false
	}
	for _, p := range v.Credentials {
		if h := p.Hole; h != nil {
			return *h, h.MayBeNull && !h.Tested && !h.Promise
		}
	}
	return Hole{}, false
}

// NullText is what a hole that may be null reads as in a string.
func (h Hole) NullText() string {
	if h.Undefined {
		return "undefined"
	}
	return "null"
}

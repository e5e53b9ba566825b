package authflow

// A NullFate is what a client makes of a header whose value is null or undefined.
type NullFate uint8

const (
	NullUnknown NullFate = iota
	// NullText: it is sent, as the text "null" or "undefined".
	NullText
	// NullThrows: the client throws, and nothing is sent.
	NullThrows
)

// NullFate tells what becomes of the value that Null names. Fetch and
// XMLHttpRequest make a string of either (Web IDL "ByteString"); ky and Apollo
// leave undefined out and hand null to fetch; axios leaves both out.
func (w *HeaderWrite) NullFate() NullFate {
	if w.Null == "" {
		return NullUnknown
	}
	switch w.Sender {
	case "fetch", "$fetch", "XMLHttpRequest":
		return NullText
	case "ky", "Apollo":
		if w.Null == "null" {
			return NullText
		}
	case "got":
		if w.Null == "null" {
			return NullThrows
		}
	case "HttpClient":
		return NullThrows
	}
	return NullUnknown
}

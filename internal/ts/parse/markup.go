package parse

import (
	"bytes"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
)

// A Comment is a <!-- comment --> of a markup file.
type Comment struct {
	// Start and End are the byte offsets of the whole comment.
	Start, End int
	// Text is what stands between <!-- and -->.
	Text string
	// Until is the end of the script that the comment stands above; 0 where it stands
	// above none.
	Until int
}

// Mask returns a copy of a markup file, of the same length, in which all that
// is not script is blank: an offset in the one is the same place in the other.
// Line ends stay, and a ";" follows each script, so that two of them are not
// read as one statement.
//
// A Vue, Svelte or HTML file's scripts are its <script> elements with code of
// their own in JavaScript or TypeScript; an Astro file's front matter is one
// more. lang is the language that reads all of them: "ts" or "tsx" where one
// is so marked, "js" otherwise, "" if there is no script.
//
// Code in attributes and in template expressions is not looked for.
func Mask(path string, src []byte) (masked []byte, lang string) {
	masked = bytes.Clone(src)
	for i, c := range masked {
		if c != '\n' && c != '\r' {
			masked[i] = ' '
		}
	}
	for _, s := range scan(path, src).scripts {
		copy(masked[s.start:s.end], src[s.start:s.end])
		if s.end < len(masked) {
			masked[s.end] = ';'
		}
		lang = widest(lang, s.lang)
	}
	return masked, lang
}

// MarkupComments returns the comments of a markup file that are not part of a
// script, in order.
func MarkupComments(path string, src []byte) []Comment {
	p := scan(path, src)
	for i := range p.comments {
		c := &p.comments[i]
		for _, s := range p.scripts {
			if c.End < s.start && isTag(string(src[c.End:s.start])) {
				c.Until = s.end
			}
		}
	}
	return p.comments
}

// isTag reports whether a text is one opening tag with blanks around it.
func isTag(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "<") && strings.IndexByte(s, '>') == len(s)-1
}

// widest returns the language that also reads the other.
func widest(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	case a == "js" && b == "ts", a == "ts" && b == "js":
		return "ts"
	}
	// One of them has JSX, the other has types.
	return "tsx"
}

// A script is the code between the tags of a script element.
type script struct {
	start, end int
	lang       string
}

// A page is what is of interest in a markup file.
type page struct {
	scripts  []script
	comments []Comment
}

// A dialect says where a kind of markup differs from HTML.
type dialect struct {
	// components: tags in upper case are components, <title/> has no content.
	components bool
	// blocks: the top level is a list of blocks, and only a <template> without
	// lang has markup in it.
	blocks bool
	// frontMatter: the file may begin with code between two lines of "---".
	frontMatter bool
	// lang is the language of a script that does not name one.
	lang string
}

func dialectOf(path string) dialect {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".vue":
		return dialect{components: true, blocks: true, lang: "js"}
	case ".svelte":
		return dialect{components: true, lang: "js"}
	case ".astro":
		return dialect{components: true, frontMatter: true, lang: "ts"}
	}
	return dialect{lang: "js"}
}

// scan finds the scripts and comments of a markup file. It has to be exact
// about offsets, which the tokenizer does not give: they are the sum of the
// lengths of its raw tokens.
func scan(path string, src []byte) page {
	var p page
	d := dialectOf(path)
	at := 0
	if d.frontMatter {
		if start, end, ok := frontMatter(src); ok {
			p.scripts = append(p.scripts, script{start, end, d.lang})
			// Past the closing "---".
			at = end + len("---")
		}
	}
	z := html.NewTokenizer(bytes.NewReader(src[at:]))
	depth, unclosed := 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return p
		}
		start := at
		at += len(z.Raw())
		switch kind {
		case html.CommentToken:
			text := string(src[start:at])
			if strings.HasPrefix(text, "<!--") {
				text = strings.TrimSuffix(strings.TrimPrefix(text, "<!--"), "-->")
				p.comments = append(p.comments, Comment{Start: start, End: at, Text: text})
			}
		case html.EndTagToken:
			depth = max(depth-1, 0)
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := tagOf(z, src[start:at])
			tag.component = tag.component && d.components
			if tag.component || d.components && kind == html.SelfClosingTagToken {
				// The tokenizer takes <Title> and <textarea/> for elements
				// whose content is text, up to an end tag that never comes.
				z.NextIsNotRawText()
			}
			if kind == html.SelfClosingTagToken && d.components {
				continue
			}
			if tag.name == "script" && !tag.component {
				end, ok := endOfRaw(src, at, tag.name)
				if !ok {
					end = len(src)
				}
				if lang, ok := tag.language(d.lang); ok {
					p.scripts = append(p.scripts, script{at, end, lang})
				}
				// Starting over at the end tag keeps "<!--" in a script from
				// hiding it.
				at = end
				z = html.NewTokenizer(bytes.NewReader(src[at:]))
				depth++
				continue
			}
			if d.blocks && depth == 0 && (tag.name != "template" || !tag.markup()) && unclosed < maxUnclosed {
				// A template in pug, a style, a custom block: whatever is in
				// there, it is not markup.
				if end, ok := endOfRaw(src, at, tag.name); ok {
					at = end
					z = html.NewTokenizer(bytes.NewReader(src[at:]))
				} else {
					unclosed++
				}
			}
			if !void[tag.name] || tag.component {
				depth++
			}
		}
	}
}

// maxUnclosed bounds the blocks whose end is looked for in vain, as each costs
// a pass over the rest of the file.
const maxUnclosed = 16

// void elements have no end tag.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// endOfRaw returns the offset of the next end tag of that name.
func endOfRaw(src []byte, from int, name string) (at int, ok bool) {
	for at = from; ; {
		i := bytes.Index(src[at:], []byte("</"))
		if i < 0 {
			return 0, false
		}
		at += i
		rest := src[at+len("</"):]
		if len(rest) > len(name) && strings.EqualFold(string(rest[:len(name)]), name) &&
			bytes.IndexByte([]byte(" \t\r\n\f/>"), rest[len(name)]) >= 0 {
			return at, true
		}
		at += len("</")
	}
}

// frontMatter returns the range of the code between the "---" lines that an
// Astro file begins with.
func frontMatter(src []byte) (start, end int, ok bool) {
	body := bytes.TrimPrefix(src, []byte("\ufeff"))
	body = bytes.TrimLeft(body, " \t\r\n")
	if !bytes.HasPrefix(body, []byte("---")) {
		return 0, 0, false
	}
	start = len(src) - len(body) + len("---")
	for at := start; ; {
		i := bytes.Index(src[at:], []byte("\n---"))
		if i < 0 {
			return 0, 0, false
		}
		at += i + 1
		if line, _, _ := bytes.Cut(src[at+len("---"):], []byte("\n")); len(bytes.TrimSpace(line)) == 0 {
			return start, at, true
		}
	}
}

// A tag is a start tag.
type tag struct {
	name string
	// component: the name begins in upper case, as a component's does.
	component bool
	// attrs are those that say what a block is written in.
	attrs map[string]string
}

func tagOf(z *html.Tokenizer, raw []byte) tag {
	name, more := z.TagName()
	t := tag{name: string(name), component: len(raw) > 1 && 'A' <= raw[1] && raw[1] <= 'Z'}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "lang", "type", "src":
			if t.attrs == nil {
				t.attrs = make(map[string]string)
			}
			t.attrs[string(key)] = strings.ToLower(strings.TrimSpace(string(value)))
		}
	}
	return t
}

// markup reports whether a template is in HTML.
func (t tag) markup() bool {
	lang := t.attrs["lang"]
	return lang == "" || lang == "html"
}

// language returns the language of a script element, and whether its content
// is code at all.
func (t tag) language(byDefault string) (string, bool) {
	if _, ok := t.attrs["src"]; ok {
		return "", false
	}
	switch t.attrs["lang"] {
	case "":
	case "ts", "typescript":
		return "ts", true
	case "tsx":
		return "tsx", true
	case "js", "javascript", "jsx", "babel":
		return "js", true
	default:
		return "", false
	}
	kind, _, _ := strings.Cut(t.attrs["type"], ";")
	switch strings.TrimSpace(kind) {
	case "", "module":
		return byDefault, true
	case "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript",
		"application/x-javascript", "text/babel", "text/jsx":
		return "js", true
	case "text/typescript", "application/typescript", "ts":
		return "ts", true
	}
	// JSON, import maps, templates, shaders.
	return "", false
}

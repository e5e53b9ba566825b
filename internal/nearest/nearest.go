// Package nearest finds the name that someone meant.
package nearest

import "strings"

// Of returns the name that is closest to a misspelt one, and false where none
// is close enough to be a good guess. Case, hyphens and underscores do not
// count. Of names that are equally close the first is taken.
func Of(misspelt string, names []string) (string, bool) {
	want := fold(misspelt)
	if want == "" {
		return "", false
	}
	best, bestDistance := "", -1
	for _, n := range names {
		have := fold(n)
		d := Distance(want, have)
		// Who stops typing half-way means the longer name.
		if d > 1 && len(want) >= 3 && strings.HasPrefix(have, want) {
			d = 1
		}
		if bestDistance < 0 || d < bestDistance {
			best, bestDistance = n, d
		}
	}
	if bestDistance < 0 || bestDistance > max(1, len(want)/3) {
		return "", false
	}
	return best, true
}

// Hint is "; did you mean X?" or empty: the end of a message about a name that
// is not known.
func Hint(misspelt string, names []string) string {
	if n, ok := Of(misspelt, names); ok {
		return "; did you mean " + n + "?"
	}
	return ""
}

var folder = strings.NewReplacer("-", "", "_", "")

func fold(s string) string { return strings.ToLower(folder.Replace(s)) }

// Distance counts the edits between two strings: a letter more, less or other,
// or two neighbours swapped.
func Distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	older, old, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range old {
		old[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			change := old[j-1]
			if s[i-1] != t[j-1] {
				change++
			}
			row[j] = min(change, old[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
		older, old, row = old, row, older
	}
	return old[len(t)]
}

package flow_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/parse"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// The conditions under which send() is reached: a leading ! for one that was
// false.
func TestConditions(t *testing.T) {
	for src, want := range map[string]string{
		`if (a) send()`:                                  "(a)",
		`if (a) x(); else send()`:                        "!(a)",
		`if (a) return; send()`:                          "!(a)",
		`if (a) { x(); throw e } send()`:                 "!(a)",
		`if (a) x(); else return; send()`:                "(a)",
		`if (a) x(); send()`:                             "",
		`if (a) { if (b) send() }`:                       "(b) (a)",
		`a && send()`:                                    "a",
		`a || send()`:                                    "!a",
		`a ? send() : b`:                                 "a",
		`a ? b : send()`:                                 "!a",
		`while (a) send()`:                               "(a)",
		`if (a) return; x.then(() => { if (b) send() })`: "(b) !(a)",
		`switch (a) { case 1: send() }`:                  "(a)",
		`try { if (a) return } catch (e) { send() }`:     "",
		`if (send()) x()`:                                "",
	} {
		tree, problems := parse.Source(context.Background(), "a.ts", []byte("function f() { "+src+" }"))
		if len(problems) > 0 {
			t.Fatal(src, problems)
		}
		call := tree.Deepest(strings.Index(tree.Source(), "send()") + 1).Parent()
		if s := spelled(flow.Conditions(call, tree.Root().First())); s != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, s, want)
		}
	}
}

func TestLeaves(t *testing.T) {
	leaving := []string{
		`return`, `throw x`, `{ x(); return }`, `if (a) return; else throw b`,
		`try { return } finally { x() }`, `try { x() } finally { return }`, `try { return } catch (e) { throw e }`,
	}
	staying := []string{`x()`, `if (a) return`, `if (a) return; else x()`, `try { return } catch (e) { x() }`, `() => { return }`}
	for _, src := range slices.Concat(leaving, staying) {
		tree, _ := parse.Source(context.Background(), "a.ts", []byte("function f() { "+src+" }"))
		var body syntax.Node
		for n := range tree.Root().Descendants() {
			if n.Kind() == syntax.StatementBlock {
				body = n
				break
			}
		}
		if got, want := flow.Leaves(body), slices.Contains(leaving, src); got != want {
			t.Errorf("Leaves(%s) = %v, want %v", src, got, want)
		}
	}
}

// The exits of a function: what is returned or thrown, or what control runs out
// of; behind a slash the conditions.
func TestExits(t *testing.T) {
	for src, want := range map[string]string{
		``:                                       "end {  }",
		`x()`:                                    "end { x() }",
		`return`:                                 "return",
		`return a; return b`:                     "return a",
		`if (a) return b`:                        "return b / (a); end if (a) return b / !(a)",
		`if (a) return b; x()`:                   "return b / (a); end { if (a) return b; x() } / !(a)",
		`if (a) { x() } else throw b`:            "throw b / !(a); end { x() } / (a)",
		`if (a) return b; else { return c }`:     "return b / (a); return c / !(a)",
		`try { throw a } catch (e) { x() }`:      "end { x() }",
		`try { return a } catch (e) { throw e }`: "return a; throw e",
		`try { throw a } finally { x() }`:        "throw a",
		`try { return a } finally { return b }`:  "return b",
		`try { x() } finally { y() }`:            "end { x() }",
		`while (true) { if (a) return b }`:       "return b / (a) (true)",
		`while (a) return b`:                     "return b / (a); end while (a) return b",
		`while (true) { if (a) break }`:          "end break / (a) (true)",
		`for (;;) {}`:                            "",
		`do { return a } while (b)`:              "return a",
		`for (const x of xs) return x`:           "return x; end for (const x of xs) return x",
		`switch (a) { case 1: return b; default: throw c }`:          "return b / (a); throw c",
		`switch (a) { case 1: x(); case 2: return b }`:               "return b / (a); end switch (a) { case 1: x(); case 2: return b }",
		`switch (a) { case 1: break; default: return c }`:            "return c; end break / (a)",
		`outer: for (;;) { for (;;) { break outer } }`:               "end break outer",
		`const g = () => { return 1 }; function h() { return 2 }`:    "end { const g = () => { return 1 }; function h() { return 2 } }",
		`if (a) { if (b) return c } else { while (d) { continue } }`: "return c / (b) (a); end if (b) return c / !(b) (a); end while (d) { continue } / !(a)",
	} {
		tree, problems := parse.Source(context.Background(), "a.ts", []byte("function f() { "+src+" }"))
		if len(problems) > 0 {
			t.Fatal(src, problems)
		}
		fn := tree.Root().First()
		names := []string{"return", "throw", "end"}
		var got []string
		for _, e := range flow.Exits(fn) {
			text := names[e.Kind]
			if v := e.Value(); v.OK() {
				text += " " + v.Text()
			} else if e.Kind == flow.RunsOut {
				text += " " + strings.TrimSuffix(e.Node.Text(), ";")
			}
			if cs := spelled(e.Conditions(fn)); cs != "" {
				text += " / " + cs
			}
			got = append(got, text)
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
}

func spelled(cs []flow.Condition) string {
	var out []string
	for _, c := range cs {
		text := c.Expr.Text()
		if !c.Holds {
			text = "!" + text
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

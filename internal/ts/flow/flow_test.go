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
		var got []string
		for _, c := range flow.Conditions(call, tree.Root().First()) {
			text := c.Expr.Text()
			if !c.Holds {
				text = "!" + text
			}
			got = append(got, text)
		}
		if s := strings.Join(got, " "); s != want {
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

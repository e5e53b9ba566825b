package flow_test

import (
	"context"
	"strings"
	"testing"

	"github.com/authlint/authlint/internal/ts/flow"
	"github.com/authlint/authlint/internal/ts/parse"
	"github.com/authlint/authlint/internal/ts/syntax"
)

// take() takes, give() gives back, fail() is refused for sure, safe() never, of
// any other call it is not known. The exits with what is still held: their kind
// and the line of the code, "late" where something was awaited.
func TestLeaks(t *testing.T) {
	called := func(n syntax.Node, name string) bool { return n.Kind() == syntax.CallExpression && n.Text() == name }
	h := flow.Hold{
		Takes:   func(n syntax.Node) bool { return called(n, "take()") },
		Gives:   func(n syntax.Node) bool { return called(n, "give()") },
		GivesIn: func(n syntax.Node) bool { return n.Text() == "give" },
		Fails: func(n syntax.Node) (bool, bool) {
			name := n.Child(syntax.FieldFunction).Text()
			return name == "fail", name == "fail" || name == "safe"
		},
	}
	for src, want := range map[string]string{
		`take(); give()`: "",
		`take()`:         "ended",
		`take(); for (;;) { if (a) { give(); return } }`:               "",
		`take(); for (;;) { if (a) break } give()`:                     "",
		`take(); while (true) { if (a) break; give(); return }`:        "ended",
		`take(); while (a) { give() }`:                                 "ended",
		`take(); do { give() } while (a)`:                              "",
		`outer: for (;;) { take(); for (;;) { give(); break outer } }`: "",
		`outer: for (;;) { take(); for (;;) { break outer } }`:         "ended",
		`out: { take(); if (a) break out; give() }`:                    "ended",
		`outer: do { take(); for (;;) { continue outer } } while (a)`:  "ended",
		`take(); try { x() } finally { return }`:                       "returned",
		`take(); try { return a } finally { give(); return b }`:        "",
		`take(); return`:                                                                              "returned",
		`if (a) return; take(); give()`:                                                               "",
		`take(); if (a) return b; give()`:                                                             "returned",
		`take(); return Promise.reject(a)`:                                                            "thrown",
		`take(); try { return Promise.reject(a) } catch (e) { give() }`:                               "thrown",
		`take(); return fail()`:                                                                       "returned",
		`take(); throw a`:                                                                             "thrown",
		`take(); if (a) give()`:                                                                       "ended",
		`take(); if (a) give(); else { give(); return }`:                                              "",
		`take(); try { throw a } catch (e) { give() }`:                                                "",
		`take(); try { throw a } catch (e) { log(e) } `:                                               "ended",
		`take(); try { return a } finally { give() }`:                                                 "",
		`take(); try { await x(); give() } catch (e) { throw e }`:                                     "thrown late",
		`take(); try { await safe(); give() } catch (e) { give(); throw e }`:                          "",
		`take(); await fail(); give()`:                                                                "failed late",
		`take(); await safe(); give()`:                                                                "",
		`take(); await other(); give()`:                                                               "",
		`take(); await fail().finally(() => give())`:                                                  "",
		`take(); await fail().finally(give)`:                                                          "",
		`take(); fail().then(() => { give() })`:                                                       "failed late",
		`take(); fail().then(() => { give() }).catch(() => give())`:                                   "",
		`take(); fail().then(() => { give() }, () => give())`:                                         "",
		`take(); fail().then(() => { give() }, (e) => log(e))`:                                        "ended late",
		`take(); other().then(() => give())`:                                                          "",
		`take(); return fail().then((t) => { give(); return t })`:                                     "failed late",
		`take(); return fail().then((t) => { give(); return t }).catch((e) => { throw e })`:           "failed late",
		`take(); return other().then((t) => { give(); return t }).catch((e) => { log(e) })`:           "returned late",
		`take(); return new Promise((ok, no) => { fail().then(ok).catch(no).finally(() => give()) })`: "",
		`take(); return new Promise((ok, no) => { fail().then((t) => { give(); ok(t) }, no) })`:       "ended late",
		`take(); return fail().pipe(switchMap((t) => { give(); return next() }))`:                     "failed late",
		`take(); return fail().pipe(switchMap((t) => { give(); return next() }), catchError((e) => { give(); return no() }))`: "",
		`take(); return fail().pipe(tap(() => x()), finalize(() => { give() }))`:                                              "",
		`take(); fail().subscribe({ next: () => { give() }, error: () => { give() } })`:                                       "",
		`take(); fail().subscribe(() => { give() })`:                                                                          "failed late",
		`take(); lock.run(async () => { give() })`:                                                                            "",
		`switch (a) { case 1: take(); break; default: return } give()`:                                                        "",
		`take(); switch (a) { case 1: give(); break; case 2: give(); return } `:                                               "ended",
		`take(); for (const x of xs) { if (x) return } give()`:                                                                "returned",
		`take(); (async () => { try { await fail() } finally { give() } })()`:                                                 "",
		`take(); (async () => { await fail(); give() })()`:                                                                    "failed late",
	} {
		tree, problems := parse.Source(context.Background(), "a.ts", []byte("async function f() { "+src+" }"))
		if len(problems) > 0 {
			t.Fatal(src, problems)
		}
		var got []string
		for _, x := range h.Leaks(tree.Root().First()) {
			s := [...]string{"returned", "thrown", "failed", "ended"}[x.Kind]
			if x.Late {
				s += " late"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, s, want)
		}
	}
}

// Finally inside finally is followed in bounded time.
func TestNestedFinally(t *testing.T) {
	const deep = 60
	src := "function f() { take(); " + strings.Repeat("try { if (a) return b } finally { ", deep) + "give()" + strings.Repeat(" }", deep) + " }"
	tree, problems := parse.Source(context.Background(), "a.ts", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	h := flow.Hold{
		Takes:   func(n syntax.Node) bool { return n.Text() == "take()" },
		Gives:   func(n syntax.Node) bool { return n.Text() == "give()" },
		GivesIn: func(syntax.Node) bool { return false },
		Fails:   func(syntax.Node) (bool, bool) { return false, true },
	}
	fn := tree.Root().First()
	if got := h.Leaks(fn); len(got) > 0 {
		t.Errorf("%d leaks, want none: the innermost gives back on every way", len(got))
	}
	if got := len(flow.Exits(fn)); got != deep+1 {
		t.Errorf("%d exits, want %d", got, deep+1)
	}
}

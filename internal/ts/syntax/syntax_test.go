package syntax

import (
	"slices"
	"testing"
)

// A small tree by hand, as the parser would fill it:
//
//	async f(a, /* b */ -c)
//	0      call_expression
//	1        async
//	2        identifier f     (function)
//	3        arguments        (arguments)
//	4          identifier a
//	5          comment
//	6          unary_expression
//	7            operator -   (operator)
//	8            identifier c (argument)
const source = "async f(a, /* b */ -c)"

func sample() *Tree {
	return NewTree(source, []Row{
		{Kind: CallExpression, Start: 0, End: 22, Parent: -1, Next: 9, Flags: FlagBroken},
		{Kind: Async, Start: 0, End: 5, Parent: 0, Next: 2},
		{Kind: Identifier, Field: FieldFunction, Start: 6, End: 7, Parent: 0, Next: 3},
		{Kind: Arguments, Field: FieldArguments, Start: 7, End: 22, Parent: 0, Next: 9},
		{Kind: Identifier, Start: 8, End: 9, Parent: 3, Next: 5},
		{Kind: Comment, Start: 11, End: 18, Parent: 3, Next: 6},
		{Kind: UnaryExpression, Start: 19, End: 21, Parent: 3, Next: 9, Flags: FlagCut},
		{Kind: Operator, Field: FieldOperator, Start: 19, End: 20, Parent: 6, Next: 8},
		{Kind: Identifier, Field: FieldArgument, Start: 20, End: 21, Parent: 6, Next: 9},
	})
}

func ids(seq func(func(Node) bool)) []int32 {
	var out []int32
	for n := range seq {
		out = append(out, n.ID())
	}
	return out
}

func TestNode(t *testing.T) {
	tree := sample()
	call := tree.Root()
	args := call.Child(FieldArguments)
	unary := tree.At(6)

	for _, test := range []struct {
		name      string
		got, want any
	}{
		{"Len", tree.Len(), 9},
		{"Source", tree.Source(), source},
		{"Kind", call.Kind(), CallExpression},
		{"Is", call.Is(NewExpression, CallExpression), true},
		{"Is not", call.Is(NewExpression), false},
		{"Text", args.Text(), "(a, /* b */ -c)"},
		{"Field", args.Field(), FieldArguments},
		{"Start", args.Start(), 7},
		{"End", args.End(), 22},
		{"Tree", args.Tree(), tree},
		{"Parent", args.Parent(), call},
		{"Parent of the root", call.Parent(), Node{}},
		{"First", args.First().Text(), "a"},
		{"First of a leaf", tree.At(8).First(), Node{}},
		{"Next", args.First().Next().Kind(), Comment},
		{"Next of the last", unary.Next(), Node{}},
		{"Next of the last at the end of the table", tree.At(8).Next(), Node{}},
		{"Next of the root", call.Next(), Node{}},
		{"Child that is not there", call.Child(FieldBody), Node{}},
		{"Has", call.Has(Async), true},
		{"Has only direct children", call.Has(UnaryExpression), false},
		{"Operator", unary.Operator(), "-"},
		{"Operator of a call", call.Operator(), ""},
		{"Contains", args.Contains(tree.At(8)), true},
		{"Contains itself", args.Contains(args), true},
		{"Contains not what is before", args.Contains(tree.At(2)), false},
		{"Contains not another tree's", args.Contains(sample().At(8)), false},
		{"Broken", call.Broken(), true},
		{"Broken not", args.Broken(), false},
		{"Cut", unary.Cut(), true},
		{"At out of range", tree.At(9), Node{}},
		{"At a negative id", tree.At(-1), Node{}},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, test.got, test.want)
		}
	}

	for _, test := range []struct {
		name      string
		got, want []int32
	}{
		{"Children", ids(call.Children()), []int32{1, 2, 3}},
		{"Children of a leaf", ids(tree.At(8).Children()), nil},
		{"Elements", ids(args.Elements()), []int32{4, 6}},
		{"Elements without keywords", ids(call.Elements()), []int32{2, 3}},
		{"ChildrenOf", ids(unary.ChildrenOf(FieldArgument)), []int32{8}},
		{"ChildrenOf none", ids(args.ChildrenOf(FieldNone)), []int32{4, 5, 6}},
		{"Descendants", ids(args.Descendants()), []int32{4, 5, 6, 7, 8}},
	} {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, test.got, test.want)
		}
	}
}

func TestWalkSkips(t *testing.T) {
	var seen []int32
	Walk(sample().Root(), func(n Node) bool {
		seen = append(seen, n.ID())
		return !n.Is(UnaryExpression)
	})
	if want := []int32{0, 1, 2, 3, 4, 5, 6}; !slices.Equal(seen, want) {
		t.Errorf("entered %v, want %v", seen, want)
	}
}

func TestDeepest(t *testing.T) {
	tree := sample()
	for offset, want := range map[int]int32{
		-1: -1, 0: 1, 4: 1, 5: 0 /* blank */, 6: 2, 7: 3, 8: 4, 9: 3 /* comma */, 12: 5, 19: 7, 20: 8, 21: 3, 22: 0, 23: -1,
	} {
		if got := tree.Deepest(offset).ID(); got != want {
			t.Errorf("Deepest(%d) = %d, want %d", offset, got, want)
		}
	}
}

// Every method answers for no node, so chains need no checks.
func TestNoNode(t *testing.T) {
	var n Node
	if n.OK() || n.ID() != -1 || n.Tree() != nil || n.Kind() != Invalid || n.Is(Invalid) || n.Field() != FieldNone {
		t.Error("no node claims to be something")
	}
	if n.Start() != 0 || n.End() != 0 || n.Text() != "" || n.Operator() != "" {
		t.Error("no node has text")
	}
	if n.Parent().OK() || n.First().OK() || n.Next().OK() || n.Child(FieldNone).OK() || n.Has(Invalid) {
		t.Error("no node has relatives")
	}
	if n.Contains(n) || sample().Root().Contains(n) || n.Contains(sample().Root()) || n.Broken() || n.Cut() {
		t.Error("no node contains something")
	}
	for _, seq := range []func(func(Node) bool){n.Children(), n.Elements(), n.ChildrenOf(FieldNone), n.Descendants()} {
		if got := ids(seq); got != nil {
			t.Errorf("no node yields %v", got)
		}
	}
	Walk(n, func(Node) bool { t.Error("Walk enters no node"); return true })
	for _, tree := range []*Tree{nil, NewTree("", nil)} {
		if tree.Root().OK() || tree.Len() != 0 || tree.Source() != "" || tree.Deepest(0).OK() {
			t.Error("an empty tree has nodes")
		}
	}
}

func TestNames(t *testing.T) {
	for k := Other + 1; k < Kind(KindCount); k++ {
		if k == Operator {
			continue
		}
		if k.String() == "" {
			t.Errorf("kind %d has no name", k)
		}
		if got := KindOf(k.String(), !k.Keyword()); got != k {
			t.Errorf("KindOf(%q) = %v", k, got)
		}
	}
	for f := Field(1); f < Field(FieldCount); f++ {
		if f.String() == "" || FieldOf(f.String()) != f {
			t.Errorf("field %d is named %q, which is %d", f, f, FieldOf(f.String()))
		}
	}
	for _, test := range []struct {
		name  string
		named bool
		want  Kind
	}{
		{"import", true, Import},
		{"import", false, Invalid},
		{"async", false, Async},
		{"async", true, Other},
		{"?.", false, OptionalChain},
		{"optional_chain", true, OptionalChain},
		{"{", false, Invalid},
		{"ERROR", true, Error},
		{"from_the_future", true, Other},
	} {
		if got := KindOf(test.name, test.named); got != test.want {
			t.Errorf("KindOf(%q, %v) = %v, want %v", test.name, test.named, got, test.want)
		}
	}
	if got := FieldOf("from_the_future"); got != FieldNone {
		t.Errorf("an unknown field is %v", got)
	}
}

// Depth costs no stack: a chain of a million nodes.
func TestDeepTree(t *testing.T) {
	const depth = 1_000_000
	rows := make([]Row, depth)
	for i := range rows {
		rows[i] = Row{Kind: Array, Parent: int32(i) - 1, Next: depth}
	}
	tree := NewTree("", rows)
	n := 0
	Walk(tree.Root(), func(Node) bool { n++; return true })
	for range tree.Root().Descendants() {
		n++
	}
	if n != 2*depth-1 {
		t.Errorf("visited %d nodes", n)
	}
	if !tree.Root().Contains(tree.At(depth-1)) || tree.Deepest(0).ID() != 0 {
		t.Error("the deepest node is lost")
	}
}

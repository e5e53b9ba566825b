package cache

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type node struct {
	Name   string
	Next   *node
	List   []*node
	Nested struct {
		Bytes  []byte
		Pair   [2]int8
		Counts map[string]uint32
	}
	Yes   bool
	Part  float64
	Empty []string
	None  []string
}

// sample has a circle, a node that is reached on two ways, and repeated text.
func sample() *node {
	shared := &node{Name: "shared", Part: -1.5}
	root := &node{Name: "root", Next: shared, List: []*node{shared, nil, {Name: "shared"}}, Yes: true, Empty: []string{}}
	root.Nested.Bytes = []byte{0, 255}
	root.Nested.Pair = [2]int8{-128, 127}
	root.Nested.Counts = map[string]uint32{"a": 1, "root": 1 << 31}
	shared.Next = root
	return root
}

func TestGraph(t *testing.T) {
	data, err := encode(nil, sample())
	if err != nil {
		t.Fatal(err)
	}
	var got node
	if err := decode(data, &got); err != nil {
		t.Fatal(err)
	}
	switch {
	case got.Next != got.List[0]:
		t.Error("what two pointers shared became two")
	case got.Next == got.List[2]:
		t.Error("what was equal became one")
	case got.Next.Next.Name != "root" || got.Next.Next.Next != got.Next:
		t.Error("the circle is broken")
	case got.None != nil || got.Empty == nil:
		t.Error("nil and empty are not told apart")
	}
	want := sample()
	want.Next.Next, got.Next.Next = nil, nil
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestGraphRefuses: what cannot be read back is not written.
func TestGraphRefuses(t *testing.T) {
	for _, v := range []any{
		&struct{ hidden int }{1},
		&struct{ F func() }{},
		&struct{ I any }{I: 1},
		&struct{ C chan int }{},
	} {
		if _, err := encode(nil, v); err == nil {
			t.Errorf("%s was written", reflect.TypeOf(v).Elem())
		}
	}
}

// FuzzDecode: whatever the bytes, reading them ends, and takes no more memory than
// they justify.
func FuzzDecode(f *testing.F) {
	data, err := encode(nil, sample())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	for i := range data {
		f.Add(data[:i])
		changed := append([]byte(nil), data...)
		changed[i] ^= 0xff
		f.Add(changed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var n node
		if err := decode(data, &n); err != nil && !reflect.ValueOf(n).IsZero() {
			t.Error("damaged data left something behind")
		}
	})
}

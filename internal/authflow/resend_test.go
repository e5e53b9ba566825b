package authflow

import (
	"testing"

	"github.com/authlint/authlint/internal/source"
)

func TestBound(t *testing.T) {
	state := func(kind StateKind, owner, name string) State { return State{Kind: kind, Owner: owner, Name: name} }
	var (
		retry   = state(OnRequest, "", "_retry")
		retried = state(OnRequest, "", "_retried")
		copied  = state(OnCopy, "copy", "_retry")
		outer   = state(Outer, "file:1", "isRefreshing")
		inner   = state(Inner, "file:2", "attempts")
		arg     = state(Argument, "1", "isRetry")
		header  = state(OnRequest, "", "headers.X-Retry")
	)
	tests := []struct {
		name        string
		reenters    Truth
		opaque      bool
		tests, sets []State
		want        Bound
		tested, set string
	}{
		{"through another client", No, false, nil, nil, BoundUnknown, "", ""},
		{"client not known", Unknown, false, nil, nil, BoundUnknown, "", ""},
		{"nothing at all", Yes, false, nil, nil, Unbounded, "", ""},
		{"set, never tested", Yes, false, nil, []State{retry}, Unbounded, "", "_retry"},
		{"tested and set on the request", Yes, false, []State{retry}, []State{retry}, Bounded, "_retry", "_retry"},
		{"tested, never set", Yes, false, []State{retry}, nil, NeverSet, "_retry", ""},
		{"one name tested, another set", Yes, false, []State{retry}, []State{retried}, OtherName, "_retry", "_retried"},
		{"set on a copy", Yes, false, []State{retry}, []State{copied}, Lost, "_retry", "_retry"},
		{"tested on a copy", Yes, false, []State{copied}, []State{copied}, Lost, "_retry", "_retry"},
		{"a variable that outlives the call", Yes, false, []State{outer}, []State{outer}, Bounded, "isRefreshing", "isRefreshing"},
		{"the same name in another place", Yes, false, []State{outer}, []State{state(Outer, "file:9", "isRefreshing")}, Lost, "isRefreshing", "isRefreshing"},
		{"a counter made anew in each call", Yes, false, []State{inner}, []State{inner}, Lost, "attempts", "attempts"},
		{"an argument of the recursion", Yes, false, []State{arg}, []State{arg}, Bounded, "isRetry", "isRetry"},
		{"a marker in a header", Yes, false, []State{header}, []State{header}, Bounded, "headers.X-Retry", "headers.X-Retry"},
		{"tested outside, something else set on the request", Yes, false, []State{outer}, []State{retry}, OtherName, "isRefreshing", "_retry"},
		{"tested, something else set outside", Yes, false, []State{retry}, []State{outer}, NeverSet, "_retry", ""},
		{"one of several bounds", Yes, false, []State{outer, retry}, []State{retried, retry}, Bounded, "_retry", "_retry"},
		{"a condition that cannot be read", Yes, true, nil, nil, BoundUnknown, "", ""},
		{"an unread condition next to a mismatch", Yes, true, []State{retry}, []State{retried}, BoundUnknown, "", ""},
		{"an unread condition next to a guard", Yes, true, []State{retry}, []State{retry}, Bounded, "_retry", "_retry"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &Resend{Reenters: tt.reenters, Opaque: tt.opaque, Tests: tt.tests, Sets: tt.sets}
			got, tested, set := r.Bound()
			if got != tt.want || tested.Name != tt.tested || set.Name != tt.set {
				t.Errorf("Bound = %v, %q, %q; want %v, %q, %q", got, tested.Name, set.Name, tt.want, tt.tested, tt.set)
			}
		})
	}
}

func TestTruthOf(t *testing.T) {
	if TruthOf(true) != Yes || TruthOf(false) != No {
		t.Error("TruthOf mixes up its answers")
	}
	if max(No, Unknown) != No || max(Yes, No) != Yes {
		t.Error("readers take the greatest of several answers: Yes over No over Unknown")
	}
}

func TestMerge(t *testing.T) {
	at := func(file string) []source.Span { return []source.Span{{File: file, End: 1}} }
	e := func(file string) Evidence {
		return Evidence{
			ServerReads: []ServerRead{{At: at(file)[0]}}, SchemeJoins: at(file), TokenReads: at(file),
			SessionCookies: at(file), CredentialedCORS: at(file),
		}
	}
	a := e("a")
	m := a.Merge(e("b"))
	if len(m.ServerReads) != 2 || len(m.SchemeJoins) != 2 || len(m.TokenReads) != 2 || len(m.SessionCookies) != 2 || len(m.CredentialedCORS) != 2 {
		t.Errorf("Merge = %+v", m)
	}
	if m.ServerReads[0].At.File != "a" || m.ServerReads[1].At.File != "b" || len(a.SchemeJoins) != 1 {
		t.Error("Merge keeps the order and its receiver")
	}
}

package parallel

import (
	"context"
	"sync/atomic"
	"testing"
)

// TestEach: every number comes once, whatever the number of jobs, and no worker
// is used by two goroutines at once.
func TestEach(t *testing.T) {
	for _, jobs := range []int{0, 1, 3, 100} {
		for _, n := range []int{0, 1, 50} {
			seen := make([]atomic.Int32, n)
			Each(t.Context(), jobs, n, func() func(int) {
				var busy atomic.Bool
				return func(i int) {
					if busy.Swap(true) {
						t.Error("a worker is used twice at once")
					}
					seen[i].Add(1)
					busy.Store(false)
				}
			})
			for i := range seen {
				if got := seen[i].Load(); got != 1 {
					t.Errorf("%d jobs: number %d of %d came %d times", jobs, i, n, got)
				}
			}
		}
	}
}

// TestEachStops: nothing is begun once the context has ended.
func TestEachStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var done atomic.Int32
	Each(ctx, 1, 10, func() func(int) {
		return func(i int) {
			if done.Add(1) == 3 {
				cancel()
			}
		}
	})
	if got := done.Load(); got != 3 {
		t.Errorf("%d of 10 were done, 3 expected", got)
	}
}

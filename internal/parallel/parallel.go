// Package parallel shares work out among goroutines.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls what worker returns for every number from 0 below n, on as many
// goroutines as there are jobs, each with a worker of its own: what a worker
// holds needs no lock. Jobs below 1 mean one a processor. It stops early when
// the context ends.
func Each(ctx context.Context, jobs, n int, worker func() func(i int)) {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(jobs, n) {
		wg.Go(func() {
			do := worker()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}

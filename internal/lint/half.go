package lint

import (
	"context"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/goload"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/internal/tshttp"
)

// halves are the two readers. They are handed in so that the run is tested
// without either.
type halves struct {
	golang     func(context.Context, goload.Options) (*goProject, error)
	typescript func(context.Context, tshttp.Input) (*tsProject, error)
}

// A goProject is Go that was read. It judges and suppresses by itself, since
// under other drivers the Go half is on its own.
type goProject struct {
	evidence authflow.Evidence
	judge    func(tsEvidence authflow.Evidence) *goload.Result
}

// A tsProject is TypeScript that was read.
type tsProject struct {
	facts           *authflow.Facts
	parsed, skipped int
	recalled        bool // an earlier run parsed them
	problems        []source.Problem
	// directives are the comments of the files that may hold suppressions.
	directives map[string][]suppress.Comment
}

func readGo(ctx context.Context, o goload.Options) (*goProject, error) {
	p, err := goload.Load(ctx, o)
	if err != nil {
		return nil, err
	}
	return &goProject{p.Evidence, p.Judge}, nil
}

func readTypeScript(ctx context.Context, in tshttp.Input) (*tsProject, error) {
	p, err := tshttp.Read(ctx, in)
	if err != nil {
		return nil, err
	}
	return &tsProject{p.Facts, p.Parsed, p.Skipped, p.Recalled, p.Problems, p.Directives}, nil
}

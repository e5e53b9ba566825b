package lint

import (
	"context"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
	"github.com/authlint/authlint/internal/suppress"
	"github.com/authlint/authlint/internal/tshttp"
)

// halves are the two readers. They are handed in so that the run is tested
// without either.
type halves struct {
	golang     func(context.Context, goInput) (*goOutput, error)
	typescript func(context.Context, tsInput) (*tsOutput, error)
}

// goInput is what the Go half works on.
type goInput struct {
	Dir    string
	Files  []string // all Go files of the project
	Want   func(file string) bool
	Rules  []*rule.Rule
	Strict bool
	Tests  bool
	Jobs   int
}

// goOutput is what the Go half says. It judges and suppresses by itself, since
// under other drivers it is on its own.
type goOutput struct {
	Findings   []rule.Finding
	Suppressed int
	Evidence   authflow.Evidence
	Problems   []source.Problem
	Files      int // analysed
}

// tsInput is what the TypeScript half reads.
type tsInput struct {
	Dir   string
	Files []string
	Jobs  int
}

// tsOutput is what the TypeScript half has read; it is judged here, when the
// evidence of the Go half is there.
type tsOutput struct {
	Facts           *authflow.Facts
	Parsed, Skipped int
	Problems        []source.Problem
	Comments        func(file string) []suppress.Comment
	Source          func(file string) string
}

func readGo(context.Context, goInput) (*goOutput, error) { return nil, nil }

func readTypeScript(ctx context.Context, in tsInput) (*tsOutput, error) {
	out, err := tshttp.Read(ctx, tshttp.Input{Dir: in.Dir, Files: in.Files, Jobs: in.Jobs})
	if err != nil {
		return nil, err
	}
	return &tsOutput{
		Facts: out.Facts, Parsed: out.Parsed, Skipped: out.Skipped, Problems: out.Problems,
		Comments: out.Comments, Source: out.Source,
	}, nil
}

package lint

import (
	"bytes"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/rule"
	"github.com/authlint/authlint/internal/source"
)

// judge runs one rule over the facts of the project. A rule that panics over one
// file costs the findings of that rule in that file, and is said once.
func judge(r *rule.Rule, facts *authflow.Facts, strict bool) (findings []rule.Finding, problems []source.Problem) {
	findings, fault := try(r, facts, strict)
	if fault == "" {
		return findings, nil
	}
	// Which file it was is found by asking about one after the other.
	culprits := map[string]bool{}
	for _, file := range factFiles(facts) {
		if _, fault := try(r, only(facts, func(f string) bool { return f == file }), strict); fault != "" {
			culprits[file] = true
			problems = append(problems, source.Problem{Kind: source.Internal, File: file,
				Message: fmt.Sprintf("the rule %s failed on this file (%s) and was left out for it; please report it with the file", r.ID, fault)})
		}
	}
	findings, fault = try(r, only(facts, func(f string) bool { return !culprits[f] }), strict)
	if fault != "" {
		problems = append(problems, source.Problem{Kind: source.Internal,
			Message: fmt.Sprintf("the rule %s failed (%s) and was left out for TypeScript; please report it", r.ID, fault)})
		return nil, problems
	}
	return findings, problems
}

// try runs a rule and says what it panicked with, empty if it did not.
func try(r *rule.Rule, facts *authflow.Facts, strict bool) (findings []rule.Finding, fault string) {
	defer func() {
		if p := recover(); p != nil {
			findings, fault = nil, fmt.Sprintf("%v at %s", p, origin(debug.Stack()))
		}
	}()
	r.Run(&rule.Pass{Facts: facts, Strict: strict, Report: func(f rule.Finding) {
		f.Rule = r.ID
		if f.Severity == rule.Off {
			f.Severity = r.Doc().Severity
		}
		findings = append(findings, f)
	}})
	return findings, ""
}

// origin returns the place in our code that a panic comes from.
func origin(stack []byte) string {
	lines := bytes.Split(stack, []byte("\n"))
	panicked := false
	for i, line := range lines {
		switch {
		case bytes.HasPrefix(line, []byte("panic(")):
			panicked = true
		case panicked && i+1 < len(lines) && bytes.HasPrefix(line, []byte("github.com/authlint/authlint/")):
			place, _, _ := strings.Cut(strings.TrimSpace(string(lines[i+1])), " +0x")
			_, place, _ = cutLast(place, "/authlint/")
			return place
		}
	}
	return "an unknown place"
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return "", s, false
}

// factFiles returns the files that the facts are about, sorted.
func factFiles(facts *authflow.Facts) []string {
	var files []string
	only(facts, func(file string) bool { files = append(files, file); return true })
	slices.Sort(files)
	return slices.Compact(files)
}

// only returns the facts whose place is in files that are kept. Evidence stays.
func only(facts *authflow.Facts, keep func(file string) bool) *authflow.Facts {
	out := *facts
	out.Clients = kept(facts.Clients, keep, func(x *authflow.Client) source.Span { return x.At })
	out.Requests = kept(facts.Requests, keep, func(x *authflow.Request) source.Span { return x.At })
	out.Connections = kept(facts.Connections, keep, func(x *authflow.Connection) source.Span { return x.At })
	out.Headers = kept(facts.Headers, keep, func(x *authflow.HeaderWrite) source.Span { return x.At })
	out.HeaderReads = kept(facts.HeaderReads, keep, func(x *authflow.HeaderRead) source.Span { return x.At })
	out.Resends = kept(facts.Resends, keep, func(x *authflow.Resend) source.Span { return x.At })
	out.Handlers = kept(facts.Handlers, keep, func(x *authflow.Handler) source.Span { return x.At })
	out.ResponseReads = kept(facts.ResponseReads, keep, func(x *authflow.ResponseRead) source.Span { return x.At })
	out.Reentries = kept(facts.Reentries, keep, func(x *authflow.Reentry) source.Span { return x.At })
	out.Answers = kept(facts.Answers, keep, func(x *authflow.TokenAnswer) source.Span { return x.At })
	out.StatusTests = kept(facts.StatusTests, keep, func(x *authflow.StatusTest) source.Span { return x.At })
	out.Storage = kept(facts.Storage, keep, func(x *authflow.StorageAccess) source.Span { return x.At })
	out.Logs = kept(facts.Logs, keep, func(x *authflow.LogWrite) source.Span { return x.At })
	out.Units = kept(facts.Units, keep, func(x *authflow.UnitMix) source.Span { return x.At })
	out.Discards = kept(facts.Discards, keep, func(x *authflow.Discard) source.Span { return x.At })
	out.LateWrites = kept(facts.LateWrites, keep, func(x *authflow.LateWrite) source.Span { return x.At })
	out.QueryReads = kept(facts.QueryReads, keep, func(x *authflow.QueryRead) source.Span { return x.At })
	out.KeptExpiries = kept(facts.KeptExpiries, keep, func(x *authflow.KeptExpiry) source.Span { return x.At })
	out.Defaults = kept(facts.Defaults, keep, func(x *authflow.DefaultCredential) source.Span { return x.At })
	out.UntimedTokens = kept(facts.UntimedTokens, keep, func(x *authflow.UntimedToken) source.Span { return x.At })
	out.CORS = kept(facts.CORS, keep, func(x *authflow.CORSPolicy) source.Span { return x.At })
	out.Cookies = kept(facts.Cookies, keep, func(x *authflow.CookieWrite) source.Span { return x.At })
	out.StaleResends = kept(facts.StaleResends, keep, func(x *authflow.StaleResend) source.Span { return x.At })
	out.Repeats = kept(facts.Repeats, keep, func(x *authflow.Repeat) source.Span { return x.At })
	out.Gates = kept(facts.Gates, keep, func(x *authflow.Gate) source.Span { return x.At })
	out.RefreshStarts = kept(facts.RefreshStarts, keep, func(x *authflow.RefreshStart) source.Span { return x.At })
	out.Pendings = kept(facts.Pendings, keep, func(x *authflow.Pending) source.Span { return x.At })
	out.Snapshots = kept(facts.Snapshots, keep, func(x *authflow.Snapshot) source.Span { return x.At })
	out.Setups = kept(facts.Setups, keep, func(x *authflow.ClientSetup) source.Span { return x.At })
	out.LoginOnly = kept(facts.LoginOnly, keep, func(x *authflow.LoginOnly) source.Span { return x.At })
	out.Overwrites = kept(facts.Overwrites, keep, func(x *authflow.Overwrite) source.Span { return x.At })
	out.Replaced = kept(facts.Replaced, keep, func(x *authflow.ReplacedDefault) source.Span { return x.At })
	out.Registrations = kept(facts.Registrations, keep, func(x *authflow.Registration) source.Span { return x.At })
	out.Layouts = kept(facts.Layouts, keep, func(x *authflow.Layout) source.Span { return x.At })
	out.ServerHandlers = kept(facts.ServerHandlers, keep, func(x *authflow.ServerHandler) source.Span { return x.At })
	out.Servers = kept(facts.Servers, keep, func(x *authflow.Server) source.Span { return x.At })
	out.UnverifiedTokens = kept(facts.UnverifiedTokens, keep, func(x *authflow.UnverifiedToken) source.Span { return x.At })
	out.LaxChecks = kept(facts.LaxChecks, keep, func(x *authflow.LaxCheck) source.Span { return x.At })
	out.SecretTests = kept(facts.SecretTests, keep, func(x *authflow.SecretTest) source.Span { return x.At })
	out.HeaderParses = kept(facts.HeaderParses, keep, func(x *authflow.HeaderParse) source.Span { return x.At })
	return &out
}

func kept[T any](facts []T, keep func(file string) bool, at func(T) source.Span) []T {
	var out []T
	for _, f := range facts {
		if keep(at(f).File) {
			out = append(out, f)
		}
	}
	return out
}

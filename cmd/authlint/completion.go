package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// completeValues tells a shell what may stand behind the flags of a run.
func completeValues(cmd *cobra.Command) {
	for name, values := range map[string][]string{
		"preset": presets, "fix": fixes, "format": formats, "fail-on": failOns, "lang": languages, "color": colors, "only": ruleNames(),
	} {
		cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	cmd.RegisterFlagCompletionFunc("rule", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return pairs(ruleNames(), severities, typed)
	})
	cmd.RegisterFlagCompletionFunc("output", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return pairs(formats, nil, typed)
	})
	cmd.RegisterFlagCompletionFunc("new-from-rev", cobra.NoFileCompletions) // a revision is no file
	cmd.MarkFlagDirname("dir")
	cmd.MarkFlagFilename("config", "yaml", "yml")
	cmd.MarkFlagFilename("baseline", "json")
}

// pairs completes KEY=VALUE: the key first, with no space behind it, then the
// value; a file where there is no list of values.
func pairs(keys, values []string, typed string) ([]string, cobra.ShellCompDirective) {
	key, _, found := strings.Cut(typed, "=")
	var out []string
	if !found {
		for _, k := range keys {
			out = append(out, k+"=")
		}
		return out, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	}
	for _, v := range values {
		out = append(out, key+"="+v)
	}
	if values == nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

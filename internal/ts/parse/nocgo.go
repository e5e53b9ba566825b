//go:build !cgo

package parse

// The parser is C: without a C compiler the build ends here, and this name in
// the compiler's message says why.
const languageOf = authlint_needs_a_C_compiler__install_gcc_or_clang__and_build_with_CGO_ENABLED_1

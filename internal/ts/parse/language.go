package parse

// #include "binding.h"
import "C"

import (
	"path/filepath"
	"strings"
	"sync"

	sitter "github.com/smacker/go-tree-sitter"
	"github.com/smacker/go-tree-sitter/typescript/tsx"
	"github.com/smacker/go-tree-sitter/typescript/typescript"

	"github.com/authlint/authlint/internal/ts/syntax"
)

// A language is what a file is written in.
type language int

const (
	typeScript language = iota
	typeScriptJSX
	javaScript
	// markup holds scripts, which decide the language.
	markup
)

// extensions are the files that Source knows.
var extensions = map[string]language{
	".ts":     typeScript,
	".mts":    typeScript,
	".cts":    typeScript,
	".tsx":    typeScriptJSX,
	".js":     javaScript,
	".jsx":    javaScript,
	".mjs":    javaScript,
	".cjs":    javaScript,
	".vue":    markup,
	".svelte": markup,
	".astro":  markup,
	".html":   markup,
	".htm":    markup,
}

func languageOf(path string) (language, bool) {
	lang, ok := extensions[strings.ToLower(filepath.Ext(path))]
	return lang, ok
}

// Known reports whether the extension of path is one that Source reads.
func Known(path string) bool {
	_, ok := languageOf(path)
	return ok
}

// scriptLanguage is the language for what Mask says of a file's scripts.
func scriptLanguage(lang string) language {
	switch lang {
	case "ts":
		return typeScript
	case "tsx":
		return typeScriptJSX
	}
	return javaScript
}

// A grammar is a tree-sitter language with what copying its trees needs.
type grammar struct {
	language *C.TSLanguage
	// kinds says by symbol what becomes of a node, see copy.c.
	kinds []uint16
	// fields translates the grammar's field ids.
	fields []uint8

	parsers sync.Pool
}

var tsxGrammar = newGrammar(tsx.GetLanguage(), C.tree_sitter_tsx())

// grammars holds the grammar for each language.
//
// JavaScript is read as TSX, though it has a grammar of its own: the shapes of
// the two differ (the parameters of a function, the heritage of a class), rules
// should know one of them, and on real code TSX reads as much of it.
var grammars = [...]*grammar{
	typeScript:    newGrammar(typescript.GetLanguage(), C.tree_sitter_typescript()),
	typeScriptJSX: tsxGrammar,
	javaScript:    tsxGrammar,
}

// parser returns a parser that no other goroutine uses until it is released.
func (g *grammar) parser() *parser {
	if p, ok := g.parsers.Get().(*parser); ok {
		return p
	}
	return newParser(g.language)
}

func (g *grammar) release(p *parser) { g.parsers.Put(p) }

// Bits in a table of kinds, above the kind itself.
const (
	// markBit says that the symbol is a mark: an Operator where it stands in
	// an operator field, and otherwise the kind in the other bits, if any.
	markBit = 1 << 15
	// tokenBit says that the symbol is anonymous, so its parent may imply it.
	tokenBit = 1 << 14
)

// newGrammar takes the same language as the binding's value and as the C
// pointer, which the binding does not give out.
func newGrammar(lang *sitter.Language, language *C.TSLanguage) *grammar {
	// Before anything is allocated: a block has to be freed as it was made.
	C.authlint_own_memory()
	g := &grammar{language: language, kinds: make([]uint16, lang.SymbolCount())}
	for s := range g.kinds {
		name := lang.SymbolName(sitter.Symbol(s))
		switch lang.SymbolType(sitter.Symbol(s)) {
		case sitter.SymbolTypeRegular:
			g.kinds[s] = uint16(syntax.KindOf(name, true))
		case sitter.SymbolTypeAnonymous:
			if k := syntax.KindOf(name, false); k != syntax.Invalid {
				g.kinds[s] = uint16(k) | tokenBit
			}
			if strings.Trim(name, "!%&*+-/<=>?^|~") == "" {
				g.kinds[s] |= markBit
			}
		}
	}
	// Field ids count from 1.
	g.fields = []uint8{uint8(syntax.FieldNone)}
	for id := 1; ; id++ {
		name := lang.FieldName(id)
		if name == "" {
			return g
		}
		g.fields = append(g.fields, uint8(syntax.FieldOf(name)))
	}
}

// implied are the keywords that are left out below a parent whose kind says
// the same, so that the first child of an await expression is what it awaits.
var implied = []struct{ keyword, parent syntax.Kind }{
	{syntax.Abstract, syntax.AbstractClassDeclaration},
	{syntax.Abstract, syntax.AbstractMethodSignature},
	{syntax.Await, syntax.AwaitExpression},
	{syntax.Declare, syntax.AmbientDeclaration},
	{syntax.Default, syntax.SwitchDefault},
	{syntax.Definite, syntax.NonNullExpression},
	{syntax.In, syntax.MappedTypeClause},
	{syntax.New, syntax.ConstructSignature},
	{syntax.New, syntax.ConstructorType},
	{syntax.New, syntax.NewExpression},
	{syntax.OptionalChain, syntax.OptionalChain},
	{syntax.Question, syntax.ConditionalType},
	{syntax.Question, syntax.OptionalParameter},
	{syntax.Question, syntax.OptionalType},
	{syntax.Question, syntax.TernaryExpression},
	{syntax.Readonly, syntax.ReadonlyType},
	{syntax.Star, syntax.GeneratorFunction},
	{syntax.Star, syntax.GeneratorFunctionDeclaration},
	{syntax.Star, syntax.NamespaceExport},
	{syntax.Star, syntax.NamespaceImport},
	{syntax.Static, syntax.ClassStaticBlock},
	{syntax.TypeKeyword, syntax.TypeAliasDeclaration},
	{syntax.Typeof, syntax.TypeQuery},
}

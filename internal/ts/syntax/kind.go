package syntax

// A Kind says what a node is. There is one for each named node type of the
// TypeScript, TSX and JavaScript grammars, so a tree reads the same whichever
// of them parsed it, and one for each keyword that the grammars leave
// anonymous although it changes what the code does.
type Kind uint16

// What is not a type of the grammar.
const (
	// Invalid is the kind of no node; a token of this kind is not kept.
	Invalid Kind = iota
	// Error covers source that the parser could not make sense of.
	Error
	// Missing is a token that the parser put in to carry on; it is empty.
	Missing
	// Other is a named node of a type that this list does not know.
	Other
	// Operator is an anonymous token in an operator field that has no kind of
	// its own; its text says which one it is.
	Operator
)

// Keywords and marks. A keyword is left out where the node above it already
// says the same: there is no Await in an AwaitExpression, but there is one in
// the ForInStatement of "for await".
const (
	Abstract Kind = Operator + 1 + iota
	Accessor
	Async
	Await
	Const
	Declare
	Default
	Definite // !
	Delete
	Get
	Global
	In
	Instanceof
	Let
	New
	Of
	Question // ?
	Readonly
	Set
	Star // *
	Static
	TypeKeyword
	Typeof
	Using
	Var
	Void
)

// Named node types.
const (
	AbstractClassDeclaration Kind = Void + 1 + iota
	AbstractMethodSignature
	AccessibilityModifier
	AddingTypeAnnotation
	AmbientDeclaration
	Arguments
	Array
	ArrayPattern
	ArrayType
	ArrowFunction
	AsExpression
	Asserts
	AssertsAnnotation
	AssignmentExpression
	AssignmentPattern
	AugmentedAssignmentExpression
	AwaitExpression
	BinaryExpression
	BreakStatement
	CallExpression
	CallSignature
	CatchClause
	Class
	ClassBody
	ClassDeclaration
	ClassHeritage
	ClassStaticBlock
	Comment
	ComputedPropertyName
	ConditionalType
	Constraint
	ConstructSignature
	ConstructorType
	ContinueStatement
	DebuggerStatement
	Decorator
	DefaultType
	DoStatement
	ElseClause
	EmptyStatement
	EnumAssignment
	EnumBody
	EnumDeclaration
	EscapeSequence
	ExistentialType
	ExportClause
	ExportSpecifier
	ExportStatement
	ExpressionStatement
	ExtendsClause
	ExtendsTypeClause
	False
	FieldDefinition
	FinallyClause
	FlowMaybeType
	ForInStatement
	ForStatement
	FormalParameters
	FunctionDeclaration
	FunctionExpression
	FunctionSignature
	FunctionType
	GeneratorFunction
	GeneratorFunctionDeclaration
	GenericType
	GlimmerClosingTag
	GlimmerOpeningTag
	GlimmerTemplate
	HashBangLine
	HTMLCharacterReference
	HTMLComment
	Identifier
	IfStatement
	ImplementsClause
	Import
	ImportAlias
	ImportAttribute
	ImportClause
	ImportRequireClause
	ImportSpecifier
	ImportStatement
	IndexSignature
	IndexTypeQuery
	InferType
	InstantiationExpression
	InterfaceBody
	InterfaceDeclaration
	InternalModule
	IntersectionType
	JSXAttribute
	JSXClosingElement
	JSXElement
	JSXExpression
	JSXNamespaceName
	JSXOpeningElement
	JSXSelfClosingElement
	JSXText
	LabeledStatement
	LexicalDeclaration
	LiteralType
	LookupType
	MappedTypeClause
	MemberExpression
	MetaProperty
	MethodDefinition
	MethodSignature
	Module
	NamedImports
	NamespaceExport
	NamespaceImport
	NestedIdentifier
	NestedTypeIdentifier
	NewExpression
	NonNullExpression
	Null
	Number
	Object
	ObjectAssignmentPattern
	ObjectPattern
	ObjectType
	OmittingTypeAnnotation
	OptingTypeAnnotation
	OptionalChain
	OptionalParameter
	OptionalType
	OverrideModifier
	Pair
	PairPattern
	ParenthesizedExpression
	ParenthesizedType
	PredefinedType
	PrivatePropertyIdentifier
	Program
	PropertyIdentifier
	PropertySignature
	PublicFieldDefinition
	ReadonlyType
	Regex
	RegexFlags
	RegexPattern
	RequiredParameter
	RestPattern
	RestType
	ReturnStatement
	SatisfiesExpression
	SequenceExpression
	ShorthandPropertyIdentifier
	ShorthandPropertyIdentifierPattern
	SpreadElement
	StatementBlock
	StatementIdentifier
	String
	StringFragment
	SubscriptExpression
	Super
	SwitchBody
	SwitchCase
	SwitchDefault
	SwitchStatement
	TemplateLiteralType
	TemplateString
	TemplateSubstitution
	TemplateType
	TernaryExpression
	This
	ThisType
	ThrowStatement
	True
	TryStatement
	TupleType
	TypeAliasDeclaration
	TypeAnnotation
	TypeArguments
	TypeAssertion
	TypeIdentifier
	TypeParameter
	TypeParameters
	TypePredicate
	TypePredicateAnnotation
	TypeQuery
	UnaryExpression
	Undefined
	UnionType
	UpdateExpression
	VariableDeclaration
	VariableDeclarator
	WhileStatement
	WithStatement
	YieldExpression

	// KindCount is one more than the last kind, for tables by kind.
	KindCount = int(iota) + int(Void) + 1
)

// kindNames are the grammars' own names.
var kindNames = [KindCount]string{
	Invalid:  "",
	Error:    "ERROR",
	Missing:  "MISSING",
	Other:    "other",
	Operator: "operator",

	Abstract:    "abstract",
	Accessor:    "accessor",
	Async:       "async",
	Await:       "await",
	Const:       "const",
	Declare:     "declare",
	Default:     "default",
	Definite:    "!",
	Delete:      "delete",
	Get:         "get",
	Global:      "global",
	In:          "in",
	Instanceof:  "instanceof",
	Let:         "let",
	New:         "new",
	Of:          "of",
	Question:    "?",
	Readonly:    "readonly",
	Set:         "set",
	Star:        "*",
	Static:      "static",
	TypeKeyword: "type",
	Typeof:      "typeof",
	Using:       "using",
	Var:         "var",
	Void:        "void",

	AbstractClassDeclaration:           "abstract_class_declaration",
	AbstractMethodSignature:            "abstract_method_signature",
	AccessibilityModifier:              "accessibility_modifier",
	AddingTypeAnnotation:               "adding_type_annotation",
	AmbientDeclaration:                 "ambient_declaration",
	Arguments:                          "arguments",
	Array:                              "array",
	ArrayPattern:                       "array_pattern",
	ArrayType:                          "array_type",
	ArrowFunction:                      "arrow_function",
	AsExpression:                       "as_expression",
	Asserts:                            "asserts",
	AssertsAnnotation:                  "asserts_annotation",
	AssignmentExpression:               "assignment_expression",
	AssignmentPattern:                  "assignment_pattern",
	AugmentedAssignmentExpression:      "augmented_assignment_expression",
	AwaitExpression:                    "await_expression",
	BinaryExpression:                   "binary_expression",
	BreakStatement:                     "break_statement",
	CallExpression:                     "call_expression",
	CallSignature:                      "call_signature",
	CatchClause:                        "catch_clause",
	Class:                              "class",
	ClassBody:                          "class_body",
	ClassDeclaration:                   "class_declaration",
	ClassHeritage:                      "class_heritage",
	ClassStaticBlock:                   "class_static_block",
	Comment:                            "comment",
	ComputedPropertyName:               "computed_property_name",
	ConditionalType:                    "conditional_type",
	Constraint:                         "constraint",
	ConstructSignature:                 "construct_signature",
	ConstructorType:                    "constructor_type",
	ContinueStatement:                  "continue_statement",
	DebuggerStatement:                  "debugger_statement",
	Decorator:                          "decorator",
	DefaultType:                        "default_type",
	DoStatement:                        "do_statement",
	ElseClause:                         "else_clause",
	EmptyStatement:                     "empty_statement",
	EnumAssignment:                     "enum_assignment",
	EnumBody:                           "enum_body",
	EnumDeclaration:                    "enum_declaration",
	EscapeSequence:                     "escape_sequence",
	ExistentialType:                    "existential_type",
	ExportClause:                       "export_clause",
	ExportSpecifier:                    "export_specifier",
	ExportStatement:                    "export_statement",
	ExpressionStatement:                "expression_statement",
	ExtendsClause:                      "extends_clause",
	ExtendsTypeClause:                  "extends_type_clause",
	False:                              "false",
	FieldDefinition:                    "field_definition",
	FinallyClause:                      "finally_clause",
	FlowMaybeType:                      "flow_maybe_type",
	ForInStatement:                     "for_in_statement",
	ForStatement:                       "for_statement",
	FormalParameters:                   "formal_parameters",
	FunctionDeclaration:                "function_declaration",
	FunctionExpression:                 "function_expression",
	FunctionSignature:                  "function_signature",
	FunctionType:                       "function_type",
	GeneratorFunction:                  "generator_function",
	GeneratorFunctionDeclaration:       "generator_function_declaration",
	GenericType:                        "generic_type",
	GlimmerClosingTag:                  "glimmer_closing_tag",
	GlimmerOpeningTag:                  "glimmer_opening_tag",
	GlimmerTemplate:                    "glimmer_template",
	HashBangLine:                       "hash_bang_line",
	HTMLCharacterReference:             "html_character_reference",
	HTMLComment:                        "html_comment",
	Identifier:                         "identifier",
	IfStatement:                        "if_statement",
	ImplementsClause:                   "implements_clause",
	Import:                             "import",
	ImportAlias:                        "import_alias",
	ImportAttribute:                    "import_attribute",
	ImportClause:                       "import_clause",
	ImportRequireClause:                "import_require_clause",
	ImportSpecifier:                    "import_specifier",
	ImportStatement:                    "import_statement",
	IndexSignature:                     "index_signature",
	IndexTypeQuery:                     "index_type_query",
	InferType:                          "infer_type",
	InstantiationExpression:            "instantiation_expression",
	InterfaceBody:                      "interface_body",
	InterfaceDeclaration:               "interface_declaration",
	InternalModule:                     "internal_module",
	IntersectionType:                   "intersection_type",
	JSXAttribute:                       "jsx_attribute",
	JSXClosingElement:                  "jsx_closing_element",
	JSXElement:                         "jsx_element",
	JSXExpression:                      "jsx_expression",
	JSXNamespaceName:                   "jsx_namespace_name",
	JSXOpeningElement:                  "jsx_opening_element",
	JSXSelfClosingElement:              "jsx_self_closing_element",
	JSXText:                            "jsx_text",
	LabeledStatement:                   "labeled_statement",
	LexicalDeclaration:                 "lexical_declaration",
	LiteralType:                        "literal_type",
	LookupType:                         "lookup_type",
	MappedTypeClause:                   "mapped_type_clause",
	MemberExpression:                   "member_expression",
	MetaProperty:                       "meta_property",
	MethodDefinition:                   "method_definition",
	MethodSignature:                    "method_signature",
	Module:                             "module",
	NamedImports:                       "named_imports",
	NamespaceExport:                    "namespace_export",
	NamespaceImport:                    "namespace_import",
	NestedIdentifier:                   "nested_identifier",
	NestedTypeIdentifier:               "nested_type_identifier",
	NewExpression:                      "new_expression",
	NonNullExpression:                  "non_null_expression",
	Null:                               "null",
	Number:                             "number",
	Object:                             "object",
	ObjectAssignmentPattern:            "object_assignment_pattern",
	ObjectPattern:                      "object_pattern",
	ObjectType:                         "object_type",
	OmittingTypeAnnotation:             "omitting_type_annotation",
	OptingTypeAnnotation:               "opting_type_annotation",
	OptionalChain:                      "optional_chain",
	OptionalParameter:                  "optional_parameter",
	OptionalType:                       "optional_type",
	OverrideModifier:                   "override_modifier",
	Pair:                               "pair",
	PairPattern:                        "pair_pattern",
	ParenthesizedExpression:            "parenthesized_expression",
	ParenthesizedType:                  "parenthesized_type",
	PredefinedType:                     "predefined_type",
	PrivatePropertyIdentifier:          "private_property_identifier",
	Program:                            "program",
	PropertyIdentifier:                 "property_identifier",
	PropertySignature:                  "property_signature",
	PublicFieldDefinition:              "public_field_definition",
	ReadonlyType:                       "readonly_type",
	Regex:                              "regex",
	RegexFlags:                         "regex_flags",
	RegexPattern:                       "regex_pattern",
	RequiredParameter:                  "required_parameter",
	RestPattern:                        "rest_pattern",
	RestType:                           "rest_type",
	ReturnStatement:                    "return_statement",
	SatisfiesExpression:                "satisfies_expression",
	SequenceExpression:                 "sequence_expression",
	ShorthandPropertyIdentifier:        "shorthand_property_identifier",
	ShorthandPropertyIdentifierPattern: "shorthand_property_identifier_pattern",
	SpreadElement:                      "spread_element",
	StatementBlock:                     "statement_block",
	StatementIdentifier:                "statement_identifier",
	String:                             "string",
	StringFragment:                     "string_fragment",
	SubscriptExpression:                "subscript_expression",
	Super:                              "super",
	SwitchBody:                         "switch_body",
	SwitchCase:                         "switch_case",
	SwitchDefault:                      "switch_default",
	SwitchStatement:                    "switch_statement",
	TemplateLiteralType:                "template_literal_type",
	TemplateString:                     "template_string",
	TemplateSubstitution:               "template_substitution",
	TemplateType:                       "template_type",
	TernaryExpression:                  "ternary_expression",
	This:                               "this",
	ThisType:                           "this_type",
	ThrowStatement:                     "throw_statement",
	True:                               "true",
	TryStatement:                       "try_statement",
	TupleType:                          "tuple_type",
	TypeAliasDeclaration:               "type_alias_declaration",
	TypeAnnotation:                     "type_annotation",
	TypeArguments:                      "type_arguments",
	TypeAssertion:                      "type_assertion",
	TypeIdentifier:                     "type_identifier",
	TypeParameter:                      "type_parameter",
	TypeParameters:                     "type_parameters",
	TypePredicate:                      "type_predicate",
	TypePredicateAnnotation:            "type_predicate_annotation",
	TypeQuery:                          "type_query",
	UnaryExpression:                    "unary_expression",
	Undefined:                          "undefined",
	UnionType:                          "union_type",
	UpdateExpression:                   "update_expression",
	VariableDeclaration:                "variable_declaration",
	VariableDeclarator:                 "variable_declarator",
	WhileStatement:                     "while_statement",
	WithStatement:                      "with_statement",
	YieldExpression:                    "yield_expression",
}

// Kinds by name, apart because the grammars use some names for both: "import"
// is the keyword of an import statement, and the function of import("m").
var (
	namedKinds   = kindsByName(AbstractClassDeclaration, Kind(KindCount))
	keywordKinds = kindsByName(Abstract, AbstractClassDeclaration)
)

func kindsByName(from, to Kind) map[string]Kind {
	m := make(map[string]Kind, to-from)
	for k := from; k < to; k++ {
		m[kindNames[k]] = k
	}
	return m
}

// String returns the grammar's own name, such as "call_expression".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "other"
}

// Keyword reports whether k is a keyword or mark, a token without children.
func (k Kind) Keyword() bool {
	return Abstract <= k && k < AbstractClassDeclaration
}

// KindOf returns the kind for a node type of the grammar, and Invalid for a
// token that a tree does not keep: punctuation, and the keywords that say no
// more than their parent's kind does.
func KindOf(name string, named bool) Kind {
	if !named {
		if name == "?." {
			// TypeScript's grammar leaves the token of a call bare where
			// JavaScript's wraps it in an optional_chain.
			return OptionalChain
		}
		return keywordKinds[name]
	}
	switch k, ok := namedKinds[name]; {
	case ok:
		return k
	case name == "ERROR":
		return Error
	}
	return Other
}

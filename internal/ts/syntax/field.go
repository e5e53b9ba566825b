package syntax

// A Field says which part of its parent a node is.
type Field uint8

// The fields of the TypeScript, TSX and JavaScript grammars. FieldNone is that
// of a child that its grammar does not name.
const (
	FieldNone Field = iota
	FieldAlias
	FieldAlternative
	FieldArgument
	FieldArguments
	FieldAttribute
	FieldBody
	FieldCloseTag
	FieldCondition
	FieldConsequence
	FieldConstraint
	FieldConstructor
	FieldContent
	FieldDeclaration
	FieldDecorator
	FieldFinalizer
	FieldFlags
	FieldFunction
	FieldHandler
	FieldIncrement
	FieldIndex
	FieldIndexType
	FieldInitializer
	FieldKey
	FieldKind
	FieldLabel
	FieldLeft
	FieldMember
	FieldModule
	FieldName
	FieldObject
	FieldOpenTag
	FieldOperator
	FieldOptionalChain
	FieldParameter
	FieldParameters
	FieldPattern
	FieldProperty
	FieldReturnType
	FieldRight
	FieldSign
	FieldSource
	FieldTemplate
	FieldType
	FieldTypeArguments
	FieldTypeParameters
	FieldValue

	// FieldCount is one more than the last field, for tables by field.
	FieldCount = int(iota)
)

var fieldNames = [FieldCount]string{
	FieldNone:           "",
	FieldAlias:          "alias",
	FieldAlternative:    "alternative",
	FieldArgument:       "argument",
	FieldArguments:      "arguments",
	FieldAttribute:      "attribute",
	FieldBody:           "body",
	FieldCloseTag:       "close_tag",
	FieldCondition:      "condition",
	FieldConsequence:    "consequence",
	FieldConstraint:     "constraint",
	FieldConstructor:    "constructor",
	FieldContent:        "content",
	FieldDeclaration:    "declaration",
	FieldDecorator:      "decorator",
	FieldFinalizer:      "finalizer",
	FieldFlags:          "flags",
	FieldFunction:       "function",
	FieldHandler:        "handler",
	FieldIncrement:      "increment",
	FieldIndex:          "index",
	FieldIndexType:      "index_type",
	FieldInitializer:    "initializer",
	FieldKey:            "key",
	FieldKind:           "kind",
	FieldLabel:          "label",
	FieldLeft:           "left",
	FieldMember:         "member",
	FieldModule:         "module",
	FieldName:           "name",
	FieldObject:         "object",
	FieldOpenTag:        "open_tag",
	FieldOperator:       "operator",
	FieldOptionalChain:  "optional_chain",
	FieldParameter:      "parameter",
	FieldParameters:     "parameters",
	FieldPattern:        "pattern",
	FieldProperty:       "property",
	FieldReturnType:     "return_type",
	FieldRight:          "right",
	FieldSign:           "sign",
	FieldSource:         "source",
	FieldTemplate:       "template",
	FieldType:           "type",
	FieldTypeArguments:  "type_arguments",
	FieldTypeParameters: "type_parameters",
	FieldValue:          "value",
}

var fieldsByName = func() map[string]Field {
	m := make(map[string]Field, FieldCount)
	for f, name := range fieldNames {
		m[name] = Field(f)
	}
	return m
}()

// String returns the grammar's own name, such as "return_type".
func (f Field) String() string {
	if int(f) < len(fieldNames) {
		return fieldNames[f]
	}
	return ""
}

// FieldOf returns the field of that name, FieldNone for a name that no grammar
// has.
func FieldOf(name string) Field {
	return fieldsByName[name]
}

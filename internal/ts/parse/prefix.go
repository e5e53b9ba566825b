package parse

import "github.com/authlint/authlint/internal/ts/syntax"

// liftPrefixes mends what the grammars make of a call with type arguments behind
// await, ! or typeof: they read await f<T>(x) as (await f)<T>(x). Rows stand in
// preorder, so the prefix changes places with the calls that it stands in front
// of, and nothing else moves.
func liftPrefixes(rows []syntax.Row) {
	for i := 1; i < len(rows); i++ {
		wide := int32(1) // of the prefix
		switch rows[i].Kind {
		case syntax.AwaitExpression:
		case syntax.UnaryExpression:
			wide = 2 // its operator
		default:
			continue
		}
		at := int32(i)
		if rows[i].Field != syntax.FieldFunction || rows[i].Parent != at-1 || rows[at-1].Kind != syntax.CallExpression || rows[i].Next <= at+wide {
			continue
		}
		top := at - 1
		for top > 0 && goesOn(rows, top) {
			top--
		}
		lift(rows, top, at, wide)
	}
}

// goesOn: what is around a row begins with it and goes on: f<T>(x).then(y).
func goesOn(rows []syntax.Row, i int32) bool {
	if rows[i].Parent != i-1 {
		return false
	}
	switch rows[i-1].Kind {
	case syntax.CallExpression:
		return rows[i].Field == syntax.FieldFunction
	case syntax.MemberExpression, syntax.SubscriptExpression:
		return rows[i].Field == syntax.FieldObject
	}
	return rows[i-1].Kind == syntax.NonNullExpression
}

// lift puts the prefix at row at, and as many rows as it is wide, in front of the
// rows from top on.
func lift(rows []syntax.Row, top, at, wide int32) {
	prefix := [2]syntax.Row{rows[at], rows[at+wide-1]}
	field := rows[top].Field
	copy(rows[top+wide:at+wide], rows[top:at])
	operand := at + wide // where it was, and is
	rows[operand].Field, prefix[0].Field = prefix[0].Field, rows[operand].Field
	rows[top+wide].Field = prefix[0].Field

	outer := rows[top+wide]
	rows[top] = syntax.Row{Kind: prefix[0].Kind, Field: field, Flags: outer.Flags, Start: prefix[0].Start, End: outer.End, Parent: outer.Parent, Next: outer.Next}
	if wide == 2 {
		rows[top+1] = prefix[1]
		rows[top+1].Parent, rows[top+1].Next = top, top+2
	}
	rows[top+wide].Parent = top
	for i := top + wide; i < operand; i++ {
		rows[i].Start = rows[operand].Start
		for c := i + 1; c < rows[i].Next; c = rows[c].Next {
			rows[c].Parent = i
		}
	}
}

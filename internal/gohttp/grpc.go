package gohttp

import "go/ast"

// What gRPC sends with a call is headers of HTTP/2, whose names are in lower
// case; a service may read its own schemes there.

const grpcMetadata = "google.golang.org/grpc/metadata"

// grpcPairs are the functions that take names and values in turn, and the
// position of the first name.
var grpcPairs = map[string]int{
	grpcMetadata + ".Pairs":                   0,
	grpcMetadata + ".AppendToOutgoingContext": 1,
}

// grpcHeader reads metadata.Pairs(name, value, …), md.Set(name, value, …) and
// their like.
func (r *reader) grpcHeader(call *ast.CallExpr, name string) {
	if call.Ellipsis.IsValid() {
		return // names and values are in a slice
	}
	if from, ok := grpcPairs[name]; ok {
		for i := from; i+1 < len(call.Args); i += 2 {
			r.add(&write{at: call, name: call.Args[i], value: call.Args[i+1], sender: "grpc"})
		}
		return
	}
	if name == "("+grpcMetadata+".MD).Set" || name == "("+grpcMetadata+".MD).Append" {
		for i := 1; i < len(call.Args); i++ {
			r.add(&write{at: call, name: call.Args[0], value: call.Args[i], sender: "grpc"})
		}
	}
}

// isMetadata reports whether a map literal is metadata of gRPC: an MD, the
// argument of metadata.New, or what the GetRequestMetadata of credentials
// returns.
func (r *reader) isMetadata(lit *ast.CompositeLit) bool {
	if isNamed(r.info.TypeOf(lit), grpcMetadata, "MD") {
		return true
	}
	switch p := r.parent[lit].(type) {
	case *ast.CallExpr:
		return r.nameOf(p) == grpcMetadata+".New"
	case *ast.ReturnStmt:
		d := r.declOf(lit)
		return d != nil && d.Recv != nil && d.Name.Name == "GetRequestMetadata" && r.funcOf(lit) == ast.Node(d)
	}
	return false
}

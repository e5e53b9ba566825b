package tshttp

import (
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/value"
)

// What is encrypted before it is stored, and with which key.

// cipherOf says how a write encrypts: by the value that it stores, or by the
// store that a library makes.
func (r *reader) cipherOf(s storage) *authflow.Cipher {
	if s.made.Kind == value.Call {
		return r.cipherOfStore(s.made)
	}
	for _, a := range s.val.Alternatives() {
		if c := r.encrypted(a); c != nil {
			return c
		}
	}
	return nil
}

// encrypted recognizes the result of encrypting, in whichever text form:
// CryptoJS.AES.encrypt(token, key).toString(), .ciphertext, btoa(…).
func (r *reader) encrypted(v value.Value) *authflow.Cipher {
	for range 6 {
		switch {
		case v.Kind == value.Member:
			v = *v.Base
		case v.Kind != value.Call || v.Base == nil:
			return nil
		case isCryptoJS(*v.Base):
			return r.cipher(v, v.Arg(1), v.Arg(0))
		case v.Base.From("encrypt", "sjcl"):
			return r.cipher(v, v.Arg(0), v.Arg(1))
		case v.Base.Kind == value.Member && v.Base.Base.Kind == value.Call && v.Base.Base.New && v.Base.Name == "encrypt" && v.Base.Base.Base.From("default", "simple-crypto-js"):
			return r.cipher(v, v.Base.Base.Arg(0), v.Arg(0))
		case v.Base.IsGlobal("btoa"), v.Base.IsGlobal("encodeURIComponent"), v.Base.IsGlobal("String"), v.Base.Kind == value.Member && v.Base.Name == "stringify":
			v = r.eval.Value(v.Arg(0))
		case v.Base.Kind == value.Member && (v.Base.Name == "toString" || v.Base.Name == "trim"):
			v = *v.Base.Base
		default:
			return nil
		}
	}
	return nil
}

// isCryptoJS: AES.encrypt, TripleDES.encrypt and the others of crypto-js, from
// the package or from the file of one of them.
func isCryptoJS(callee value.Value) bool {
	root, path := callee.Path()
	name := callee.Name
	if len(path) > 0 {
		name = path[len(path)-1]
	}
	return root.Kind == value.External && name == "encrypt" && (root.Module == "crypto-js" || strings.HasPrefix(root.Module, "crypto-js/"))
}

func (r *reader) cipher(call value.Value, key, plain value.Operand) *authflow.Cipher {
	c := &authflow.Cipher{At: call.Span()}
	if key.File != nil || key.Val != nil {
		c.Keys = r.eval.Shapes(key)
	}
	if plain.File != nil || plain.Val != nil {
		c.Plain = r.plaintext(r.eval.Value(plain))
	}
	return c
}

// plaintext sees through JSON.stringify.
func (r *reader) plaintext(v value.Value) []credential.Shape {
	if v.Kind == value.Call && v.Base.Kind == value.Member && v.Base.Name == "stringify" && v.Base.Base.IsGlobal("JSON") {
		v = r.eval.Value(v.Arg(0))
	}
	return r.eval.Shapes(value.Operand{Val: &v})
}

// secureCiphers are the encodings of secure-ls that encrypt. Its default is
// base64, which claims nothing.
var secureCiphers = []string{"aes", "des", "rabbit", "rc4"}

// cipherOfStore reads new SecureLS({ encodingType: 'aes', encryptionSecret }) and
// new EncryptStorage(key).
func (r *reader) cipherOfStore(made value.Value) *authflow.Cipher {
	first := made.Arg(0)
	if made.Base.Module == "encrypt-storage" {
		return r.cipher(made, first, value.Operand{})
	}
	options := r.eval.Value(first)
	kind, _ := r.eval.Prop(options, "encodingType", made.File, made.Node).Constant()
	for _, c := range secureCiphers {
		if !strings.EqualFold(kind, c) {
			continue
		}
		secret := r.eval.Prop(options, "encryptionSecret", made.File, made.Node)
		if secret.Kind == value.Undefined {
			return &authflow.Cipher{At: made.Span(), Beside: true}
		}
		return r.cipher(made, value.Operand{Val: &secret}, value.Operand{})
	}
	return nil
}

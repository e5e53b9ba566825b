package credential

import (
	"slices"
	"strings"
)

// NamesPublicKey reports whether a name promises the public half of a key pair:
// publicKey, JWT_PUBLIC_KEY, pubPem, keys/public.pem, signingCert.
func NamesPublicKey(name string) bool {
	words := Words(name[strings.LastIndexByte(name, '.')+1:])
	if strings.HasSuffix(name, ".pem") || strings.HasSuffix(name, ".crt") || strings.HasSuffix(name, ".pub") {
		words = Words(name) // of a file
	}
	has := func(list ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	if has("private", "secret") {
		return false
	}
	return has("publickey", "pubkey", "cert", "certificate", "crt") || has("public", "pub") && has("key", "pem")
}

// IsPublicKeyText reports whether a text is the public half of a key pair, as PEM
// writes it.
func IsPublicKeyText(text string) bool {
	_, kind, ok := strings.Cut(text, "-----BEGIN ")
	return ok && (strings.HasPrefix(kind, "PUBLIC KEY") || strings.HasPrefix(kind, "RSA PUBLIC KEY") || strings.HasPrefix(kind, "CERTIFICATE"))
}

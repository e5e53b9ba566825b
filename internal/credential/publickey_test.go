package credential

import "testing"

func TestNamesPublicKey(t *testing.T) {
	for name, want := range map[string]bool{
		"publicKey": true, "PUBLIC_KEY": true, "cfg.JWTPublicKey": true, "pubPem": true, "keys/public.pem": true, "signingCert": true, "auth.pubkey": true,
		"secret": false, "key": false, "privateKey": false, "publicURL": false, "keys/private.pem": false, "publicKeys.secret": false, "": false,
	} {
		if got := NamesPublicKey(name); got != want {
			t.Errorf("NamesPublicKey(%q) = %t", name, got)
		}
	}
}

func TestIsPublicKeyText(t *testing.T) {
	for text, want := range map[string]bool{
		"-----BEGIN PUBLIC KEY-----\nMII": true, "\n-----BEGIN CERTIFICATE-----": true, "-----BEGIN RSA PUBLIC KEY-----": true,
		"-----BEGIN PRIVATE KEY-----": false, "PUBLIC KEY": false, "": false,
	} {
		if got := IsPublicKeyText(text); got != want {
			t.Errorf("IsPublicKeyText(%q) = %t", text, got)
		}
	}
}

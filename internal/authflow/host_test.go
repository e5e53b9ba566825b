package authflow

import (
	"testing"

	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/source"
)

func TestCleartextHost(t *testing.T) {
	for url, want := range map[string]string{
		"http://api.shop.com/me": "api.shop.com", "http://API.shop.com": "api.shop.com", "http://52.1.2.3:8080/x": "52.1.2.3", "ws://api.shop.com/x": "api.shop.com",
		"https://api.shop.com/me": "", "/me": "", "http://localhost:3000": "", "http://app.localhost": "", "http://127.1.2.3": "", "http://0.0.0.0": "",
		"http://10.0.2.2": "", "http://172.20.1.1": "", "http://192.168.1.5": "", "http://host.docker.internal": "", "http://x.local": "",
		"http://x.test": "", "http://api.example": "", "http://x.svc": "", "http://x.svc.cluster.local": "", "http://api:8080": "", "http://[::1]:80": "",
		"http://unix/x": "", "http://172.32.0.1": "172.32.0.1",
	} {
		if got := CleartextHost(credential.Text(url, source.Span{}, true)); got != want {
			t.Errorf("CleartextHost(%q) = %q, want %q", url, got, want)
		}
	}
	hole := credential.Of(credential.Hole{Name: "domain"}, source.Span{})
	if got := CleartextHost(credential.Join(credential.Text("http://api.", source.Span{}, true), hole)); got != "" {
		t.Errorf("a host that goes on in a hole is %q", got)
	}
}

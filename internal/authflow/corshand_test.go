package authflow

import "testing"

func TestHandPolicy(t *testing.T) {
	on := func(apart ...bool) HandCredentials { return HandCredentials{On: Yes, Apart: apart} }
	for _, tt := range []struct {
		name        string
		origins     []Origins
		credentials []HandCredentials
		want        Origins
		with        Truth
	}{
		{"star alone", []Origins{AnyOrigin}, nil, AnyOrigin, No},
		{"star with credentials", []Origins{AnyOrigin}, []HandCredentials{on()}, AnyOrigin, Yes},
		{"credentials on another way", []Origins{AnyOrigin}, []HandCredentials{on(true)}, AnyOrigin, No},
		{"credentials beside the list only", []Origins{AnyOrigin, OriginsListed}, []HandCredentials{on(true, false)}, OriginsListed, Yes},
		{"star or echo", []Origins{AnyOrigin, EchoedOrigin}, []HandCredentials{on()}, EchoedOrigin, Yes},
		{"star or a list", []Origins{AnyOrigin, OriginsListed}, []HandCredentials{on()}, OriginsDecided, Yes},
		{"list, star, star", []Origins{OriginsListed, AnyOrigin, AnyOrigin}, nil, OriginsDecided, No},
		{"a setting", []Origins{AnyOrigin}, []HandCredentials{{On: Unknown}}, AnyOrigin, Unknown},
		{"a setting after true", []Origins{AnyOrigin}, []HandCredentials{on(), {On: Unknown}}, AnyOrigin, Yes},
	} {
		var origins []HandOrigin
		for _, o := range tt.origins {
			origins = append(origins, HandOrigin{Origins: o})
		}
		p := HandPolicy(origins, tt.credentials)
		if p.Origins != tt.want || p.Credentials != tt.with {
			t.Errorf("%s: origins %v, credentials %v; want %v, %v", tt.name, p.Origins, p.Credentials, tt.want, tt.with)
		}
	}
	if HandPolicy(nil, []HandCredentials{on()}) != nil {
		t.Error("a policy of no origin")
	}
}

func TestNamesLog(t *testing.T) {
	for call, want := range map[string]bool{
		"log.Printf": true, "s.logger.Info": true, "slog.InfoContext": true, "fmt.Println": true, "console.warn": true, "logRequest": true,
		"auth.Login": false, "LogIn": false, "catalog.Find": false, "blogs.Get": false, "fmt.Sprintf": false, "dialog.open": false,
	} {
		if got := NamesLog(call); got != want {
			t.Errorf("NamesLog(%q) = %v", call, got)
		}
	}
}

func TestQuietCall(t *testing.T) {
	for name, want := range map[string]bool{
		"Printf": true, "log": true, "WarnContext": true, "Errorw": true, "logFailure": true, "auditDenied": true, "recordMetric": true,
		"login": false, "Logout": false, "information": false, "errorHandler": false, "save": false,
	} {
		if got := QuietCall(name); got != want {
			t.Errorf("QuietCall(%q) = %v", name, got)
		}
	}
}

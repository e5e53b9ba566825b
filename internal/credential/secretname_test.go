package credential

import "testing"

func TestNamesSecret(t *testing.T) {
	for name, want := range map[string]bool{
		"apiKey": true, "API_KEY": true, "apikey": true, "ADMIN_PASSWORD": true, "webhookSecret": true, "WEBHOOK_SECRET": true,
		"CRON_SECRET": true, "token": true, "authToken": true, "validTokens": true, "api_keys": true, "pass": true, "basicAuthPass": true,
		"key": false, "publicKey": false, "PUBLIC_API_KEY": false, "tokenType": false, "TOKEN_KEY": true, "csrfToken": false,
		"hasSecret": false, "passwordHash": false, "VERIFY_TOKEN": false, "user": false, "secretName": false, "oldPassword": false, "": false,
		"primaryKey": false, "cacheKey": false, "nextPageToken": false,
	} {
		if got := NamesSecret(name); got != want {
			t.Errorf("NamesSecret(%q) = %t", name, got)
		}
	}
}

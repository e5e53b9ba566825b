package bearerspacing

import (
	"fmt"
	"net/http"
)

const prefix = "Bearer  " // want "2 spaces"

func set(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer"+token)                  // want "no space"
	req.Header.Set("Authorization", prefix+token)                    // the constant is mended
	req.Header.Set("Authorization", fmt.Sprintf("Bearer:%s", token)) // want "a colon"
	req.Header.Set("Authorization", `Bearer: `+token)                // want "a colon"
	req.Header.Set("Authorization", " Bearer "+token+" ")            // want "a blank before" "a blank after"
	// gap: an escape in the literal has no place of its own, so there is no fix.
	req.Header.Set("Authorization", "Bearer\t"+token) // want "a tab"
}

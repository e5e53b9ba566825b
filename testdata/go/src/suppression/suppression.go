package suppression

import "net/http"

func set(req *http.Request, token string) {
	//authlint:ignore bearer-spacing -- this server wants it so
	req.Header.Set("Authorization", "Bearer"+token)
	req.Header.Set("Authorization", token) //authlint:ignore missing-bearer -- this server takes a raw token

	/* want "gives no reason" */ //authlint:ignore bearer-spacing
	req.Header.Set("Authorization", "Bearer "+token)

	/* want "there is no rule `bearer-spaces`" */ //authlint:ignore bearer-spaces -- misspelt
	req.Header.Set("Authorization", "Bearer "+token)

	/* want "nothing to ignore here" */ //authlint:ignore bearer-spacing -- no longer needed
	req.Header.Set("Authorization", "Bearer "+token)
}

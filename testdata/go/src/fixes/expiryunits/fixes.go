package expiryunits

import (
	"encoding/json"
	"net/http"
	"time"
)

type answer struct {
	ExpiresIn int64 `json:"expires_in"`
}

type claims struct {
	Exp float64 `json:"exp"`
}

func lasts(resp *http.Response) time.Time {
	var a answer
	json.NewDecoder(resp.Body).Decode(&a)
	return time.Now().Add(time.Duration(a.ExpiresIn)) // want "counts seconds and a Duration nanoseconds"
}

func moment(c claims) time.Time {
	return time.UnixMilli(int64(c.Exp)) // want "counts seconds and UnixMilli takes milliseconds"
}

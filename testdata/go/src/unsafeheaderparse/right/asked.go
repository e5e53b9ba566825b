package right

import (
	"encoding/base64"
	"errors"
	"net/http"
	"strings"
)

// What is asked on the way tells how long the header is.

func bySwitch(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	switch parts := strings.Split(h, " "); len(parts) {
	case 2:
		use(parts[1]) // two of them
	default:
		http.Error(w, "no", 401)
	}
}

func byCases(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	switch {
	case h == "":
		http.Error(w, "no", 401)
	case strings.HasPrefix(h, "Bearer "):
		use(h[7:]) // it has the scheme
	}
}

func byLeavingCase(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	switch {
	case !strings.HasPrefix(h, "Bearer "):
		http.Error(w, "no", 401)
		return
	}
	use(h[7:]) // the others have left
}

func inCase(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	switch r.Method {
	case "POST":
		if len(h) < 8 {
			http.Error(w, "no", 401)
			return
		}
		use(h[7:]) // the short ones have left
	}
}

func byElse(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	if strings.HasPrefix(h, "Bearer ") {
		w.Header().Set("X-Scheme", "Bearer")
	} else {
		http.Error(w, "no", 401)
		return
	}
	use(h[7:]) // the others have left
}

func inCondition(r *http.Request) bool {
	h := r.Header.Get("Authorization")
	return len(h) > 7 && h[:7] == "Bearer " // asked first
}

func inConditionOr(r *http.Request) bool {
	h := r.Header.Get("Authorization")
	return len(h) < 8 || h[:7] != "Bearer " // asked first
}

func byLoop(r *http.Request) (out []string) {
	h := r.Header.Get("Authorization")
	for len(h) > 7 {
		out = append(out, h[:7]) // long enough in each turn
		h = ""
	}
	return out
}

func byKnown(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	ok := strings.HasPrefix(h, "Bearer ")
	if !ok {
		http.Error(w, "no", 401)
		return
	}
	use(h[7:]) // ok tells
}

func byErr(w http.ResponseWriter, r *http.Request) {
	h := r.Header.Get("Authorization")
	err := errors.New("no")
	if strings.HasPrefix(h, "Bearer ") {
		err = nil
	}
	_ = err
	if strings.Count(h, " ") == 1 {
		use(strings.Split(h, " ")[1]) // one blank
	}
}

func byConstant(w http.ResponseWriter, r *http.Request) {
	if h := r.Header.Get("Authorization"); h == "Bearer guest" {
		use(h[7:]) // this very text
	}
}

func recovered(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			http.Error(w, "no", 401)
		}
	}()
	use(strings.Split(r.Header.Get("Authorization"), " ")[1]) // a panic is answered
}

// What cannot panic, and what is no Authorization header.

func firstPart(r *http.Request) {
	h := r.Header.Get("Authorization")
	use(strings.Split(h, " ")[0]) // there is always one
	use(h[0:])                    // nothing is cut off
	use(h[:0])                    // nor here
}

func another(r *http.Request) {
	use(strings.Split(r.Header.Get("X-Range"), "-")[1]) // not this rule's
	use(strings.Split(r.URL.Path, "/")[1])              // begins with a slash
}

func colon(w http.ResponseWriter, r *http.Request) {
	dec, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(r.Header.Get("Authorization"), "Basic "))
	i := strings.IndexByte(string(dec), ':')
	if i < 0 {
		http.Error(w, "no", 401)
		return
	}
	use(string(dec)[:i]) // there is one
}

package unrewoundbody

import (
	"bytes"
	"io"
	"net/http"
	"os"
)

// Wrong: what a function returns shares the body of what it is given.

func cloned(req *http.Request) *http.Request { return req.Clone(req.Context()) }

func shallow(req *http.Request) *http.Request {
	again := new(http.Request)
	*again = *req
	return again
}

func marked(req *http.Request) *http.Request {
	req.Header.Set("X-Again", "1")
	return req
}

type copying struct{ transport }

func (t *copying) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(cloned(req))
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(cloned(req)) // want "`cloned\\(req\\)` is sent again"
	}
	return resp, err
}

type shallowly struct{ transport }

func (t *shallowly) RoundTrip(req *http.Request) (*http.Response, error) {
	first := shallow(req)
	resp, err := t.base.RoundTrip(first)
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(req) // want "`req` is sent again"
	}
	return resp, err
}

type marking struct{ transport }

func (t *marking) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(marked(req)) // want "`marked\\(req\\)` is sent again"
	}
	return resp, err
}

type withContext struct{ transport }

func (t *withContext) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req.WithContext(req.Context()))
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(req) // want "`req` is sent again"
	}
	return resp, err
}

// Right: a function that may make a new one.

func rebuilt(req *http.Request) *http.Request {
	again, _ := http.NewRequest(req.Method, req.URL.String(), nil)
	return again
}

type rebuilding struct{ transport }

func (t *rebuilding) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(rebuilt(req)) // another request
	}
	return resp, err
}

func other(req *http.Request, r *http.Request) *http.Request { return r.Clone(req.Context()) }

type othering struct{ transport }

func (t *othering) send(req, login *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(other(req, login)) // a copy of another one
	}
	return resp, err
}

// Right: a variable that is one of several.

func (t *othering) chosen(req, login *http.Request, first bool) (*http.Response, error) {
	next := req
	if first {
		next = login
	}
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(next) // perhaps another one
	}
	return resp, err
}

// Right: it is put back before it is sent again.

func (t *transport) buffered(req *http.Request) (*http.Response, error) {
	kept, _ := io.ReadAll(req.Body)
	req.Body = io.NopCloser(bytes.NewReader(kept))
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		req.Body = io.NopCloser(bytes.NewReader(kept)) // made anew
		return t.base.RoundTrip(req)
	}
	return resp, err
}

// Wrong: only before it is sent the first time.

func (t *transport) bufferedOnce(req *http.Request) (*http.Response, error) {
	kept, _ := io.ReadAll(req.Body)
	req.Body = io.NopCloser(bytes.NewReader(kept))
	resp, err := t.base.RoundTrip(req)
	if err == nil && resp.StatusCode == 401 {
		return t.base.RoundTrip(req) // want "`req` is sent again"
	}
	return resp, err
}

// Right: the stream is turned back.

func (t *transport) upload(url string, f *os.File) error {
	resp, err := http.Post(url, "text/plain", f)
	if err == nil && resp.StatusCode == 401 {
		f.Seek(0, io.SeekStart) // from its beginning
		_, err = http.Post(url, "text/plain", f)
	}
	return err
}

package missingretryguard

import (
	"context"
	"errors"
	"net/http"
)

// What a helper asks before it comes back: whether that can be the guard.

type session struct {
	http  *http.Client
	token string
	tries int
	known map[string]int
	login any
}

type renewer interface{ renew() error }

func (s *session) renewToken() bool { return s.token != "" }

// Wrong: errors, data of the request, the outcome of a refresh and a capability
// say nothing of how often.

func (s *session) get(path string) (*http.Response, error) {
	resp, err := s.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return s.getAgain(path) // want "`get` calls itself to send the request again with no guard"
	}
	return resp, err
}

func (s *session) getAgain(path string) (*http.Response, error) {
	if !s.renewToken() {
		return nil, errors.New("refused")
	}
	return s.get(path)
}

func (s *session) head(path string) (*http.Response, error) {
	resp, err := s.http.Head(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return s.headAgain(path) // want "`head` calls itself to send the request again with no guard"
	}
	return resp, err
}

func (s *session) headAgain(path string) (*http.Response, error) {
	if path == "/login" || "" == path {
		return nil, errors.New("refused")
	}
	return s.head(path)
}

func (s *session) able(path string) (*http.Response, error) {
	resp, err := s.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return s.ableAgain(path) // want "`able` calls itself to send the request again with no guard"
	}
	return resp, err
}

func (s *session) ableAgain(path string) (*http.Response, error) {
	r, ok := s.login.(renewer)
	if !ok {
		return nil, errors.New("refused")
	}
	if err := r.renew(); err != nil && !errors.Is(err, context.Canceled) {
		return nil, err
	}
	return s.able(path)
}

func (s *session) coded(path string) (*http.Response, error) {
	resp, err := s.http.Get(path)
	if err == nil && resp.StatusCode >= 400 {
		return s.codedAgain(path, resp.StatusCode)
	}
	return resp, err
}

func (s *session) codedAgain(path string, status int) (*http.Response, error) {
	if status != http.StatusUnauthorized {
		return nil, errors.New("failed")
	}
	return s.coded(path) // want "`codedAgain` calls itself to send the request again with no guard"
}

// Right: the helper counts, or looks at what may count.

func (s *session) counted(path string) (*http.Response, error) {
	resp, err := s.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return s.countedAgain(path) // at most three times
	}
	return resp, err
}

func (s *session) countedAgain(path string) (*http.Response, error) {
	if s.tries > 2 {
		return nil, errors.New("refused")
	}
	s.tries++
	return s.counted(path)
}

func (s *session) listed(path string) (*http.Response, error) {
	resp, err := s.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return s.listedAgain(path) // what the map says is not known here
	}
	return resp, err
}

func (s *session) listedAgain(path string) (*http.Response, error) {
	if s.known[path] > 0 {
		return nil, errors.New("refused")
	}
	return s.listed(path)
}

// Right: what is handed to the helper counts.

func (s *session) deep(path string, depth int) (*http.Response, error) {
	resp, err := s.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && depth < 3 {
		return s.deepAgain(depth+1, path) // counts
	}
	return resp, err
}

func (s *session) deepAgain(depth int, path string) (*http.Response, error) {
	s.renewToken()
	return s.deep(path, depth)
}

// Wrong: it does not count.

func (s *session) flat(path string, depth int) (*http.Response, error) {
	resp, err := s.http.Get(path)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && depth < 3 {
		return s.flatAgain(depth, path) // want "under a test of `depth`, which nothing sets"
	}
	return resp, err
}

func (s *session) flatAgain(depth int, path string) (*http.Response, error) {
	s.renewToken()
	return s.flat(path, depth)
}

// A RoundTripper that sends again through a client: wrong where that is the one
// whose transport it is.

type looping struct{ base http.RoundTripper }

func (l *looping) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := l.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return (&http.Client{Transport: l}).Do(req) // want "the request is sent again through `RoundTrip` with no guard"
	}
	return resp, err
}

type straight struct{ base http.RoundTripper }

func (s *straight) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := s.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return (&http.Client{Transport: s.base}).Do(req) // does not come by here again
	}
	return resp, err
}

func (s *straight) Send(req *http.Request) (*http.Response, error) {
	resp, err := s.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return (&http.Client{Transport: s}).Do(req) // comes to RoundTrip, not here
	}
	return resp, err
}

type plainly struct{ base http.RoundTripper }

func (p *plainly) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := p.base.RoundTrip(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		return http.DefaultClient.Do(req) // another transport
	}
	return resp, err
}

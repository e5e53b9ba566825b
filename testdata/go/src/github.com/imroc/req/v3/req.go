// Package req is a stub: what the analyzers need of imroc/req.
package req

type Client struct{}

type Request struct{}

type Response struct{ StatusCode int }

func C() *Client { return nil }

func (c *Client) R() *Request                                      { return nil }
func (c *Client) SetBaseURL(url string) *Client                    { return c }
func (c *Client) SetCommonHeader(name, value string) *Client       { return c }
func (c *Client) SetCommonBearerAuthToken(token string) *Client    { return c }
func (c *Client) SetCommonBasicAuth(user, password string) *Client { return c }
func (c *Client) Get(url ...string) *Request                       { return nil }

func (r *Request) SetHeader(name, value string) *Request         { return r }
func (r *Request) SetHeaders(headers map[string]string) *Request { return r }
func (r *Request) SetBearerAuthToken(token string) *Request      { return r }
func (r *Request) SetBasicAuth(user, password string) *Request   { return r }
func (r *Request) Do() *Response                                 { return nil }
func (r *Request) Get(url string) (*Response, error)             { return nil, nil }
func (r *Request) MustPost(url string) *Response                 { return nil }
func (r *Request) Send(method, url string) (*Response, error)    { return nil, nil }

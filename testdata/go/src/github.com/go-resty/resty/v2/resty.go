// Package resty is a stub: what the analyzers need of resty.
package resty

type Client struct{}

type Request struct{}

type Response struct{}

func New() *Client { return nil }

func (c *Client) R() *Request                                  { return nil }
func (c *Client) SetBaseURL(url string) *Client                { return c }
func (c *Client) SetHeader(name, value string) *Client         { return c }
func (c *Client) SetHeaders(headers map[string]string) *Client { return c }
func (c *Client) SetAuthToken(token string) *Client            { return c }
func (c *Client) SetAuthScheme(scheme string) *Client          { return c }

func (c *Client) OnAfterResponse(m func(*Client, *Response) error) *Client { return c }
func (c *Client) OnBeforeRequest(m func(*Client, *Request) error) *Client  { return c }
func (c *Client) SetRetryCount(n int) *Client                              { return c }
func (c *Client) AddRetryCondition(f func(*Response, error) bool) *Client  { return c }

func (r *Request) SetHeader(name, value string) *Request            { return r }
func (r *Request) SetHeaders(headers map[string]string) *Request    { return r }
func (r *Request) SetAuthToken(token string) *Request               { return r }
func (r *Request) SetBasicAuth(user, password string) *Request      { return r }
func (r *Request) SetQueryParam(name, value string) *Request        { return r }
func (r *Request) SetBody(body any) *Request                        { return r }
func (r *Request) Get(url string) (*Response, error)                { return nil, nil }
func (r *Request) Post(url string) (*Response, error)               { return nil, nil }
func (r *Request) SetQueryParams(params map[string]string) *Request { return r }

func (r *Response) StatusCode() int { return 0 }
func (r *Response) String() string  { return "" }

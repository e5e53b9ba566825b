// Package fasthttp is a stub: what the analyzers need of fasthttp.
package fasthttp

import "time"

type RequestHeader struct{}

func (h *RequestHeader) Set(name, value string)              {}
func (h *RequestHeader) SetBytesV(name string, value []byte) {}
func (h *RequestHeader) SetMethod(method string)             {}

type ResponseHeader struct{}

func (h *ResponseHeader) Set(name, value string) {}

type Request struct{ Header RequestHeader }

func (r *Request) SetRequestURI(url string) {}

type Response struct{ Header ResponseHeader }

type RequestCtx struct {
	Request  Request
	Response Response
}

type Client struct{}

func (c *Client) Do(req *Request, resp *Response) error                               { return nil }
func (c *Client) DoTimeout(req *Request, resp *Response, timeout time.Duration) error { return nil }

func Do(req *Request, resp *Response) error                           { return nil }
func AcquireRequest() *Request                                        { return nil }
func AcquireResponse() *Response                                      { return nil }
func Get(dst []byte, url string) (status int, body []byte, err error) { return 0, nil, nil }

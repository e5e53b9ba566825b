import httpProxy from 'http-proxy';
const proxy = httpProxy.createProxyServer({ target: 'http://api' });
export const handler = (req, res) => {
  req.headers.authorization = `Bearer ${req.cookies?.jwt}`; // want "is undefined when nobody is logged in"
  proxy.web(req, res);
};

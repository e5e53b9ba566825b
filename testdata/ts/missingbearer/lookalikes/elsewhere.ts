// No request headers at all.
import Cookies from 'js-cookie';

declare const token: string, t: (s: string) => string;

Cookies.set('Authorization', token); // stored
sessionStorage.setItem('Authorization', token);
new Map().set('Authorization', token);
const search = new URLSearchParams();
search.append('Authorization', token);
const body = new FormData();
body.append('authorization', token);
declare const queryParams: any, tokenCache: any;
queryParams.set('Authorization', token);
tokenCache.set('Authorization', token);

export const messages = { authorization: token, authentication: 'Anmeldung' }; // translations
export const label = { authorization: t('token') };

// Answers of a server.
export function login(req: any, res: any) {
  res.set('Authorization', token);
  res.setHeader('Authorization', token);
  res.header('Authorization', token);
  res.headers.authorization = token;
  res.json({ Authorization: token });
}
export function koa(ctx: any) {
  ctx.set('Authorization', token);
}
export function hono(c: any) {
  c.header('Authorization', token);
  return new Response(null, { headers: { Authorization: token } });
}

// A scheme of OpenAPI, a list of allowed headers, a curl in a string.
export const openapi = { securitySchemes: { Authorization: { type: 'apiKey', name: 'Authorization', in: 'header' } } };
export const security = [{ Authorization: [] }];
export const allowed = ['Authorization', 'Content-Type'];
export const curl = `curl -H 'Authorization: ${token}'`;

import axios from 'axios';
import { addBearer, formatToken } from 'some-auth-kit';
import { Client } from 'discord-kit';
import { sign } from 'aws4-kit';

declare const token: string, accessToken: string, authHeader: string, apiKey: string, tokenType: string, username: string, password: string;

// The scheme is there.
export const a = fetch('/api/a', { headers: { Authorization: `Bearer ${token}` } });
export const b = fetch('/api/b', { headers: { Authorization: 'Token ' + token } });
export const c = fetch('/api/c', { headers: { Authorization: `JWT ${token}` } });
export const d = fetch('/api/d', { headers: { Authorization: `Basic ${btoa(username + ':' + password)}` } });
export const e = fetch('/api/e', { headers: { Authorization: ['Bearer', token].join(' ') } });
export const f = fetch('/api/f', { headers: { Authorization: 'Bearer '.concat(token) } });
export const g = fetch('/api/g', { headers: { Authorization: `key=${token}` } }); // an own form

// It may be there: these names promise a whole value.
export const h = fetch('/api/h', { headers: { Authorization: authHeader } });
export const i = fetch('/api/i', { headers: { Authorization: localStorage.getItem('Authorization')! } });
export const j = fetch('/api/j', { headers: { Authorization: process.env.AUTH_HEADER! } });
export const k = fetch('/api/k', { headers: { Authorization: process.env.BEARER_TOKEN! } });

// Made by code that is not seen.
export const l = fetch('/api/l', { headers: { Authorization: addBearer(token) } });
export const m = fetch('/api/m', { headers: { Authorization: formatToken(token) } });
export const n = fetch('/api/n', { headers: { Authorization: sign({ token }) } });
export async function o(auth: { getAccessToken(): Promise<string> }) {
  return fetch('/api/o', { headers: { Authorization: await auth.getAccessToken() } });
}
export const p = fetch('/api/p', { headers: { Authorization: new Client().token } }); // a library's token may be "Bot …"

// Idempotent: one of the two ways has the scheme.
export const q = fetch('/api/q', { headers: { Authorization: token.startsWith('Bearer ') ? token : `Bearer ${token}` } });
export function r(token: string) {
  if (!token.startsWith('Bearer ')) token = 'Bearer ' + token;
  return fetch('/api/r', { headers: { Authorization: token } });
}
export function s(value: string) {
  let header = value;
  header = `Bearer ${header}`;
  return fetch('/api/s', { headers: { Authorization: header } });
}
export function t(token: string) {
  let authToken = 'Bearer ';
  authToken += token;
  return fetch('/api/t', { headers: { Authorization: authToken } });
}

// Passed on.
export function proxy(req: any) {
  return fetch('https://upstream.example', { headers: { authorization: req.headers.authorization } });
}
export function bff(req: any) {
  const { authorization } = req.headers;
  return axios.get('https://upstream.example', { headers: { authorization } });
}
export function edge(request: Request) {
  return fetch('https://upstream.example', { headers: { authorization: request.headers.get('authorization')! } });
}
axios.interceptors.response.use((res) => {
  axios.defaults.headers.common.Authorization = res.headers.authorization; // as the server sent it
  return res;
});

// An API's own key goes raw into Authorization more often than not.
export const u = fetch('/api/u', { headers: { Authorization: apiKey } });
export const v = fetch('/api/v', { headers: { Authorization: process.env.SERVICE_API_KEY! } });

// Other headers take raw tokens by design.
export const w = fetch('/api/w', {
  headers: { 'X-Token': token, 'X-Api-Key': apiKey, 'X-Auth-Token': accessToken, 'Private-Token': token, 'x-access-token': token, token },
});

// Nothing to send: the header is taken away.
axios.defaults.headers.common['Authorization'] = '';
axios.defaults.headers.common['Authorization'] = null as any;
export const x = fetch('/api/x', { headers: { Authorization: undefined as any } });
delete axios.defaults.headers.common['Authorization'];

// Tokens of another trade.
declare const csrfToken: string, nextPageToken: string;
export const y = fetch('/api/y', { headers: { Authorization: csrfToken } });
export const z = fetch('/api/z', { headers: { Authorization: nextPageToken } });

// A value of another scheme that was built earlier, and one that was signed.
const token1 = 'Basic ' + btoa(username + ':' + password);
export const basic = fetch('/api/basic', { headers: { Authorization: token1 } });
const signedToken = new Client().sign({ token });
export const signed = fetch('/api/signed', { headers: { Authorization: signedToken } });

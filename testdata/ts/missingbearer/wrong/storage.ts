import axios from 'axios';
import Cookies from 'js-cookie';

// A token read from storage is the whole value.
export const a = fetch('/api/a', { headers: { Authorization: localStorage.getItem('token') } }); // want "warning: `localStorage.getItem\\('token'\\)` is sent without a scheme; servers that expect Bearer answer 401"
export const b = fetch('/api/b', { headers: { authorization: sessionStorage.getItem('access_token') } }); // want "without a scheme"
export const c = axios.get('/api/c', { headers: { 'Authorization': localStorage.getItem('interiorjung-token') } }); // want "without a scheme"
export const d = axios.get('/api/d', { headers: { Authorization: Cookies.get('jwt') } }); // want "`Cookies.get\\('jwt'\\)`"
export const e = axios.get('/api/e', { headers: { Authorization: localStorage.token } }); // want "`localStorage.token`"
export const f = axios.get('/api/f', { headers: { Authorization: localStorage['accessToken'] } }); // want "without a scheme"
export const g = axios.get('/api/g', { headers: { Authorization: window.localStorage.getItem('token') } }); // want "without a scheme"
export const h = axios.get('/api/h', { headers: { Authorization: JSON.parse(localStorage.getItem('token')!) } }); // want "without a scheme"

const KEY = 'access-token';
const token = localStorage.getItem(KEY);
export const i = axios.get('/api/i', { headers: { Authorization: token } }); // want "`token`"
export const j = axios.get('/api/j', { headers: { Authorization: token || '' } }); // want "without a scheme"
export const k = axios.get('/api/k', { headers: { Authorization: token ?? undefined } }); // want "without a scheme"
export const l = axios.get('/api/l', { headers: { Authorization: token ? token : '' } }); // want "without a scheme"
export const m = axios.get('/api/m', { headers: { Authorization: `${token}` } }); // want "without a scheme"
export const n = axios.get('/api/n', { headers: { Authorization: token! } }); // want "without a scheme"
export const o = axios.get('/api/o', { headers: { Authorization: token as string } }); // want "without a scheme"
export const p = axios.get('/api/p', { headers: { ...(token && { Authorization: token }) } }); // want "without a scheme"
export const q = axios.get('/api/q', { headers: { Authorization: String(token) } }); // want "without a scheme"
export const r = axios.get('/api/r', { headers: { ['Authorization']: token } }); // want "without a scheme"

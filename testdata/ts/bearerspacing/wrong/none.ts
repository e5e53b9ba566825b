import axios from 'axios';

declare const token: string, user: { jwt: string };

// No space.
export const a = axios.get('/a', { headers: { Authorization: `Bearer${token}` } }); // want "error: no space between `Bearer` and `token`, so the server sees one unknown word and answers 401"
export const b = axios.get('/b', { headers: { Authorization: 'Bearer' + token } }); // want "no space between `Bearer` and `token`"
export const c = axios.get('/c', { headers: { authorization: 'bearer' + user.jwt } }); // want "no space between `bearer` and `user.jwt`"
export const d = axios.get('/d', { headers: { Authorization: 'Bearer'.concat(token) } }); // want "no space"
export const e = axios.get('/e', { headers: { Authorization: ['Bearer', token].join('') } }); // want "no space"
export const f = axios.get('/f', { headers: { Authorization: `Bearer${localStorage.getItem('token')}` } }); // want "no space between `Bearer` and `localStorage.getItem\\('token'\\)`"
export const g = axios.get('/g', { headers: { Authorization: `Basic${btoa('a:b')}` } }); // want "no space between `Basic`"
export const h = fetch('/h', { headers: { Authorization: `Bearer${token || ''}` } }); // want "no space"
const SCHEME = 'Bearer';
export const i = axios.get('/i', { headers: { Authorization: `${SCHEME}${token}` } }); // want "no space between `Bearer`"
export const j = axios.get('/j', { headers: { Authorization: SCHEME + '' + token } }); // the same constant, said once above
const bearer = (t: string) => `BEARER${t}`;
export const k = axios.get('/k', { headers: { Authorization: bearer(token) } }); // want "no space between `BEARER` and `t`"

import request from 'superagent';

declare const token: string;

// A colon.
export const a = fetch('/a', { headers: { Authorization: `Bearer: ${token}` } }); // want "error: a colon after `Bearer`; the scheme is sent as `Bearer:`, which no server recognises"
export const b = fetch('/b', { headers: { Authorization: `Bearer:${token}` } }); // want "a colon after `Bearer`"
export const c = fetch('/c', { headers: { Authorization: 'bearer: ' + token } }); // want "a colon after `bearer`"
export const d = fetch('/d', { headers: { Authorization: 'Bearer : ' + token } }); // want "a colon after `Bearer`"
export const e = request.get('/e').set('Authorization', `Bearer: ${token}`); // want "a colon after `Bearer`"

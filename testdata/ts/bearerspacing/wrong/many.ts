import axios from 'axios';

declare const token: string;

// Two spaces and more.
export const a = axios.get('/a', { headers: { Authorization: `Bearer  ${token}` } }); // want "error: 2 spaces between `Bearer` and `token`; servers that split at one space read an empty token"
export const b = axios.get('/b', { headers: { Authorization: 'Bearer   ' + token } }); // want "3 spaces"
const head = 'Bearer ';
export const c = axios.get('/c', { headers: { Authorization: head + ' ' + token } }); // want "2 spaces"
export const d = axios.get('/d', { headers: { Authorization: [head, token].join(' ') } }); // want "2 spaces"
export const e = axios.get('/e', { headers: { Authorization: `${head} ${token}` } }); // want "2 spaces"
export const f = axios.get('/f', { headers: { Authorization: 'Token  ' + token } }); // want "2 spaces between `Token`"
const headers = { Authorization: `Bearer  ${token}` }; // want "2 spaces"
export const g = axios.get('/g', { headers });
export const h = axios.get('/h', { headers });

// That these answer all the same is no reason to rely on it.
export const github = fetch('https://api.github.com/user', { headers: { Authorization: `Bearer  ${token}` } }); // want "2 spaces"
export const tmdb = fetch('https://api.themoviedb.org/3/account', { headers: { Authorization: `Bearer  ${token}` } }); // want "2 spaces"

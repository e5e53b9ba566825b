import axios from 'axios';

declare const token: string;

export const a = axios.get('/a', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
export const b = axios.get('/b', { headers: { Authorization: 'Bearer' + token } }); // want "no space"
export const c = axios.get('/c', { headers: { Authorization: `Bearer  ${token}` } }); // want "2 spaces"
export const d = axios.get('/d', { headers: { Authorization: `Bearer: ${token}` } }); // want "a colon"
export const e = axios.get('/e', { headers: { Authorization: ` Bearer ${token} ` } }); // want "a blank before" "a blank after"

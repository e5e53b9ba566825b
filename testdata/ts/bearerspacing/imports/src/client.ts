import axios from 'axios';
import { config, good, header, PREFIX, scheme } from '~/index';
import * as all from '.';

declare const token: string;

export const a = axios.get('/a', { headers: { Authorization: scheme + token } }); // want "no space between `Bearer` and `token`"
export const b = axios.get('/b', { headers: { Authorization: `${PREFIX} ${token}` } }); // want "2 spaces"
export const c = axios.get('/c', { headers: { Authorization: `${config.auth.scheme} ${token}` } }); // want "a colon after `Bearer`"
export const d = axios.get('/d', { headers: { Authorization: header(token) } }); // said where the header is built
export const e = axios.get('/e', { headers: { Authorization: PREFIX + token } }); // the blank is in the constant
export const f = axios.get('/f', { headers: { Authorization: all.good(token) } }); // one space, over there
export const g = axios.get('/g', { headers: { Authorization: all.header(token) } }); // the same mistake again

import axios from './api';
import { api } from './api';
import { authFetch, get, Http } from './http';

declare const accessToken: string;

export const a = authFetch('https://a.example/a');
export const b = get('/b', accessToken);
export const c = new Http().get('/c');
export const d = axios.get('/d');
export const e = api.get('/e', { headers: { Authorization: accessToken } }); // want "`accessToken`"
export const f = api({ url: '/f', headers: { Authorization: accessToken } }); // want "`accessToken`"
export const g = api.request({ url: '/g', headers: { Authorization: accessToken } }); // want "`accessToken`"

const config = { headers: { Authorization: accessToken } }; // want "`accessToken`"
export const h = api.get('/h', config);
export const i = api.post('/i', {}, config);

const headers = () => ({ Authorization: accessToken }); // want "`accessToken`"
export const j = api.get('/j', { headers: headers() });

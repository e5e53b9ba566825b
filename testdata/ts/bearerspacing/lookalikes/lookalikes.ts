import axios from 'axios';
import { config } from 'some-config';

declare const token: string, sep: string, tokenType: string;

// One space, however it is put there.
export const a = axios.get('/a', { headers: { Authorization: 'Bearer' + ' ' + token } });
export const b = axios.get('/b', { headers: { Authorization: `${'Bearer'} ${token}` } });
export const c = axios.get('/c', { headers: { Authorization: ['Bearer', token].join(' ') } });
export const d = axios.get('/d', { headers: { Authorization: 'Bearer'.concat(' ', token) } });
export const e = axios.get('/e', { headers: { Authorization: 'bearer ' + token } }); // schemes have no case
export const f = axios.get('/f', { headers: { Authorization: 'Bearer\x20' + token } });

// What stands between is not known.
export const g = axios.get('/g', { headers: { Authorization: 'Bearer' + sep + token } });
export const h = axios.get('/h', { headers: { Authorization: 'Bearer' + config.separator + token } });
export const i = axios.get('/i', { headers: { Authorization: tokenType + token } });

// Words of their own.
export const j = axios.get('/j', { headers: { Authorization: 'Bearer' + 'Auth' } });
export const k = axios.get('/k', { headers: { Authorization: 'token' + token } });
export const l = axios.get('/l', { headers: { Authorization: `key=${token}` } });
export const m = axios.get('/m', { headers: { Authorization: `Token: ${token}` } }); // some APIs have it so
export const n = axios.get('/n', { headers: { Authorization: `Signature keyId="a", signature="${token}"` } });

// Nothing follows yet.
export const o = axios.get('/o', { headers: { Authorization: 'Bearer' } });
export const p = axios.get('/p', { headers: { Authorization: 'Bearer  ' } });

// Not a request's Authorization.
export const q = axios.get('/q', { headers: { 'X-Auth': `Bearer${token}` } });
export const openapi = { components: { securitySchemes: { BearerAuth: { type: 'http', scheme: 'bearer' } } } };
export function deny(res: any) {
  res.setHeader('WWW-Authenticate', 'Bearer  error="invalid_token"');
  res.set('Authorization', `Bearer: ${token}`);
}
export const text = `Authorization: Bearer  ${token}`;
export const log = () => console.log(`Bearer${token}`);

// A prefix without its blank, to be compared with.
export const strip = (header: string) => (header.startsWith('Bearer') ? header.slice('Bearer'.length).trim() : header);

// export const s = axios.get('/s', { headers: { Authorization: `Bearer${token}` } });

// The blank may come out of a method.
export const s = axios.get('/s', { headers: { Authorization: 'Bearer' + token.replace('"', ' ') } });
export const t = axios.get('/t', { headers: { Authorization: 'Bearer' + token.padStart(40) } });
export const u = axios.get('/u', { headers: { Authorization: `Bearer${' '.repeat(2)}${token}` } });

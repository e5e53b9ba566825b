import axios from 'axios';

const API = 'https://options.example.com';
export const me = () => fetch(`${API}/me`, { credentials: 'include' });

// Good: the option comes after the literal.
export function assigned() {
  const options: RequestInit = { method: 'POST' };
  options.credentials = 'include';
  return fetch(`${API}/login`, options);
}
export function assignedAxios(c: object) {
  const config: any = { headers: {} };
  config.withCredentials = true;
  return axios.post(`${API}/login`, c, config);
}
export function byName(name: string) {
  const config: any = {};
  config[name] = true;
  return axios.post(`${API}/login`, {}, config);
}
// Good: another function may add it.
export function handedOn(c: object) {
  const config = { headers: {} };
  enrich(config);
  return axios.post(`${API}/login`, c, config);
}
declare function enrich(config: object): void;

// Good: it comes from a function, a constant, an enum or a computed name.
const base = () => ({ credentials: 'include' as const });
export const spread = () => fetch(`${API}/login`, { method: 'POST', ...base() });
const options = (method: string) => ({ method, credentials: 'include' as const });
export const called = () => fetch(`${API}/login`, options('POST'));
export const merged = (init: object) => fetch(`${API}/login`, Object.assign({ credentials: 'include' }, init));
const request = new Request(`${API}/login`, { method: 'POST', credentials: 'include' });
export const requested = () => fetch(request);
const MODE = 'include';
export const constant = () => fetch(`${API}/login`, { credentials: MODE });
enum Mode {
  Include = 'include',
}
export const enumerated = () => fetch(`${API}/login`, { credentials: Mode.Include });
export const computed = () => fetch(`${API}/login`, { ['credentials']: 'include' });

// What is changed later is something else, and the object only goes into requests.
export function other(c: object) {
  const config: any = { headers: {} };
  config.timeout = 1000;
  axios.get(`${API}/me`, config);
  return axios.post(`${API}/login`, c, config); // want "this login"
}

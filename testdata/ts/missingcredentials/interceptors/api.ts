import axios from 'axios';

// Good: a request interceptor sets it.
export const assigned = axios.create({ baseURL: 'https://api.example.com' });
assigned.interceptors.request.use((config) => {
  config.withCredentials = true;
  return config;
});
export const login = (c: object) => assigned.post('/login', c);

// Good: one that makes a new configuration.
export const spread = axios.create({ baseURL: 'https://api.example.com' });
spread.interceptors.request.use((config) => ({ ...config, withCredentials: true }));
export const loginSpread = (c: object) => spread.post('/login', c);

// Good: one that is declared elsewhere.
function withCookies(config: any) {
  config.withCredentials = true;
  return config;
}
export const named = axios.create({ baseURL: 'https://api.example.com' });
named.interceptors.request.use(withCookies);
export const loginNamed = (c: object) => named.post('/login', c);

// An interceptor that sets something else.
export const other = axios.create({ baseURL: 'https://api.example.com' });
other.interceptors.request.use((config) => {
  config.timeout = 1000;
  return config;
});
export const loginOther = (c: object) => other.post('/login', c); // want "this login"

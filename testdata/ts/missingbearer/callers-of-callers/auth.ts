import axios from 'axios';

// Good: the callers' caller passes the scheme.
export function setHeader(token: string) {
  axios.defaults.headers.common['Authorization'] = token;
}
export const remember = (token: string) => setHeader(token);
export const login = (jwt: string) => remember(`Bearer ${jwt}`);

// Good: what is passed for a property of a parameter is asked too.
export function use({ accessToken }: { accessToken: string }) {
  axios.defaults.headers.common['Authorization'] = accessToken;
}
export const start = (jwt: string) => use({ accessToken: 'Bearer ' + jwt });

// Good: null takes the header away.
export function reset(token: string | null) {
  axios.defaults.headers.common['Authorization'] = token;
}
export const logout = () => reset(null);

import axios from 'axios';

// gap: callers of callers are not asked, so this parameter's name decides; the
// prefix that login passes is not seen.
export function setHeader(token: string) {
  axios.defaults.headers.common['Authorization'] = token; // want "warning: `token`"
}
export const remember = (token: string) => setHeader(token);
export const login = (jwt: string) => remember(`Bearer ${jwt}`);

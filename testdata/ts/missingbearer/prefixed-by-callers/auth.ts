import axios from 'axios';

// Writes its argument raw; every caller passes the prefix.
export function setAuthToken(token: string | null) {
  if (token) axios.defaults.headers.common['Authorization'] = token;
  else delete axios.defaults.headers.common['Authorization'];
}

// One caller does not pass it.
export function setMaybe(token: string) {
  axios.defaults.headers.common['Authorization'] = token;
}

export const request = (url: string, auth: string) => fetch(url, { headers: { Authorization: auth } });

export class Session {
  use(token: string) {
    axios.defaults.headers.common['Authorization'] = `${token}`;
  }
}

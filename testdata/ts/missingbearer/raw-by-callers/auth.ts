import axios from 'axios';

// Its callers pass the token raw, whatever the parameter is called.
export function setHeader(value: string) {
  axios.defaults.headers.common['Authorization'] = value; // want "warning: `accessToken` is sent without a scheme"
}

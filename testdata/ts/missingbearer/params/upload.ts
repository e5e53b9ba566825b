import axios from 'axios';

declare const state: { params: { authorization?: string }; headers: Record<string, string> };


export function prepare() {
  const token = localStorage.getItem('token')!;
  // Good: a parameter of the URL that is called like the header.
  state.params.authorization = token;
  state.headers.Authorization = token; // want "without a scheme"
  return axios.post('/upload', null, state);
}

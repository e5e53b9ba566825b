import axios from 'axios';

const api = axios.create({ baseURL: '/api' });

export function load(token: string, xhr: XMLHttpRequest, user: { token: string }) {
  axios.get('/a', { headers: { Authorization: 'Bearer ${token}' } }); // want "error: nothing fills in `\\${token}`: the server gets this very text in place of `token` and answers 401"
  xhr.setRequestHeader('Authorization', "Bearer ${user.token}"); // want "nothing fills in `\\${user.token}`"
  axios.get('/b', { headers: { Authorization: `Bearer %{token}` } }); // want "nothing fills in `%{token}`"
  axios.get('/c', { headers: { Authorization: 'Bearer #{token}' } }); // want "nothing fills in `#{token}`"
  axios.get('/d', { headers: { Authorization: `Bearer {token}` } }); // want "nothing fills in `{token}`"
  axios.get('/e', { headers: { Authorization: 'Bearer {{token}}' } }); // want "nothing fills in `{{token}}`"
  api.get('/f', { headers: { Authorization: 'Bearer %s' } }); // want "nothing fills in `%s`: the server gets this very text as the token and answers 401"
}

// Beside a URL, and sent.
export const sent = (token: string) => axios({ type: 'json', url: '/g', headers: { Authorization: 'Bearer ${token}' } } as any); // want "nothing fills in"

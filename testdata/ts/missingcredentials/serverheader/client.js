import axios from 'axios';

const client = axios.create({ baseURL: 'https://api.example.com' });

// The access token is kept, but only the cookie can renew it.
export async function login(c) {
  const { data } = await client.post('/auth', c); // want "this login goes to another origin without credentials, so the browser drops the session cookie"
  sessionStorage.setItem('accessToken', data.accessToken);
}
export async function refresh() {
  const { data } = await client.get('/refresh'); // want "this refresh goes to another origin without credentials, so the browser drops"
  sessionStorage.setItem('accessToken', data.accessToken);
}

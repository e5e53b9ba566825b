import axios from 'axios';

// Good: the login sets a cookie, and a refresh gets the token for it.
const api = axios.create({ baseURL: 'https://renewed.example.com', withCredentials: true });
let accessToken = '';
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${accessToken}`;
  return config;
});

export async function login(c: object) {
  await api.post('/auth/login', c);
  const { data } = await api.post('/auth/refresh');
  accessToken = data.accessToken;
}

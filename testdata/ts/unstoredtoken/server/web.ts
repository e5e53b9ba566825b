import axios from 'axios';

const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${sessionStorage.getItem('token')}`;
  return config;
});

// Good: the server of this project sets a cookie at login.
export async function login(c: object) {
  await api.post('/auth/login', c);
}

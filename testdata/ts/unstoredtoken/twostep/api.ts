import axios from 'axios';

const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});

// Good: the server sends a code first; the token comes with the second answer.
export async function login(c: object) {
  await api.post('/auth/login', c);
  location.href = '/code';
}
export async function verify(code: string) {
  const { data } = await api.post('/auth/verify-otp', { code });
  localStorage.setItem('token', data.token);
}

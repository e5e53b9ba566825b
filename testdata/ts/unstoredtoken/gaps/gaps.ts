import axios from 'axios';
import { useMutation } from '@tanstack/react-query';
import { saveTokens } from './save';

const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});

// gap: what a library hands to its callbacks is not followed.
export const useLogin = () =>
  useMutation({ mutationFn: (c: object) => api.post('/auth/login', c), onSuccess: () => (location.href = '/') });

// gap: whether the server omits the refresh token is not known; where it does,
// undefined is stored over the old one.
export async function overwritten(refreshToken: string) {
  const { data } = await api.post('/auth/refresh', { refreshToken });
  localStorage.setItem('token', data.access_token);
  localStorage.setItem('refreshToken', data.refresh_token);
}

// gap: a store that fails in silence.
export async function failsInSilence(c: object) {
  const { data } = await api.post('/auth/login', c);
  saveTokens(data).catch(() => {});
}

// gap: only the user is kept, but no type says where the token is.
export async function userOnly(c: object) {
  const { data } = await api.post('/auth/login', c);
  sessionStorage.setItem('user', data.user.name);
}

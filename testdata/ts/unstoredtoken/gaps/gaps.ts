import axios from 'axios';
import { useMutation } from '@tanstack/react-query';

const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});

// gap: what a library hands to its callbacks is not followed.
export const useLogin = () =>
  useMutation({ mutationFn: (c: object) => api.post('/auth/login', c), onSuccess: () => (location.href = '/') });

// gap: only the user is kept, but no type says where the token is.
export async function userOnly(c: object) {
  const { data } = await api.post('/auth/login', c);
  sessionStorage.setItem('user', data.user.name);
}

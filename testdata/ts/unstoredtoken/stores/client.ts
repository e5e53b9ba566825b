import axios from 'axios';
import { store } from './store';

export const api = axios.create({ baseURL: '/api' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${store.getState().auth.token}`;
  return config;
});

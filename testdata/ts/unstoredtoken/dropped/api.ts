import axios from 'axios';
import { session } from './session';

// Requests to this server carry a token, so its login must bring one.
export const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${session.token()}`;
  return config;
});

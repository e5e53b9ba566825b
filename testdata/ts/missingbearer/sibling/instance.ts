import axios from 'axios';

declare const token: string;

const api = axios.create({ baseURL: import.meta.env.VITE_API });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${token}`;
  return config;
});
export const save = (x: unknown) => api.post('/save', x, { headers: { Authorization: token } }); // want "error: `token`"

// Of one origin by the name of an environment variable.
export const a = () => fetch(`${process.env.API_URL}/a`, { headers: { Authorization: `Bearer ${token}` } });
export const b = () => fetch(`${process.env.API_URL}/b`, { headers: { Authorization: token } }); // want "error: `token`"

import axios from 'axios';

// Good: on the page's own origin cookies go along by themselves.
const api = axios.create({ baseURL: '/api' });
export const login = (c: object) => api.post('/login', c);
export const refresh = () => axios.post('/auth/refresh');
export const logout = () => fetch('/logout', { method: 'POST' });
export const me = () => fetch('/me', { credentials: 'include' });
export const relative = (c: object) => fetch('login', { method: 'POST', body: JSON.stringify(c) });

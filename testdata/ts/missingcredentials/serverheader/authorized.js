import axios from 'axios';

const api = axios.create({ baseURL: 'https://other.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${sessionStorage.getItem('accessToken')}`;
  return config;
});
const bare = axios.create({ baseURL: 'https://other.example.com' });

// The requests carry a token, which only the cookie of this login renews.
export const login = (c) => api.post('/auth', c); // want "so the browser drops the session cookie"
export const refresh = () => bare.get('/refresh'); // want "so the browser drops the session cookie"

// Good: this one names its session by its token.
export const logout = () => api.post('/logout');

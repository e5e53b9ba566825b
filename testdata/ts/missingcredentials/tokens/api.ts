import axios from 'axios';

// Good: a session of tokens needs no cookie, although some client of the
// project sends them.
export const plain = axios.create({ baseURL: 'https://api.example.com' });
export const authorized = axios.create({ baseURL: 'https://api.example.com', withCredentials: true });
authorized.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('accessToken')}`;
  return config;
});
export const orders = () => authorized.get('/orders');

// Good: the token comes in the answer and is kept.
export async function login(c: object) {
  const { data } = await plain.post('/login', c);
  localStorage.setItem('accessToken', data.accessToken);
  localStorage.setItem('refreshToken', data.refreshToken);
}

// Good: the refresh token goes in the body, in a header or in the URL.
const refreshToken = localStorage.getItem('refreshToken');
export const refresh = () => plain.post('/auth/refresh', { refreshToken });
export const refreshForm = () => plain.post('/auth/refresh', new URLSearchParams({ refresh_token: refreshToken! }));
export const refreshJSON = () =>
  fetch('https://api.example.com/auth/refresh', { method: 'POST', body: JSON.stringify({ token: refreshToken }) });
export const refreshHeader = () => plain.post('/auth/refresh', null, { headers: { Authorization: `Bearer ${refreshToken}` } });
export const refreshQuery = () => plain.post('/auth/refresh', null, { params: { refreshToken } });
export const refreshURL = () => plain.get(`/auth/refresh?token=${refreshToken}`);
// Good: what the body holds is not known.
export const refreshWith = (body: unknown) => plain.post('/auth/refresh', body);

// Good: it names the session by its token.
export const logout = () => plain.post('/logout', { refreshToken });
export const logoutHeader = () => plain.post('/logout', null, { headers: { Authorization: `Bearer ${refreshToken}` } });

// Good: token endpoints of OAuth use no cookie.
export const exchange = (code: string) => plain.post('/oauth/token', { grant_type: 'authorization_code', code });

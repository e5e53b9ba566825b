import axios from 'axios';

const API = 'https://api.example.com';
const client = axios.create({ baseURL: API });

export const me = () => fetch(`${API}/me`, { credentials: 'include' });

export const login = (c: object) => fetch(`${API}/login`, { method: 'POST', body: JSON.stringify(c) }); // want "without credentials"
export const refresh = () => fetch(`${API}/auth/refresh`); // want "without credentials"
export const logout = () => fetch(`${API}/logout`, {}); // want "without credentials"
export const loginAxios = (c: object) => client.post('/login', c); // want "without credentials"
export const loginTimed = (c: object) => client.post('/login', c, { timeout: 1000 }); // want "without credentials"
export const loginConfig = (data: object) => client({ method: 'post', url: '/login', data }); // want "without credentials"
export const refreshAxios = () => client.get('/refresh'); // want "without credentials"
export function loginXHR(body: string) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', `${API}/login`);
  xhr.send(body); // want "without credentials"
}
// There is no body, but the option comes third.
export const logoutAxios = () => client.post('/logout'); // want "without credentials"

export const loginLines = (c: object) =>
  fetch( // want "without credentials"
    `${API}/login`,
    {
      method: 'POST',
      body: JSON.stringify(c),
    },
  );

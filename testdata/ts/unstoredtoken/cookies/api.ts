import axios from 'axios';

// Good: the session is a cookie, which the browser keeps.
export const api = axios.create({ baseURL: 'https://api.example.com', withCredentials: true });

export async function login(c: object) {
  await api.post('/auth/login', c);
}

export async function loginFetch(c: object) {
  const res = await fetch('https://api.example.com/auth/login', { method: 'POST', credentials: 'include', body: JSON.stringify(c) });
  if (!res.ok) throw new Error('refused');
}

// Good: on its own origin the cookie needs no option.
export async function loginHere(c: object) {
  const res = await fetch('/auth/login', { method: 'POST', body: JSON.stringify(c) });
  return res.ok;
}

// Good: the token that this project sends is for another server.
export const weather = axios.create({
  baseURL: 'https://weather.example.com',
  headers: { Authorization: `Bearer ${localStorage.getItem('weather-token')}` },
});

// Good: a type that names a token proves little where a cookie does the work
// and nothing in the project sends the token there.
type Answer = { user: string };
export async function loginTyped(c: object) {
  await api.post<Answer>('/auth/login', c);
}

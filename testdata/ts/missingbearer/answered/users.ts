import axios from 'axios';

const api = axios.create({ baseURL: '/api' });

// The server answers a login with the header that it wants to see again, scheme
// and all, as a filter of Spring Security usually does.
export async function login(email: string, password: string): Promise<string> {
  const { headers } = await api.post('/login', { email, password });
  return headers.authorization;
}

export function keep(token: string) {
  localStorage.setItem('credentials', JSON.stringify({ token }));
}

export function restore() {
  const { token } = JSON.parse(localStorage.getItem('credentials') || '{}');
  // Good: what was kept is the header of the answer.
  api.defaults.headers.common.Authorization = token;
}

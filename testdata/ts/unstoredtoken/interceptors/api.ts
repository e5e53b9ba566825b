import axios from 'axios';

// Good: the interceptor of answers keeps the token, so that callers need not.
export const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});
api.interceptors.response.use((response) => {
  if (response.data.token) localStorage.setItem('token', response.data.token);
  return response;
});

export async function login(c: object) {
  await api.post('/auth/login', c);
}

// An interceptor that looks at the status keeps nothing.
export const plain = axios.create({ baseURL: 'https://plain.example.com' });
plain.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});
plain.interceptors.response.use((response) => {
  if (response.status === 204) response.data = null;
  return response;
});

export async function loginPlain(c: object) {
  await plain.post('/auth/login', c); // want "goes nowhere"
}

// Good: the interceptor hands the answer to a function, which may keep the token.
export const handed = axios.create({ baseURL: 'https://handed.example.com' });
handed.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});
handed.interceptors.response.use((response) => {
  remember(response.headers);
  return response;
});
declare function remember(headers: unknown): void;

export async function loginHanded(c: object) {
  await handed.post('/auth/login', c);
}

// A handler of failures sees no answer of a login.
export const failing = axios.create({ baseURL: 'https://failing.example.com' });
failing.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});
failing.interceptors.response.use(
  (response) => response,
  (error) => {
    localStorage.removeItem('token');
    return Promise.reject(error);
  },
);

export async function loginFailing(c: object) {
  await failing.post('/auth/login', c); // want "goes nowhere"
}

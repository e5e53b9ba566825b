import axios from 'axios';

const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});

// Good: the password is asked again, and the session goes on with its token.
export async function confirmPassword(password: string) {
  await api.post('/auth/login', { password });
}
export const verifyPassword = async (password: string) => {
  const { status } = await api.post('/auth/login', { password });
  return status === 200;
};

// Good: to see that the login works.
export const monitor = {
  async checkLogin() {
    const res = await api.post('/auth/login', { name: 'probe' });
    return res.status;
  },
};

// A function that enters.
export async function enter(password: string) {
  await api.post('/auth/login', { password }); // want "goes nowhere"
}

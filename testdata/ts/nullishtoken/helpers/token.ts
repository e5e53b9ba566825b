import axios from 'axios';

export const getToken = () => localStorage.getItem('token');

export function requireToken() {
  const token = localStorage.getItem('token');
  if (!token) throw new Error('not logged in');
  return token;
}

export function setAuthToken(token: string | null) {
  axios.defaults.headers.common['Authorization'] = `Bearer ${token}`;
}

export function setChecked(token: string | null) {
  if (token) {
    axios.defaults.headers.common['Authorization'] = `Bearer ${token}`;
  }
}

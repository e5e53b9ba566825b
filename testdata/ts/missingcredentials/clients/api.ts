import axios from 'axios';

export const api = axios.create({ baseURL: 'https://api.example.com', withCredentials: true });
export const plain = axios.create({ baseURL: 'https://api.example.com' });

// What nothing but a cookie can authorize shows that the session is one.
export const orders = () => api.get('/orders');

import axios from 'axios';

export const api = axios.create({ baseURL: 'https://api.example.com', withCredentials: true });
export const bare = axios.create({ baseURL: 'https://api.example.com' });
export const orders = () => api.get('/orders');

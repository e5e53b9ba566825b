import axios from 'axios';

// One variable of the environment is one server, whichever code reads it.
const API_URL = import.meta.env.VITE_API_URL;

export const api = axios.create({ baseURL: API_URL, withCredentials: true });
export const orders = () => api.get('/orders');

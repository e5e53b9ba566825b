import axios from 'axios';

const client = axios.create({ baseURL: import.meta.env.VITE_API_URL });
client.interceptors.request.use((config) => ({
  ...config,
  headers: { ...config.headers, Authorization: 'Bearer ' + localStorage.getItem('token') },
}));
export default client;

import axios from 'axios';

axios.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  if (token) config.headers.Authorization = `Bearer ${token}`; // want "the scheme is sent twice, as `Bearer Bearer`"
  return config;
});
axios.get('/raw', { headers: { Authorization: localStorage.getItem('token') } }); // as it was stored
axios.get('/other', { headers: { Authorization: `Bearer ${localStorage.getItem('other') ?? ''}` } }); // another key

axios.interceptors.request.use((config) => {
  const token = localStorage.getItem('token') ?? '';
  config.headers.Authorization = token.startsWith('Bearer ') ? token : `Bearer ${token}`; // only where it is missing
  return config;
});

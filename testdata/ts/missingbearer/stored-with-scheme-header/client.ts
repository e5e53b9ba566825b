import axios from 'axios';

export const login = async (body: unknown) => {
  const res = await axios.post('/login', body);
  localStorage.setItem('token', res.headers.authorization); // with whatever scheme the server put there
};
export const me = () => axios.get('/api/me', { headers: { Authorization: localStorage.getItem('token') } });

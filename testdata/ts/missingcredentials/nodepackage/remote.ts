import axios from 'axios';

// Good: a package of servers alone.
const remote = axios.create({ baseURL: 'https://api.example.com' });
export const login = (c: object) => remote.post('/login', c);
export const me = () => remote.get('/me', { withCredentials: true });

import axios from 'axios';

const own = axios.create({ baseURL: 'https://api.example.com' });
const set = axios.create({ baseURL: 'https://set.example.com' });
set.defaults.withCredentials = true;

// Good: set for all, in another file.
export const login = (c: object) => axios.post('/login', c);
export const loginOwn = (c: object) => own.post('/login', c);
// Good: set on the instance after it was made.
export const loginSet = (c: object) => set.post('/login', c);
export const me = () => set.get('/me');

// fetch knows nothing of axios' defaults.
export const logout = () => fetch('https://api.example.com/logout', { method: 'POST' }); // want "this logout"

import axios from 'axios';

export const me = (token: string) => axios.get('/api/me', { headers: { Authorization: token } }); // want "error: `token` is sent without a scheme"
export const local = (token: string) => fetch('http://localhost:3000/api/me', { headers: { Authorization: token } }); // want "error: `token`"
// Not this project's server.
export const foreign = (token: string) => fetch('https://api.example.com/me', { headers: { Authorization: token } }); // want "warning: `token`"

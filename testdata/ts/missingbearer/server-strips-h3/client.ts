import axios from 'axios';

export const me = (token: string) => axios.get('/api/me', { headers: { Authorization: token } }); // want "error: `token` is sent without a scheme"

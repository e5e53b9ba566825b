import axios from 'axios';

// The server takes the header as it is.
export const me = (token: string) => axios.get('/api/me', { headers: { Authorization: token } });

import axios from 'axios';

// gap: a password that may be missing is encoded as text, user:undefined
export const a = (user: string, pass?: string) => axios.get('/a', { headers: { Authorization: `Basic ${btoa(`${user}:${pass}`)}` } });

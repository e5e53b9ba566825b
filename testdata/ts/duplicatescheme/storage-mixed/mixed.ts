import axios from 'axios';

// One writer stores it without: which of the two is read is not known.
export const a = (t: string) => localStorage.setItem('token', 'Bearer ' + t);
export const b = (t: string) => localStorage.setItem('token', t);
export const c = () => axios.get('/c', { headers: { Authorization: `Bearer ${localStorage.getItem('token') ?? ''}` } });

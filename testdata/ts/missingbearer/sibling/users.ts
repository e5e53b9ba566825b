import axios from 'axios';

const API = 'https://api.example.com';
declare const token: string;

export const me = () => axios.get(`${API}/me`, { headers: { Authorization: `Bearer ${token}` } });
export const list = () => axios.get(`${API}/users`, { headers: { Authorization: `Bearer ${token}` } });
export const remove = (id: string) => axios.delete(`${API}/users/${id}`, { headers: { Authorization: token } }); // want "error: `token` is sent without a scheme"

// Another server may take it raw.
export const other = () => axios.get('https://other.example.com/x', { headers: { Authorization: token } }); // want "warning: `token`"

// Where a URL goes that is not known is no evidence.
export const open = (url: string) => axios.get(url, { headers: { Authorization: token } }); // want "warning: `token`"
export const any = (url: string) => axios.get(url, { headers: { Authorization: `Bearer ${token}` } });

import axios from 'axios';

export const value = () => localStorage.getItem('tokenHead') + localStorage.getItem('token')!;
export const init = () => (axios.defaults.baseURL = '/');
export const header = 'Authorization';

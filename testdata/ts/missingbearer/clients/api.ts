import axios from 'axios';

export const api = axios.create({ baseURL: 'https://api.example.com' });
export default axios.create({ headers: { common: { Authorization: localStorage.getItem('token')! } } }); // want "`localStorage.getItem\\('token'\\)`"

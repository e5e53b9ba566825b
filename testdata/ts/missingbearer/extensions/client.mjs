import axios from 'axios';
export const me = () => axios.get('/me', { headers: { Authorization: localStorage.getItem('token') } }); // want "without a scheme"

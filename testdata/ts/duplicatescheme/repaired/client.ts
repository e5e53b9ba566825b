import axios from 'axios';

declare const token: string;
const stored = 'Bearer ' + token;
axios.get('/a', { headers: { Authorization: `Bearer ${stored}` } }); // want "the scheme is sent twice"

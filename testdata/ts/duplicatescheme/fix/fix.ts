import axios from 'axios';

declare const key: string;
const bearer = 'Bearer ' + key;
axios.get('/a', { headers: { Authorization: `Bearer ${bearer}` } }); // want "twice"
axios.get('/b', { headers: { Authorization: 'Bearer ' + bearer } }); // want "twice"

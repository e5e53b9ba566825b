import axios from 'axios';

declare const user: string, pass: string;
axios.get('/a', { headers: { Authorization: `Basic ${user}:${pass}` } }); // want "plain"
axios.get('/b', { headers: { Authorization: 'Basic ' + user + ':' + pass } }); // want "plain"

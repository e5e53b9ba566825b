import axios from 'axios';

// axios makes `Basic …` of them itself.
axios.get('/a', { auth: { username: 'admin', password: 'hunter2' } }); // want "warning: the password of `admin` stands in the source"
export const api = axios.create({ baseURL: '/api', auth: { username: 'svc', password: 'hunter2' } }); // want "the password of `svc` stands in the source"
const PASSWORD = 'correct-horse'; // want "the password of `bot` stands in the source"
export const b = () => axios.post('/b', {}, { auth: { username: 'bot', password: PASSWORD } });
export const c = () => axios.post('/c', {}, { auth: { username: 'bot', password: PASSWORD } }); // one constant is one mistake

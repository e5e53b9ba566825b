import axios from 'axios';

// Placeholders.
axios.get('/a', { auth: { username: 'user', password: 'password' } });
axios.get('/b', { auth: { username: 'admin', password: 'changeme' } });
// Read when they are needed.
axios.get('/c', { auth: { username: process.env.USER_NAME!, password: process.env.PASSWORD! } });
export const d = (username: string, password: string) => axios.get('/d', { auth: { username, password } });
// A local service.
axios.get('http://localhost:9000/e', { auth: { username: 'admin', password: 'hunter2' } });
// A body is no configuration.
axios.post('/f', { auth: { username: 'admin', password: 'hunter2' } });
// Another library's options, which may be of anything.
export const transport = { auth: { username: 'admin', password: 'hunter2' } };

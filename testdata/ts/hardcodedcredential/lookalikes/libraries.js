import got from 'got';
import ky from 'ky';
import request from 'superagent';

got('https://api.example.com/d', { username: process.env.NAME, password: process.env.PASSWORD }); // read when it is needed
ky.get('https://api.example.com/d', { username: 'admin', password: 'hunter2' }); // no options of ky
got.post('https://api.example.com/login', { json: { username: 'admin', password: 'hunter2' } }); // a body: a login, not the header
request.get('/b').auth('user', 'password'); // placeholders
request.get('/c').auth(process.env.TOKEN, { type: 'bearer' });

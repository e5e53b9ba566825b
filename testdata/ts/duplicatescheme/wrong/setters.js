import request from 'superagent';

const token = process.env.TOKEN;
request.get('/a').auth('Bearer ' + token, { type: 'bearer' }); // want "error: the scheme is sent twice, as `Bearer Bearer`"
request.get('/b').auth(token, { type: 'bearer' }); // superagent adds the scheme
request.get('/c').auth('user', token); // Basic

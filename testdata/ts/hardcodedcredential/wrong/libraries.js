import got from 'got';
import $ from 'jquery';
import request from 'superagent';

// These libraries make `Basic …` of them.
got('https://api.example.com/d', { username: 'svc', password: 'hunter2' }); // want "warning: the password of `svc` stands in the source"
export const api = got.extend({ prefixUrl: 'https://api.example.com', username: 'bot', password: 'hunter2' }); // want "the password of `bot` stands in the source"
$.ajax({ url: '/a', username: 'admin', password: 'hunter2' }); // want "the password of `admin` stands in the source"
request.get('/b').auth('admin', 'hunter2'); // want "the password of `admin` stands in the source"

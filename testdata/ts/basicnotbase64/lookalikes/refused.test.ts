import request from 'superagent';

// A test that sends it wrong on purpose.
it('refuses', () => request.get('/a').set('Authorization', `Basic ${user}:${pass}`).catch((e) => expect(e.status).toBe(401)));
declare const user: string, pass: string;

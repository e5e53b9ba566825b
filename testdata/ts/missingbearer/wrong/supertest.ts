import request from 'supertest';

declare const app: any, token: string;

export const get = () => request(app).get('/a').query({ q: 1 }).set('Authorization', token).expect(200); // want "`token`"

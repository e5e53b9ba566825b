import request from 'superagent'
import * as star from 'superagent'
import supertest from 'supertest'
import app from './app'

request.post('https://api.example.com/login').send({}).withCredentials() // sends superagent POST https://api.example.com/login credentials
request.get('/me').set('Authorization', `Bearer ${localStorage.getItem('t')}`).then((r) => r.body) // sends superagent GET /me authorized | header superagent
request.get('/me').set({ Authorization: 'Bearer ' + localStorage.getItem('t') }) // sends superagent GET /me authorized | header superagent
request('DELETE', '/me') // sends superagent DELETE /me
star.put('/me').send({}) // sends superagent PUT /me
const agent = request.agent()
agent.post('/login').auth('a', 'b') // sends superagent POST /login authorized | header superagent
supertest(app).post('/login').send({}) // silent: a test of a server

import request from 'superagent'

export const list = (token: string) => request.get('/items').set('Authorization', token) // want "error: `token` is sent without a scheme"
export const right = (token: string) => request.get('/items').set('Authorization', `Bearer ${token}`) // with its scheme
export const auth = (token: string) => request.get('/items').auth(token, { type: 'bearer' }) // the library puts the scheme
export const other = (token: string) => request.get('/items').set('X-Token', token) // another header

import request from 'superagent'

const headers = { Authorization: 'Bearer ' + localStorage.getItem('token') }

// The second argument is the body; options are methods.
export const a = () => request.post('/x', { headers }) // want "`headers` stands where `request.post` takes the body"
export const b = () => request.put('/x', { headers, withCredentials: true }).timeout(10) // want "stand where `request.put` takes the body"
export const c = () => request.post('/x', { name: 'x' }).set(headers) // a body
export const d = () => request.post('/x').send({ name: 'x' }).set(headers)
export const e = () => request.post('/x', (err, res) => console.info(err, res.ok)) // a callback

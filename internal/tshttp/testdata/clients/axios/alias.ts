import http from 'axios'
import { type AxiosInstance } from 'axios'
import * as everything from 'axios'
import { create } from 'axios'
import { again, fromFile } from './barrel'

declare const token: string

http.get('https://api.example.com/me') // sends axios GET https://api.example.com/me
http('/login', { method: 'post', withCredentials: true }) // sends axios POST /login credentials
http({ url: '/me', method: 'PUT', headers: { Authorization: `Bearer ${token}` } }) // sends axios PUT /me authorized | header axios
http.request({ url: '/me', method: 'DELETE', baseURL: 'https://a.example.com' }) // sends axios DELETE https://a.example.com/me
http.postForm('/upload', {}) // sends axios POST /upload
everything.get('/star') // sends axios GET /star
everything.default.get('/star') // sends axios GET /star
again.get('/again') // sends axios GET /again
fromFile.delete('/from-file') // sends axios DELETE https://base.example.com/from-file credentials authorized

const { post } = http
post('/taken-out', {}) // sends axios POST /taken-out

const made = create({ baseURL: 'https://made.example.com/v1' }) // client axios https://made.example.com/v1
made.patch('users', {}) // sends axios PATCH https://made.example.com/v1/users
const of = made.create({ baseURL: 'https://of.example.com' }) // client axios https://of.example.com
of.head('/x') // sends axios HEAD https://of.example.com/x

export function handed(client: AxiosInstance) { // client axios
  return client.get('/by-type') // sends axios GET /by-type
}

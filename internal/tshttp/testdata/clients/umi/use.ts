import request, { extend } from 'umi-request'
import { request as umi } from '@umijs/max'
import { request as own } from './own'

const api = extend({ // client umi-request https://api.example.com credentials
  prefix: 'https://api.example.com',
  credentials: 'include',
})
api.interceptors.request.use((url, options) => ({
  url,
  options: { ...options, headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }, // header umi-request
}))
api.post('/login', { data: {} }) // sends umi-request POST https://api.example.com/login credentials authorized
api('/me', { method: 'PUT' }) // sends umi-request PUT https://api.example.com/me credentials authorized
request.get('/me') // sends umi-request GET /me
umi('/api/login', { method: 'POST' }) // sends umi-request POST /api/login
own('/login', { method: 'POST' }) // silent: an own function

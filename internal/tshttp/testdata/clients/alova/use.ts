import { createAlova as make } from 'alova'
import adapterFetch from 'alova/fetch'
import { createAlova as own } from './own'

export const alova = make({ // client alova https://api.example.com
  baseURL: 'https://api.example.com',
  requestAdapter: adapterFetch(),
  beforeRequest(method) {
    method.config.headers.Authorization = `Bearer ${localStorage.getItem('token')}` // header alova
  },
})
alova.Post('/login', {}, { credentials: 'include' }) // sends alova POST https://api.example.com/login credentials authorized
alova.Get('/me', { params: {} }) // sends alova GET https://api.example.com/me authorized
alova.Delete('/me', undefined, { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }) // sends alova DELETE https://api.example.com/me authorized | header alova
own({ baseURL: '/' }).Post('/login') // silent: an own function

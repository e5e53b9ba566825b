import { client } from '@/api/client.gen'
import { createClient } from '@hey-api/client-fetch'

client.setConfig({ auth: localStorage.getItem('auth') ?? '' }) // want "read once, when the module is loaded"

const api = createClient({ baseUrl: '/api', auth: () => localStorage.getItem('auth') ?? '' }) // Good: asked at each request
const fixed = createClient({ baseUrl: '/fixed', headers: { Authorization: `Bearer ${localStorage.getItem('jwt')}` } }) // want "read once, when the module is loaded"

// Good: an interceptor of the same client writes the header of each request.
const renewed = createClient({ baseUrl: '/third', headers: { Authorization: `Bearer ${localStorage.getItem('jwt')}` } })
renewed.interceptors.request.use((request) => {
  request.headers.set('Authorization', `Bearer ${localStorage.getItem('jwt')}`)
  return request
})

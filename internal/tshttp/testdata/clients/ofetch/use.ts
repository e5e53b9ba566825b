import { ofetch, $fetch as named } from 'ofetch'
import { useFetch as vueuse } from './vueuse'

export const api = $fetch.create({ // client $fetch https://api.example.com credentials
  baseURL: 'https://api.example.com',
  credentials: 'include',
  onRequest({ options }) {
    options.headers.set('Authorization', `Bearer ${useCookie('token').value}`) // header $fetch
  },
})
api('/me') // sends $fetch GET https://api.example.com/me credentials authorized
api<{ token: string }>('/login', { method: 'POST', body: {} }) // sends $fetch POST https://api.example.com/login credentials authorized
api.raw('/login') // sends $fetch GET https://api.example.com/login credentials authorized
ofetch('/me', { baseURL: 'https://b.example.com' }) // sends $fetch GET https://b.example.com/me
named('/me', { headers: { Authorization: `Bearer ${useCookie('token').value}` } }) // sends $fetch GET /me authorized | header $fetch
const inherits = api.create({ baseURL: 'https://c.example.com' }) // client $fetch https://c.example.com credentials
inherits('/me') // sends $fetch GET https://c.example.com/me credentials authorized

const { data } = await useFetch('/api/login', { method: 'post' }) // sends $fetch POST /api/login
export const useApi = (path: string) => useFetch(path, { $fetch: api }) // sends $fetch GET https://api.example.com‹path› credentials authorized
vueuse('/login') // silent: an own function

import { createClient } from '@hey-api/client-fetch'
import { client } from './generated/client.gen'

client.interceptors.response.use(async (response, request, options: any) => {
  if (response.status !== 401 || options.retried) return response
  await client.post({ url: '/auth/refresh' }) // want "error: "
  return (await client.request({ ...options, retried: true })).response
})

// Good: the refresh goes through another client.
const api = createClient({ baseUrl: '/api' })
const auth = createClient({ baseUrl: '/auth' })
api.interceptors.response.use(async (response, request, options: any) => {
  if (response.status !== 401 || options.retried) return response
  await auth.post({ url: '/refresh' })
  return (await api.request({ ...options, retried: true })).response
})

// Good: the refresh is left out by its URL.
const third = createClient({ baseUrl: '/api' })
third.interceptors.response.use(async (response, request, options: any) => {
  if (response.status !== 401 || options.retried || request.url.includes('/auth/refresh')) return response
  await third.post({ url: '/auth/refresh' })
  return (await third.request({ ...options, retried: true })).response
})

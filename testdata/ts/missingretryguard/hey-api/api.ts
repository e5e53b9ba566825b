import { createClient } from '@hey-api/client-fetch'
import { client } from './generated/client.gen'
import { refresh } from './session'

// The client is generated anew for each build: its name and its file tell it.
client.interceptors.response.use(async (response, request, options) => {
  if (response.status !== 401) return response
  await refresh()
  return (await client.request({ ...options })).response // want "the response interceptor of `client` with no guard"
})

const guarded = createClient({ baseUrl: '/api' })
guarded.interceptors.response.use(async (response, request, options: any) => {
  if (response.status !== 401 || options.retried) return response
  await refresh()
  return (await guarded.request({ ...options, retried: true })).response // Good: tested and set on what is sent
})

const once = createClient({ baseUrl: '/once' })
once.interceptors.response.use(async (response, request) => {
  if (response.status !== 401) return response
  await refresh()
  return fetch(request) // Good: fetch has no interceptors
})

// client-axios: the interceptors are those of the axios behind the client.
const legacy = createClient({ baseUrl: '/legacy' })
legacy.instance.interceptors.response.use(undefined, async (error: any) => {
  if (error.response?.status !== 401) throw error
  await refresh()
  return legacy.instance.request(error.config) // want "the response interceptor of `legacy.instance` with no guard"
})

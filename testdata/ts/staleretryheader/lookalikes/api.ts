import axios from 'axios'
import { sign } from 'somewhere'

const make = () => axios.create({ baseURL: '/api' })

// Set on the request, in many spellings.
const a = axios.create()
const store = (token: string) => { a.defaults.headers.common.Authorization = `Bearer ${token}` }
const renew = async () => (await axios.post('/auth/refresh')).data.token as string
a.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  const token = await renew()
  store(token)
  error.config.headers['Authorization'] = `Bearer ${token}`
  return a(error.config)
})
a.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status !== 401 || request._retry) throw error
  request._retry = true
  request.headers = { ...request.headers, Authorization: `Bearer ${await renew()}` }
  return a(request)
})
a.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status !== 401 || request._retry) throw error
  request._retry = true
  request.headers.set('Authorization', `Bearer ${await renew()}`)
  return a(request)
})
a.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status !== 401 || request._retry) throw error
  request._retry = true
  store(await renew())
  delete request.headers.Authorization // the defaults have the new one
  return a(request)
})
a.interceptors.response.use(undefined, async (error) => {
  const { config } = error
  if (error.response?.status !== 401 || config._retry) throw error
  config._retry = true
  return a({ ...config, headers: { ...config.headers, Authorization: `Bearer ${await renew()}` } })
})
// Code that was not seen gets the request.
a.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  sign(error.config)
  return a(error.config)
})
// A helper of the project sets it.
const bearer = (config: any, token: string) => { config.headers.Authorization = `Bearer ${token}` }
a.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  bearer(error.config, await renew())
  return a(error.config)
})

// An interceptor that always sets it runs for the second try too.
const b = axios.create()
b.interceptors.request.use((config) => {
  const token = localStorage.getItem('token')
  if (token) config.headers.Authorization = `Bearer ${token}`
  return config
})
b.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  localStorage.setItem('token', await renew())
  return b(error.config)
})

// A session of cookies has nothing to replace.
const c = make()
c.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await renew()
  return c(error.config)
})

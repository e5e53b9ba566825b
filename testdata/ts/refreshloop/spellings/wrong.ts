import axios from 'axios'
import createAuthRefreshInterceptor from 'axios-auth-refresh'
import { jwtDecode } from 'jwt-decode'
import { tokens } from './tokens'

// Request({ url }).
const w3 = axios.create()
w3.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config._retry) {
    e.config._retry = true
    await w3.request({ url: '/auth/refresh', method: 'post' }) // want "error: `w3\\.request` goes through the response interceptor of `w3`, so its own 401 comes ba"
    return w3(e.config)
  }
  throw e
})

// W4({ … }).
const w4 = axios.create()
w4.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config._retry) {
    e.config._retry = true
    await w4({ url: '/auth/refresh', method: 'post' }) // want "error: `w4` goes through the response interceptor of `w4`, so its own 401 comes back here "
    return w4(e.config)
  }
  throw e
})

// A test of the token's age before the request.
const w5 = axios.create()
w5.interceptors.request.use(async (config) => {
  const { exp } = jwtDecode<{ exp: number }>(tokens.access)
  if (exp * 1000 < Date.now()) {
    const { data } = await w5.post('/token/refresh', { refresh: tokens.refresh }) // want "error: `w5\\.post` goes through the request interceptor of `w5`, which refreshes again befor"
    tokens.access = data.access
  }
  return config
})

// Chain of promises.
const w6 = axios.create()
w6.interceptors.response.use((r) => r, (e) => {
  if (e.response && e.response.status === 401 && !e.config._retry) {
    e.config._retry = true
    return w6.post('/auth/refresh').then(({ data }) => { // want "error: `w6\\.post` goes through the response interceptor of `w6`, so its own 401 comes back "
      e.config.headers.Authorization = 'Bearer ' + data.token
      return axios(e.config)
    })
  }
  return Promise.reject(e)
})

// Named function as the handler.
const w7 = axios.create()
async function onRefused(error: any) {
  if (error?.response?.status === 401 && !error.config._retry) {
    error.config._retry = true
    await renew()
    return w7(error.config)
  }
  return Promise.reject(error)
}
const renew = async () => {
  const { data } = await w7.post('/auth/refresh', { token: tokens.refresh }) // want "error: `w7\\.post` goes through the response interceptor of `w7`, so its own 401 comes back "
  tokens.access = data.token
}
w7.interceptors.response.use((r) => r, onRefused)

// The URL that is excluded is not that of the refresh.
const w8 = axios.create()
w8.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config.url.includes('/auth/login') && !e.config._retry) {
    e.config._retry = true
    await w8.post('/auth/refresh') // want "error: `w8\\.post` goes through the response interceptor of `w8`, so its own 401 comes back "
    return w8(e.config)
  }
  throw e
})

// Plugin form through the client itself, after an await.
const w9 = axios.create()
createAuthRefreshInterceptor(w9, async () => {
  await Promise.resolve()
  await w9.post('/auth/refresh') // want "error: `w9\\.post` goes through `w9`, whose requests are held back until this refresh ends, "
})

// An early return with the flag of another request.
const w10 = axios.create()
w10.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) return Promise.reject(e)
  if (e.config.retried) return Promise.reject(e)
  e.config.retried = true
  const { data } = await w10.get('/auth/refresh', { params: { token: tokens.refresh } }) // want "error: `w10\\.get` goes through the response interceptor of `w10`, so its own 401 comes back"
  e.config.headers.Authorization = `Bearer ${data}`
  return w10(e.config)
})

// The status has a name.
const w11 = axios.create()
w11.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === HttpStatusCode.Unauthorized && !e.config.retried) {
    e.config.retried = true
    await w11.post('/auth/refresh') // want "error: `w11\\.post` goes through the response interceptor of `w11`, so its own 401 comes bac"
    return w11(e.config)
  }
  throw e
})
import { HttpStatusCode } from 'axios'

// A list of statuses elsewhere.
const REFUSED = [401, 419]
const w12 = axios.create()
w12.interceptors.response.use(undefined, async (e) => {
  if (REFUSED.includes(e.response?.status) && !e.config.retried) {
    e.config.retried = true
    await w12.post('/auth/refresh') // want "error: `w12\\.post` goes through the response interceptor of `w12`, so its own 401 comes bac"
    return w12(e.config)
  }
  throw e
})

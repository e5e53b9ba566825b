import axios from 'axios'
import { tokens } from './tokens'

// The flag is on the request that was refused, the refresh is a new one.
const api = axios.create({ baseURL: '/api' })
api.interceptors.response.use((r) => r, async (e) => {
  if (e.response?.status !== 401 || e.config._retry) throw e
  e.config._retry = true
  await api.post('/auth/refresh') // want "error: `api.post` goes through the response interceptor of `api`, so its own 401 comes back here and refreshes again, without end"
  return api(e.config)
})

// The global client is a client too.
axios.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response.status === 401 && !request._retry) {
    request._retry = true
    const { data } = await axios.post('/auth/refresh-token', { token: tokens.refresh }) // want "error: `axios.post` goes through the response interceptor of `axios`, so its own 401"
    tokens.access = data.access
    return axios(request)
  }
  return Promise.reject(error)
})

// Another URL is excluded: that of the login.
const shop = axios.create()
shop.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (request.url !== '/auth/login' && error.response) {
    if (error.response.status === 401 && !request._retry) {
      request._retry = true
      await shop.post('/auth/refresh', { refreshToken: tokens.refresh }) // want "error: `shop.post` goes through"
      return shop(request)
    }
  }
  return Promise.reject(error)
})

// A test of a stored token is the same for both.
const desk = axios.create()
desk.interceptors.response.use(undefined, async (error) => {
  const refreshToken = localStorage.getItem('refreshToken')
  if (!refreshToken) return Promise.reject(error)
  const isUnauthorized = error.response?.status === 401
  if (isUnauthorized) {
    await desk.post('/token/refresh', { refreshToken }) // want "error: `desk.post` goes through"
    return axios(error.config)
  }
  throw error
})

// With a queue the refused refresh waits for itself.
const queued = axios.create()
let isRefreshing = false
let waiting: { resolve: (v: unknown) => void; reject: (e: unknown) => void }[] = []
queued.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status === 401 && !request._retry) {
    if (isRefreshing) {
      return new Promise((resolve, reject) => waiting.push({ resolve, reject })).then(() => queued(request))
    }
    request._retry = true
    isRefreshing = true
    try {
      await queued.post('/auth/refresh') // want "error: `queued.post` goes through the response interceptor of `queued`, where its own 401 waits for the refresh to end, that is for itself"
      waiting.forEach((w) => w.resolve(null))
      return queued(request)
    } catch (e) {
      waiting.forEach((w) => w.reject(e))
      throw e
    } finally {
      isRefreshing = false
      waiting = []
    }
  }
  return Promise.reject(error)
})

// The queue behind the branch that refreshes.
const late = axios.create()
let busy = false
let callbacks: ((t: string) => void)[] = []
late.interceptors.response.use(undefined, (error) => {
  const { config, response } = error
  if (response && response.status === 401) {
    if (!busy) {
      busy = true
      late.post('/auth/refresh').then(({ data }) => { // want "error: `late.post` goes through .* waits for the refresh to end"
        busy = false
        callbacks.forEach((c) => c(data.token))
      })
    }
    return new Promise((resolve) => {
      callbacks.push((token) => {
        config.headers.Authorization = `Bearer ${token}`
        resolve(axios(config))
      })
    })
  }
  return Promise.reject(error)
})

// A shared promise is a queue as well.
const shared = axios.create()
let pending: Promise<unknown> | null = null
shared.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    error.config._retry = true
    if (!pending) {
      pending = shared.post('/auth/refresh').finally(() => { pending = null }) // want "error: `shared.post` goes through .* waits for the refresh to end"
    }
    await pending
    return shared(error.config)
  }
  throw error
})

// Before the request: it is never sent.
const early = axios.create()
early.interceptors.request.use(async (config) => {
  if (tokens.expires < Date.now()) {
    const { data } = await early.post('/auth/refresh', { refreshToken: tokens.refresh }) // want "error: `early.post` goes through the request interceptor of `early`, which refreshes again before it is sent, so it never is"
    tokens.access = data.access
  }
  config.headers.Authorization = `Bearer ${tokens.access}`
  return config
})

// The API says 401 in the body, so the refresh sits among the successes.
const coded = axios.create()
coded.interceptors.response.use(async (response) => {
  if (response.data.code === 401 && !response.config._retry) {
    await coded.post('/auth/refresh') // want "error: `coded.post` goes through"
    return axios({ ...response.config, _retry: true })
  }
  return response
})

// A switch over the status.
const cases = axios.create()
cases.interceptors.response.use(undefined, async (error) => {
  switch (error.response?.status) {
    case 403:
    case 401:
      await cases.get('/auth/refresh') // want "error: `cases.get` goes through"
      return axios(error.config)
    default:
      return Promise.reject(error)
  }
})

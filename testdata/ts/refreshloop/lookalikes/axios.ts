import axios from 'axios'
import { tokens } from './tokens'

const api = axios.create({ baseURL: '/api' })
const REFRESH = '/auth/refresh'
const open = ['/auth/login', '/auth/refresh']

// Excluded by its URL, in many spellings.
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config._retry && !e.config.url.includes('/auth/refresh')) {
    await api.post('/auth/refresh')
    return api(e.config)
  }
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  if (e.config.url === REFRESH) return Promise.reject(e)
  if (e.response?.status === 401) await api.post(REFRESH)
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !open.some((u) => e.config.url.endsWith(u))) await api.post('/auth/refresh')
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  const isNotRefreshRequest = !e.config?.url?.endsWith('refresh')
  if (e.response?.status === 401 && isNotRefreshRequest) await api.post('/auth/refresh')
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !/\/auth\//.test(e.config.url)) await api.post('/auth/refresh')
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  const { config, response } = e
  if (config.url.startsWith('/auth/') || open.includes(config.url)) throw e
  if (response?.status === 401) await api.post('/auth/refresh')
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && e.config.url.indexOf('refresh') === -1) await api.post('/auth/refresh')
  throw e
})
const isAuth = (url: string) => url.includes('/auth/')
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !isAuth(e.config.url)) await api.post('/auth/refresh')
  throw e
})

// Through another client: a bare instance, the global axios, fetch.
const bare = axios.create()
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401) {
    await bare.post('/auth/refresh')
    await axios.post('/auth/refresh')
    await fetch('/auth/refresh', { method: 'POST' })
  }
  throw e
})

// A mark on the refresh itself.
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config._retry) await api.post('/auth/refresh', {}, { _retry: true } as never)
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config.skipAuthRefresh) await api.post('/auth/refresh', {}, { skipAuthRefresh: true } as never)
  throw e
})
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config.headers['X-Refresh']) await api.post('/auth/refresh', {}, { headers: { 'X-Refresh': '1' } })
  throw e
})

// Opt in: only marked requests are refreshed for.
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && e.config.authenticated) await api.post('/auth/refresh')
  throw e
})

// Taken away before the refresh.
const attach = () => {
  const id = api.interceptors.response.use(undefined, async (e) => {
    if (e.response?.status !== 401) throw e
    api.interceptors.response.eject(id)
    try {
      await api.post('/auth/refresh')
      return await api(e.config)
    } finally {
      attach()
    }
  })
}
attach()

// A flag that turns the refused refresh away, with no queue to wait in.
let isRefreshing = false
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !isRefreshing) {
    isRefreshing = true
    try {
      await api.post('/auth/refresh')
      return api(e.config)
    } finally {
      isRefreshing = false
    }
  }
  throw e
})
let refreshing = false
api.interceptors.response.use(undefined, async (e) => {
  if (refreshing) throw e
  if (e.response?.status === 401) {
    refreshing = true
    await api.post('/auth/refresh').finally(() => { refreshing = false })
  }
  throw e
})

// What the server says of a refused refresh may be something else.
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && e.response.data.code === 'token_expired') await api.post('/auth/refresh')
  throw e
})

// Another status: nobody knows that a refused refresh has it.
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 419) await api.post('/auth/refresh')
  throw e
})

// Request interceptors that leave the refresh alone.
api.interceptors.request.use(async (config) => {
  if (config.url?.includes('/auth/refresh')) return config
  if (tokens.expires < Date.now()) await api.post('/auth/refresh')
  return config
})
let renewing = false
api.interceptors.request.use(async (config) => {
  if (tokens.expires < Date.now() && !renewing) {
    renewing = true
    await api.post('/auth/refresh')
    renewing = false
  }
  return config
})

// No refresh: something to be said to the server.
api.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 500) await api.post('/errors', { message: e.message })
  throw e
})

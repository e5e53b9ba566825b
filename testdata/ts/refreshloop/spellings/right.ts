import axios from 'axios'
import createAuthRefreshInterceptor from 'axios-auth-refresh'
import { tokens } from './tokens'

const REFRESH_URL = '/auth/refresh'
const publicUrls = new Set(['/auth/login', '/auth/refresh'])

// Good: left out by URL, strictly.
const r1 = axios.create()
r1.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && e.config.url !== REFRESH_URL && !e.config._retry) {
    e.config._retry = true
    await r1.post(REFRESH_URL)
    return r1(e.config)
  }
  throw e
})

// Good: a Set of URLs.
const r2 = axios.create()
r2.interceptors.response.use(undefined, async (e) => {
  if (publicUrls.has(e.config.url)) throw e
  if (e.response?.status === 401 && !e.config._retry) {
    e.config._retry = true
    await r2.post('/auth/refresh')
    return r2(e.config)
  }
  throw e
})

// Good: switch (true) or a helper with a list.
const whiteList = ['/login', '/refresh']
const isWhite = (url?: string) => whiteList.some((w) => url?.endsWith(w))
const r3 = axios.create()
r3.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !isWhite(e.config.url)) {
    await r3.post('/auth/refresh')
    return axios(e.config)
  }
  throw e
})

// Good: match.
const r4 = axios.create()
r4.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config.url.match(/refresh|login/)) {
    await r4.post('/auth/refresh')
    return axios(e.config)
  }
  throw e
})

// Good: search, lower case.
const r5 = axios.create()
r5.interceptors.response.use(undefined, async (e) => {
  const url = e.config.url.toLowerCase()
  if (e.response?.status === 401 && url.search('refresh') < 0) {
    await r5.post('/auth/refresh')
    return axios(e.config)
  }
  throw e
})

// Good: base URL and path joined.
const r6 = axios.create({ baseURL: '/api' })
r6.interceptors.response.use(undefined, async (e) => {
  const full = `${e.config.baseURL}${e.config.url}`
  if (full === '/api/auth/refresh') throw e
  if (e.response?.status === 401) {
    await r6.post('/auth/refresh')
    return axios(e.config)
  }
  throw e
})

// Good: response.config.url and responseURL.
const r7 = axios.create()
r7.interceptors.response.use(undefined, async (e) => {
  if (e.response?.config.url === '/auth/refresh') throw e
  if (e.response?.status === 401) {
    await r7.post('/auth/refresh')
    return axios(e.config)
  }
  throw e
})
const r8 = axios.create()
r8.interceptors.response.use(undefined, async (e) => {
  if (e.request?.responseURL.includes('/auth/refresh')) throw e
  if (e.response?.status === 401) {
    await r8.post('/auth/refresh')
    return axios(e.config)
  }
  throw e
})

// Good: eject and attach again.
const r9 = axios.create()
let id = 0
function arm() {
  id = r9.interceptors.response.use(undefined, refused)
}
async function refused(e: any) {
  if (e.response?.status !== 401) throw e
  r9.interceptors.response.eject(id)
  try {
    await r9.post('/auth/refresh')
    return await r9(e.config)
  } finally {
    arm()
  }
}
arm()

// Good: cleared.
const r10 = axios.create()
r10.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  r10.interceptors.response.clear()
  await r10.post('/auth/refresh')
  return r10(e.config)
})

// Good: a bare second instance of a function.
const plain = () => axios.create({ baseURL: '/api' })
const r11 = axios.create()
r11.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await plain().post('/auth/refresh')
  return axios(e.config)
})

// Good: method excluded: the refresh is a PUT.
const r12 = axios.create()
r12.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && e.config.method !== 'put') {
    await r12.put('/auth/refresh')
    return axios(e.config)
  }
  throw e
})

// Good: a mark by the body.
const r13 = axios.create()
r13.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !String(e.config.data).includes('refresh_token')) {
    await r13.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: tokens.refresh })
    return axios(e.config)
  }
  throw e
})

// Good: plugin with a client of its own.
const r14 = axios.create()
createAuthRefreshInterceptor(r14, async () => {
  await Promise.resolve()
  await plain().post('/auth/refresh')
})

// Good: custom header tested with a method.
const r15 = axios.create()
r15.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config.headers.has('X-Refresh')) {
    await r15.post('/auth/refresh', null, { headers: { 'X-Refresh': '1' } })
    return axios(e.config)
  }
  throw e
})

// Good: request interceptor with a list.
const r16 = axios.create()
r16.interceptors.request.use(async (config) => {
  if (publicUrls.has(config.url ?? '')) return config
  if (tokens.expires < Date.now()) await r16.post('/auth/refresh')
  return config
})

// Good: the flag on the refresh request in the URL's query.
const r17 = axios.create()
r17.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !e.config.params?.refreshing) {
    await r17.get('/auth/refresh', { params: { refreshing: 1 } })
    return axios(e.config)
  }
  throw e
})

// Good: the refreshed token is awaited once; the flag fails the refresh.
let refreshing: Promise<void> | null = null
const r18 = axios.create()
r18.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (e.config.url?.endsWith('/refresh')) { refreshing = null; throw e }
  refreshing ??= r18.post('/auth/refresh').then(() => undefined)
  await refreshing
  return axios(e.config)
})

import axios, { type InternalAxiosRequestConfig } from 'axios'
import fetchIntercept from 'fetch-intercept'

const api = axios.create()
const add = (c: InternalAxiosRequestConfig) => {
  c.headers.Authorization = 'x'
  return c
}

api.interceptors.request.use((c) => add(c)) // an expression
api.interceptors.request.use(null, (e) => { console.log(e) }) // the request fails anyway
api.interceptors.response.use((r) => r.data, (e) => Promise.reject(e)) // data on purpose
api.interceptors.request.use(async (c) => {
  await Promise.resolve()
  if (!c.url) throw new Error('no url') // throws
  return c
})
api.interceptors.response.use(undefined, (e) => {
  if (axios.isCancel(e)) return new Promise(() => {}) // never settles, on purpose
  if (e.response) {
    return Promise.reject(e)
  } else {
    throw e
  }
})
api.interceptors.response.use((r) => {
  switch (r.data.code) {
    case 0:
      return r.data
    default:
      return Promise.reject(r)
  }
})
api.interceptors.response.use(undefined, async (e) => {
  try {
    return await axios(e.config)
  } catch (again) {
    throw again
  } finally {
    console.log('done')
  }
})
fetchIntercept.register({ request: (url, config) => { console.log(url, config) } }) // another contract
api.interceptors.request.use((c) => ({ ...c, timeout: 1000 })) // a copy
api.interceptors.request.use(async (c) => {
  const { data } = await axios.get('/csrf')
  const next = { ...c, headers: c.headers.concat({ 'X-CSRF': data }) }
  return next // a copy
})
api.interceptors.request.use((c) => axios.get('/csrf').then(() => c)) // the config, later
api.interceptors.request.use((c) => new Promise((resolve) => resolve(c))) // not followed
const fail = (text: string) => {
  console.error(text)
  throw new Error(text)
}
api.interceptors.response.use((r) => {
  if (r.data.code === 0) return r.data
  fail(r.data.message) // throws
})
api.interceptors.response.use((r) => {
  while (true) {
    if (r.data) return r // the only way out
  }
})
api.interceptors.response.use(undefined, (e) => {
  if (axios.isCancel(e)) return // nobody waits for a request that was cancelled
  throw e
})
api.interceptors.response.use(undefined, (e) => {
  Promise.reject(e) // swallowed-auth-error says so
})
api.interceptors.response.use(undefined, (e) => {
  if (e.response?.status === 401) {
    return axios.post('/auth/refresh').then(() => axios(e.config)).catch((again) => Promise.reject(again)) // every way
  }
  return Promise.reject(e)
})
api.interceptors.response.use(undefined, async (e) => {
  try {
    await axios.post('/auth/refresh')
  } catch {
    throw e
  } finally {
    console.log('done')
  }
  return axios(e.config)
})

// A switch of which each case returns, and an early return of the config.
api.interceptors.request.use((c) => {
  if (c.url?.startsWith('/public')) return c
  switch (c.method) {
    case 'get':
      return c
    case 'post':
      c.headers['X-Write'] = '1'
      return c
    default:
      return Promise.reject(new Error(c.method))
  }
})

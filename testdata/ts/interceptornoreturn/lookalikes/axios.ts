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

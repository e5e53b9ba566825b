import axios from 'axios'
import { sign, authHeader } from './prepare'

const read = () => `Bearer ${localStorage.getItem('token')}`

export const api = axios.create({ baseURL: '/api' })
export const files = axios.create({ baseURL: '/files' })

files.interceptors.request.use((config) => {
  api.defaults.headers.common.Authorization = read() // of another client, whose requests come later
  return config
})

export const signed = axios.create({ baseURL: '/signed' })

signed.interceptors.request.use((config) => {
  signed.defaults.headers.common.Authorization = read() // for those to come
  return sign(config) // and for this one
})

export const method = axios.create({ baseURL: '/method' })

method.interceptors.request.use((config) => {
  method.defaults.headers.common.Authorization = read() // for those to come
  config.headers.set('Authorization', read()) // and for this one
  return config
})

export const spread = axios.create({ baseURL: '/spread' })

spread.interceptors.request.use((config) => {
  spread.defaults.headers.common.Authorization = read() // for those to come
  config.headers = { ...config.headers, ...authHeader() } // and for this one
  return config
})

export const failed = axios.create({ baseURL: '/failed' })

failed.interceptors.request.use(undefined, (error) => {
  failed.defaults.headers.common.Authorization = read() // no request is under way here
  return Promise.reject(error)
})

export const later = axios.create({ baseURL: '/later' })

later.interceptors.request.use((config) => {
  const renew = () => {
    later.defaults.headers.common.Authorization = read() // runs later
  }
  setTimeout(renew, 60_000)
  return config
})

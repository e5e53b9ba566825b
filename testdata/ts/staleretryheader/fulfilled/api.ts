import axios from 'axios'
import { refresh } from './session'

// a: only the defaults are updated
const api = axios.create()
api.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token')}`
api.interceptors.response.use(async (response) => {
  if (response.data.code === 401 && !(response.config as any)._retry) {
    ;(response.config as any)._retry = true
    const token = await refresh()
    api.defaults.headers.common.Authorization = `Bearer ${token}`
    return api(response.config) // want "error: the request is sent again through `api` with the Authorization header that was refused"
  }
  return response
})

// b: the interceptor leaves a header that is there
const absent = axios.create()
absent.interceptors.request.use((config) => {
  if (!config.headers.Authorization) config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`
  return config
})
absent.interceptors.response.use(async ({ data, config }) => {
  if (data.code === 401 && !(config as any)._retry) {
    ;(config as any)._retry = true
    await refresh()
    return absent(config) // want "error: the request is sent again through `absent` with the Authorization header that was refused: the request interceptor leaves a header that is there"
  }
  return data
})

// right: the interceptor sets it anew
const anew = axios.create()
anew.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`
  return config
})
anew.interceptors.response.use(async (response) => {
  if (response.data.code === 401 && !(response.config as any)._retry) {
    ;(response.config as any)._retry = true
    await refresh()
    return anew(response.config)
  }
  return response
})

// right: the new token is put on what is sent
const put = axios.create()
put.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token')}`
put.interceptors.response.use(async ({ data, config }) => {
  if (data.code === 401 && !(config as any)._retry) {
    ;(config as any)._retry = true
    config.headers.Authorization = `Bearer ${await refresh()}`
    return put(config)
  }
  return data
})

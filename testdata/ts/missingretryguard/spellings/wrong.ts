import axios from 'axios'
import cloneDeep from 'lodash/cloneDeep'
import { refresh } from './session'

// The flag is logged and nothing else.
const w1 = axios.create()
w1.interceptors.response.use(undefined, async (error) => {
  const original = error.config
  console.log('retry?', original._retry)
  if (error.response?.status === 401) {
    await refresh()
    return w1(original) // want "error: the request is sent again through the response interceptor of `w1` with no guard, s"
  }
  throw error
})

// A deep copy has the flag.
const w2 = axios.create()
w2.interceptors.response.use(undefined, async (error) => {
  const copy = structuredClone(error.config)
  if (error.response?.status === 401 && !copy._retry) {
    copy._retry = true
    await refresh()
    return w2(error.config) // want "error: the request is sent again through the response interceptor of `w2` with no guard, s"
  }
  throw error
})

// A copy of lodash has it.
const w3 = axios.create()
w3.interceptors.response.use(undefined, async (error) => {
  const cfg = error.config
  if (error.response?.status === 401 && !cfg._retry) {
    const copy = cloneDeep(cfg)
    copy._retry = true
    await refresh()
    return w3(cfg) // want "error: the request is sent again through the response interceptor of `w3` under a test of "
  }
  throw error
})

// A copy by way of JSON has it.
const w4 = axios.create()
w4.interceptors.response.use(undefined, async (error) => {
  const cfg = error.config
  if (error.response?.status === 401 && !cfg._retry) {
    const copy = JSON.parse(JSON.stringify(cfg))
    copy._retry = true
    await refresh()
    return w4(cfg) // want "error: the request is sent again through the response interceptor of `w4` under a test of "
  }
  throw error
})

// The flag is on the XMLHttpRequest.
const w6 = axios.create()
w6.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.request._retry) {
    error.request._retry = true
    await refresh()
    return w6(error.config) // want "error: the request is sent again through the response interceptor of `w6` with no guard, s"
  }
  throw error
})

// Another status: invalid token.
const w7 = axios.create()
w7.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 498) {
    await refresh()
    return w7(error.config) // want "error: the request is sent again through the response interceptor of `w7` with no guard, s"
  }
  throw error
})

// Another status: as some services say it.
const w8 = axios.create()
w8.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 422) {
    await refresh()
    return w8(error.config) // want "error: the request is sent again through the response interceptor of `w8` with no guard, s"
  }
  throw error
})

// The status has a name.
const HttpStatus = { Unauthorized: 401, Forbidden: 403 } as const
const w10 = axios.create()
w10.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === HttpStatus.Unauthorized) {
    await refresh()
    return w10(error.config) // want "error: the request is sent again through the response interceptor of `w10` with no guard, "
  }
  throw error
})

// The statuses stand in a list.
const REFUSED = [401, 419]
const w11 = axios.create()
w11.interceptors.response.use(undefined, async (error) => {
  if (REFUSED.includes(error.response?.status)) {
    await refresh()
    return w11(error.config) // want "error: the request is sent again through the response interceptor of `w11` with no guard, "
  }
  throw error
})

// In a chain of promises.
const w12 = axios.create()
w12.interceptors.response.use((r) => r, (error) => {
  const { config, response } = error
  if (response && response.status === 401) {
    return refresh().then((token) => {
      config.headers.Authorization = 'Bearer ' + token
      return w12(config) // want "error: the request is sent again through the response interceptor of `w12` with no guard, "
    })
  }
  return Promise.reject(error)
})

// By a shortcut of the instance.
const w13 = axios.create()
w13.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401) {
    await refresh()
    return w13.get(error.config.url, error.config) // want "error: the request is sent again through the response interceptor of `w13` with no guard, "
  }
  return Promise.reject(error)
})

// The counter is a part of an object of the handler.
const w14 = axios.create()
w14.interceptors.response.use((r) => r, async (error) => {
  const retry = { count: 0 }
  if (error.response?.status === 401 && retry.count < 1) {
    retry.count++
    await refresh()
    return w14(error.config) // want "error: the request is sent again through the response interceptor of `w14` with no guard, "
  }
  return Promise.reject(error)
})
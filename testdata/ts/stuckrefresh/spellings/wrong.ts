import axios from 'axios'
import { refresh, logout } from './session'

// An early return when there is no refresh token.
const w1 = axios.create()
let busy1 = false
w1.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !busy1) {
    busy1 = true // want "error: `busy1` stays set when the refresh fails, so no request after that is refreshed"
    const token = localStorage.getItem('refreshToken')
    if (!token) {
      logout()
      return Promise.reject(e)
    }
    try {
      await refresh()
      return axios(e.config)
    } finally {
      busy1 = false
    }
  }
  throw e
})

// A throw.
const w2 = axios.create()
let busy2 = false
w2.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !busy2) {
    busy2 = true // want "error: `busy2` stays set when the refresh fails, so no request after that is refreshed"
    const token = localStorage.getItem('refreshToken')
    if (!token) throw new Error('logged out')
    await refresh()
    busy2 = false
    return axios(e.config)
  }
  throw e
})

// A catch that only logs.
const w3 = axios.create()
let busy3 = false
w3.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !busy3) {
    busy3 = true // want "error: `busy3` stays set when the refresh fails, so no request after that is refreshed"
    try {
      await refresh()
      busy3 = false
      return axios(e.config)
    } catch (x) {
      console.error(x)
    }
  }
  throw e
})

// A queue of resolves, emptied on failure.
const w4 = axios.create()
let busy4 = false
let waiting4: ((t: string) => void)[] = []
w4.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (busy4) {
    return new Promise((resolve) => {
      waiting4.push((t) => { e.config.headers.Authorization = t; resolve(axios(e.config)) }) // want "error: nothing is told to `waiting4` when the refresh fails, so the requests that wait her"
    })
  }
  busy4 = true
  try {
    const token = await refresh()
    waiting4.forEach((cb) => cb(token))
    waiting4 = []
    return axios(e.config)
  } catch (x) {
    waiting4 = []
    throw x
  } finally {
    busy4 = false
  }
})

// The success path forgets the queue.
const w5 = axios.create()
let busy5 = false
let waiting5: { resolve: (t: string) => void; reject: (e: unknown) => void }[] = []
w5.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (busy5) {
    return new Promise<string>((resolve, reject) => waiting5.push({ resolve, reject })).then(() => axios(e.config)) // want "error: nothing is told to `waiting5` on the way that ends below, so the requests that wait"
  }
  busy5 = true
  try {
    await refresh()
    return axios(e.config)
  } catch (x) {
    waiting5.forEach((w) => w.reject(x))
    waiting5 = []
    throw x
  } finally {
    busy5 = false
  }
})

// A promise that never settles.
const w6 = axios.create()
w6.interceptors.response.use(undefined, (e) => {
  if (e.response?.status !== 401) return Promise.reject(e)
  return new Promise((resolve) => { // want "error: this promise is neither resolved nor rejected when `refresh` fails, so who waits fo"
    refresh().then(() => resolve(axios(e.config))).catch((x) => { return Promise.reject(x) })
  })
})

// Then without catch.
const w7 = axios.create()
let busy7 = false
w7.interceptors.response.use(undefined, (e) => {
  if (e.response?.status === 401 && !busy7) {
    busy7 = true // want "error: `busy7` stays set when `refresh` fails, so no request after that is refreshed"
    return refresh().then(() => {
      busy7 = false
      return axios(e.config)
    })
  }
  return Promise.reject(e)
})

// A promise that is kept when it fails.
const w8 = axios.create()
let pending8: Promise<string> | null = null
w8.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  pending8 ??= refresh() // want "error: `pending8` is kept when the refresh fails, so every later refusal gets this old ref"
  await pending8
  pending8 = null
  return axios(e.config)
})

// SPA navigation does not end the page.
const w9 = axios.create()
let busy9 = false
declare const router: { push(path: string): void }
w9.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !busy9) {
    busy9 = true // want "error: `busy9` stays set when the refresh fails, so no request after that is refreshed"
    try {
      await refresh()
      busy9 = false
      return axios(e.config)
    } catch (x) {
      router.push('/login')
      throw x
    }
  }
  throw e
})

// Cleared by those who get a token alone.
const w10 = axios.create()
let pending10: Promise<string> | null = null
const renewed = () => {
  pending10 ||= refresh().then((t) => { pending10 = null; return t }) // want "error: `pending10` is kept when `refresh` fails, so every later refusal gets this old refr"
  return pending10
}
w10.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await renewed()
  return axios(e.config)
})

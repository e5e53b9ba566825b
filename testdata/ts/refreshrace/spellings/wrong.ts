import axios from 'axios'
import { logout } from './tokens'

const bare = axios.create()
const renew = async () => {
  const { data } = await bare.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
  localStorage.setItem('refreshToken', data.refreshToken)
  return data.accessToken
}

// Nothing is shared.
const w1 = axios.create()
w1.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401 || e.config._retry) throw e
  e.config._retry = true
  try {
    const token = await renew() // want "warning: requests that are refused at the same time each call `renew`; each refresh replac"
    e.config.headers.Authorization = `Bearer ${token}`
    return w1(e.config)
  } catch (x) {
    logout()
    throw x
  }
})

// A flag that fails the others.
let isRefreshing = false
const w2 = axios.create()
w2.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (isRefreshing) return Promise.reject(e) // want "warning: while `isRefreshing` is set other refused requests fail here, although the refres"
  isRefreshing = true
  try {
    await renew()
    return bare(e.config)
  } finally {
    isRefreshing = false
  }
})

// A promise that is kept in the handler itself.
const w3 = axios.create()
w3.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401 || e.config._retry) throw e
  e.config._retry = true
  let pending: Promise<string> | null = null
  pending ??= renew() // want "warning: requests that are refused at the same time each call `renew`; each refresh replac"
  await pending
  return bare(e.config)
})

// A promise that nobody asks for.
let last: Promise<string> | null = null
const w4 = axios.create()
w4.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401 || e.config._retry) throw e
  e.config._retry = true
  last = renew() // want "warning: requests that are refused at the same time each call `renew`; each refresh replac"
  await last
  return bare(e.config)
})

// A fetch wrapper.
export async function request(path: string, init: RequestInit = {}) {
  let res = await fetch(path, init)
  if (res.status === 401) {
    const fresh = await fetch('/auth/refresh', { method: 'POST', body: JSON.stringify({ refreshToken: localStorage.getItem('refreshToken') }) }) // want "warning: requests that are refused at the same time each call `fetch`; each refresh replac"
    const body = await fresh.json()
    localStorage.setItem('refreshToken', body.refreshToken)
    res = await fetch(path, { ...init, headers: { Authorization: `Bearer ${body.accessToken}` } })
  }
  return res
}

// Before the request, when the token is old.
const w6 = axios.create()
w6.interceptors.request.use(async (config) => {
  if (Number(localStorage.getItem('exp')) < Date.now()) {
    config.headers.Authorization = `Bearer ${await renew()}` // want "warning: requests that are sent at the same time each call `renew`; each refresh replaces "
  }
  return config
})

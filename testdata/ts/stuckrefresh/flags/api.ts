import axios from 'axios'
import { renew, tryRenew } from './session'

export const api = axios.create({ baseURL: '/api' })

// a: an early return when there is no refresh token.
let isRefreshing = false
let waiting: { resolve: (t: string) => void; reject: (e: unknown) => void }[] = []
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (isRefreshing) return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  isRefreshing = true // want "error: `isRefreshing` stays set on the way that ends below, so every request that is refused after that waits for ever"
  const refreshToken = localStorage.getItem('refreshToken')
  if (!refreshToken) return Promise.resolve(null)
  try {
    const { data } = await axios.post('/auth/refresh', { refreshToken })
    waiting.forEach((w) => w.resolve(data.token))
    return api(error.config)
  } catch (e) {
    waiting.forEach((w) => w.reject(e))
    throw e
  } finally {
    isRefreshing = false
    waiting = []
  }
})

// a: nothing catches what the refresh throws.
let busy = false
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || busy) throw error
  busy = true // want "`busy` stays set when `renew` fails, so no request after that is refreshed"
  await renew()
  busy = false
  return api(error.config)
})

// a: a catch that only logs.
let renewing = false
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !renewing) {
    renewing = true // want "`renewing` stays set when the refresh fails"
    try {
      await axios.post('/auth/refresh')
      renewing = false
      return api(error.config)
    } catch (e) {
      console.error(e)
    }
  }
  return Promise.reject(error)
})

// a: a chain with no catch.
let pending = false
api.interceptors.response.use(undefined, (error) => {
  if (error.response?.status === 401 && !pending) {
    pending = true // want "`pending` stays set when `axios.post` fails"
    return axios.post('/auth/refresh').then(() => {
      pending = false
      return api(error.config)
    })
  }
  return Promise.reject(error)
})

// a: in a class, and a throw of its own.
export class Session {
  private refreshing = false
  async renew() {
    if (this.refreshing) return
    this.refreshing = true // want "`this.refreshing` stays set when the refresh fails"
    const res = await tryRenew()
    if (!res) throw new Error('session over')
    this.refreshing = false
  }
}

// Never reset at all.
let refreshed = false
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !refreshed) {
    refreshed = true // want "`refreshed` stays set"
    await tryRenew()
    return api(error.config)
  }
  throw error
})

// The flag is set by a function of its own.
let working = false
const setWorking = (on: boolean) => { working = on }
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || working) throw error
  setWorking(true) // want "`working` stays set when `axios.post` fails"
  await axios.post('/auth/refresh')
  setWorking(false)
  return api(error.config)
})

// An application that changes its page without loading it keeps the flag.
declare const router: { push(to: string): void }
let navigating = false
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !navigating) {
    navigating = true // want "`navigating` stays set when the refresh fails"
    try {
      await axios.post('/auth/refresh')
      navigating = false
      return api(error.config)
    } catch (e) {
      router.push('/login')
    }
  }
  return Promise.reject(error)
})

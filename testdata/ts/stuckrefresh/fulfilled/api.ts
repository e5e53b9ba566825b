import axios from 'axios'
import { refreshToken, token } from './session'

// a: the flag stays set when the refresh fails
let isRefreshing = false
let requests: (() => void)[] = []
export const api = axios.create()
api.interceptors.response.use(async (response) => {
  const { data, config } = response
  if (data.code !== 401) return data
  if (!isRefreshing) {
    isRefreshing = true // want "error: `isRefreshing` stays set when `refreshToken` fails, so every request that is refused after that waits for ever"
    const fresh = await refreshToken()
    config.headers.Authorization = `Bearer ${fresh}`
    requests.forEach((go) => go())
    requests = []
    isRefreshing = false
    return axios(config)
  }
  return new Promise((resolve) => {
    requests.push(() => resolve(axios(config)))
  })
})

// b: the flag is released, those who wait hear nothing
let renewing = false
let waiting: (() => void)[] = []
const other = axios.create()
other.interceptors.response.use((response) => {
  if (response.data.code === 401) {
    if (renewing) {
      return new Promise((resolve) => {
        waiting.push(() => resolve(axios(response.config))) // want "error: nothing is told to `waiting` when `refreshToken` fails, so the requests that wait here wait for ever"
      })
    }
    renewing = true
    return refreshToken()
      .then(() => {
        waiting.forEach((go) => go())
        waiting = []
        return axios(response.config)
      })
      .finally(() => {
        renewing = false
      })
  }
  return response.data
})

// d: a promise that only one way settles
const third = axios.create()
third.interceptors.response.use((response) => {
  if (response.data.code === 401) {
    return new Promise((resolve) => { // want "error: this promise is neither resolved nor rejected when `refreshToken` fails"
      refreshToken().then(() => resolve(axios(response.config)))
    })
  }
  return response
})

// right: a finally
let once = false
const fourth = axios.create()
fourth.interceptors.response.use(async (response) => {
  if (response.data.code === 401 && !once) {
    once = true
    try {
      await refreshToken()
      return await axios(response.config)
    } finally {
      once = false
    }
  }
  return token ? response : response.data
})

// right: both ways release and tell
let busy = false
let queue: { resolve: () => void; reject: (e: unknown) => void }[] = []
const fifth = axios.create()
fifth.interceptors.response.use((response) => {
  if (response.data.code !== 401) return response
  if (busy) {
    return new Promise<void>((resolve, reject) => queue.push({ resolve, reject })).then(() => axios(response.config))
  }
  busy = true
  return refreshToken()
    .then(() => {
      queue.forEach((q) => q.resolve())
      return axios(response.config)
    })
    .catch((e) => {
      queue.forEach((q) => q.reject(e))
      throw e
    })
    .finally(() => {
      busy = false
      queue = []
    })
})

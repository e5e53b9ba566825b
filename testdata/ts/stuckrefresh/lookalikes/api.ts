import axios from 'axios'

const api = axios.create({ baseURL: '/api' })
let queue: { resolve: (t: unknown) => void; reject: (e: unknown) => void }[] = []
const processQueue = (e: unknown, token?: string) => {
  queue.forEach((p) => (e ? p.reject(e) : p.resolve(token)))
  queue = []
}

// finally releases, a helper settles on both ways.
let isRefreshing = false
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (isRefreshing) return new Promise((resolve, reject) => queue.push({ resolve, reject })).then(() => api(error.config))
  isRefreshing = true
  try {
    const { data } = await axios.post('/auth/refresh')
    if (!data.token) throw new Error('no token') // the catch and the finally see it
    processQueue(null, data.token)
    return api(error.config)
  } catch (e) {
    processQueue(e)
    return Promise.reject(e)
  } finally {
    isRefreshing = false
  }
})

// .finally does the same.
let busy = false
api.interceptors.response.use(undefined, (error) => {
  if (error.response?.status === 401 && !busy) {
    busy = true
    return axios.post('/auth/refresh').then(() => api(error.config)).finally(() => { busy = false })
  }
  return Promise.reject(error)
})

// Both handlers of a chain in a promise of its own.
let renewing = false
api.interceptors.response.use(undefined, (error) => {
  if (error.response?.status !== 401) return Promise.reject(error)
  if (renewing) return new Promise((resolve, reject) => { queue.push({ resolve, reject }) })
  renewing = true
  return new Promise((resolve, reject) => {
    axios
      .post('/auth/refresh')
      .then(({ data }) => {
        processQueue(null, data.token)
        resolve(api(error.config))
      })
      .catch((e) => {
        processQueue(e)
        reject(e)
      })
      .finally(() => { renewing = false })
  })
})

// The failure branch loads the page anew: its state dies with it.
let leaving = false
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || leaving) throw error
  leaving = true
  try {
    await axios.post('/auth/refresh')
    leaving = false
    return api(error.config)
  } catch (e) {
    localStorage.clear()
    window.location.href = '/login'
    throw e
  }
})

// A loop with shift settles too; callbacks that are called with nothing are settled.
let looping = false
let callbacks: ((t: string) => void)[] = []
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (looping) return new Promise((resolve) => { callbacks.push(() => resolve(api(error.config))) })
  looping = true
  try {
    const { data } = await axios.post('/auth/refresh')
    while (callbacks.length) callbacks.shift()!(data.token)
    return api(error.config)
  } catch (e) {
    callbacks.splice(0).forEach((c) => c(''))
    throw e
  } finally {
    looping = false
  }
})

// A shared promise: its rejection reaches all, and it is cleared.
let refreshing: Promise<unknown> | null = null
export const shared = () => {
  refreshing ??= axios.post('/auth/refresh').finally(() => { refreshing = null })
  return refreshing
}
let inFlight: Promise<string> | undefined
export function joined() {
  if (!inFlight) {
    inFlight = (async () => {
      try {
        return (await axios.post('/auth/refresh')).data.token
      } finally {
        inFlight = undefined
      }
    })()
  }
  return inFlight
}

// Who finds the flag set resets it: a guard against a second try.
let tried = false
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !tried) {
    tried = true
    await axios.post('/auth/refresh')
    return api(error.config)
  }
  tried = false
  throw error
})

// A helper that cannot fail.
const quiet = () => axios.post('/auth/refresh').then(() => true).catch(() => false)
let checking = false
export async function check() {
  if (checking) return
  checking = true
  await quiet()
  checking = false
}

// No refresh of a token: a list that is loaded again, a mark on one request, a
// latch before the login page.
let loading = false
export async function refreshOrders() {
  if (loading) return
  loading = true
  await api.get('/orders')
  loading = false
}
api.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status === 401 && !request._retry) {
    request._retry = true
    await axios.post('/auth/refresh')
    return api(request)
  }
  throw error
})
let leavingFor = ''
let left = false
api.interceptors.response.use(undefined, (error) => {
  if (error.response?.status === 401 && !left) {
    left = true
    leavingFor = '/login'
  }
  return Promise.reject(error)
})
export const target = () => leavingFor

// A setter that a finally calls; it alone says which value.
let setBusy = false
const mark = (on: boolean) => { setBusy = on }
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || setBusy) throw error
  mark(true)
  try {
    await axios.post('/auth/refresh')
    return await api(error.config)
  } finally {
    mark(false)
  }
})

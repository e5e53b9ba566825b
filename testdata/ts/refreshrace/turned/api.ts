import axios from 'axios'

const bare = axios.create({ baseURL: '/api' })
let isRefreshing = false

async function refresh() {
  const { data } = await bare.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
  localStorage.setItem('refreshToken', data.refreshToken)
}

const early = axios.create({ baseURL: '/api' })
early.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (isRefreshing) throw error // want "warning: while `isRefreshing` is set other refused requests fail here, although the refresh that is under way would mend them"
  isRefreshing = true
  await refresh().finally(() => (isRefreshing = false))
  return bare(error.config)
})

let renewing = false
const late = axios.create({ baseURL: '/api' })
late.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !renewing && !error.config._retry) {
    renewing = true
    error.config._retry = true
    return refresh()
      .then(() => bare(error.config))
      .finally(() => (renewing = false))
  }
  if (error.response?.status === 403) console.warn('not allowed')
  return Promise.reject(error) // want "while `renewing` is set other refused requests fail here"
})

export class Client {
  private isRefreshing = false
  async request(path: string, options: RequestInit = {}): Promise<Response> {
    const response = await fetch(path, options)
    if (response.status === 401 && !this.isRefreshing) {
      this.isRefreshing = true
      try {
        await refresh()
      } finally {
        this.isRefreshing = false
      }
      return fetch(path, { ...options, headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })
    }
    throw new Error('refused') // want "while `this.isRefreshing` is set other refused requests fail here"
  }
}

// Good: the flag keeps the refresh's own refusal from coming back, and it goes through the same client.
let own = false
const through = axios.create({ baseURL: '/api' })
through.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || own) throw error
  own = true
  try {
    await through.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
  } finally {
    own = false
  }
  return bare(error.config)
})

// Good: who comes meanwhile waits a little and tries again.
let busy = false
const patient = axios.create({ baseURL: '/api' })
patient.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (busy) {
    await new Promise((r) => setTimeout(r, 500))
    if (busy) throw error
    return bare(error.config)
  }
  busy = true
  await refresh().finally(() => (busy = false))
  return bare(error.config)
})

// Good: the others are sent again with what there is then.
let refreshing = false
const again = axios.create({ baseURL: '/api' })
again.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) return Promise.reject(error)
  if (refreshing) return bare(error.config)
  refreshing = true
  await refresh().finally(() => (refreshing = false))
  return bare(error.config)
})

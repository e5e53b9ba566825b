import axios from 'axios'
import { retry, queue } from './prepare'

export async function again(token: string) {
  const headers = new Headers()
  const first = await fetch('/a', { headers })
  headers.set('Authorization', `Bearer ${token}`) // for the request below
  return first.ok ? first : fetch('/a', { headers })
}

export async function loop(token: string) {
  const headers = new Headers()
  for (let i = 0; i < 3; i++) {
    const r = await fetch('/a', { headers })
    if (r.ok) return r
    headers.set('Authorization', `Bearer ${token}`) // for the next round
  }
}

export function branch(token: string, open: boolean) {
  const headers = new Headers()
  if (open) return fetch('/a', { headers })
  headers.set('Authorization', `Bearer ${token}`) // on the other branch
  return fetch('/b', { headers })
}

export function handed(token: string) {
  const headers = new Headers()
  const p = fetch('/a', { headers })
  headers.set('X-Trace', token) // not credentials
  return p
}

export function shared(token: string, headers: Headers) {
  const p = fetch('/a', { headers })
  headers.set('Authorization', `Bearer ${token}`) // the caller's, who may send more
  return p
}

export const api = axios.create({ baseURL: '/api' })

api.interceptors.response.use(undefined, async (error) => {
  const original = error.config
  if (error.response?.status !== 401 || original._retry) return Promise.reject(error)
  original._retry = true
  const { data } = await axios.post('/api/auth/refresh')
  original.headers.Authorization = `Bearer ${data.token}` // and sent
  return api(original)
})

export const spread = axios.create({ baseURL: '/api' })

spread.interceptors.response.use(undefined, async (error) => {
  if (error.config._retry) return Promise.reject(error)
  const { data } = await axios.post('/api/auth/refresh')
  error.config.headers.Authorization = `Bearer ${data.token}` // and sent, as a copy
  return axios.request({ ...error.config, _retry: true })
})

export const queued = axios.create({ baseURL: '/api' })

queued.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = `Bearer ${localStorage.getItem('token')}` // what is handed over may send it
  return retry(error)
})

export const held = axios.create({ baseURL: '/api' })

held.interceptors.response.use(undefined, (error) => {
  const { config } = error
  return new Promise((resolve) => {
    queue((token: string) => {
      config.headers.Authorization = `Bearer ${token}` // sent when the token is there
      resolve(held(config))
    })
  })
})

// The configuration goes on to what sends it, in whichever way.
const fresh = () => `Bearer ${localStorage.getItem('token')}`
let kept: any
const made = axios.create({ baseURL: '/made' })

made.interceptors.response.use(undefined, (error) => {
  const original = error.config
  error.config.headers.Authorization = fresh() // under another name
  return made(original)
})
made.interceptors.response.use(undefined, (error) => {
  const { config } = error
  error.config.headers.Authorization = fresh() // taken out
  return retry({ config })
})
made.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = fresh() // one of two
  return error.response ? error.config : undefined
})
made.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = fresh() // in a list
  return Promise.all([error.config].map(queue))
})
made.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = fresh() // as an option
  return retry({ with: error.config })
})
made.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = fresh() // what a promise gives
  return queue().then(() => error.config)
})
made.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = fresh() // kept for later
  kept = error.config
  return Promise.reject(error)
})
made.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = fresh() // its headers, in another request
  return fetch(error.config.url, { headers: error.config.headers })
})
made.interceptors.response.use(undefined, (error) => {
  const original = error.config!
  original.headers!['Authorization'] = fresh() // in brackets
  return made(original!)
})

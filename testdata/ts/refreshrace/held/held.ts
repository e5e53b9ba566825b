import axios from 'axios'
import { firstValueFrom, lastValueFrom } from 'rxjs'

declare const queue: { wait(): Promise<() => void> }
declare const store: { dispatch<T>(what: T): T }

const bare = axios.create()
const renew = async () => {
  const { data } = await bare.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
  localStorage.setItem('refreshToken', data.refreshToken)
  return data.accessToken
}

// Good: whoever comes second waits for its turn.
const h1 = axios.create()
h1.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  const done = await queue.wait()
  await renew()
  done()
  return bare(e.config)
})

// A turn that is waited for behind the refresh.
const h2 = axios.create()
h2.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await renew() // want "each call `renew`; each refresh replaces"
  await queue.wait()
  return bare(e.config)
})

// What dispatch is handed comes out of it.
const h3 = axios.create()
h3.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await store.dispatch(renew()) // want "each call `renew`; each refresh replaces"
  return bare(e.config)
})

// So it is with the first value, the last and the first of several.
const h4 = axios.create()
h4.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await firstValueFrom(renew()) // want "each call `renew`; each refresh replaces"
  return bare(e.config)
})
const h5 = axios.create()
h5.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await lastValueFrom(renew()) // want "each call `renew`; each refresh replaces"
  return bare(e.config)
})
const h6 = axios.create()
h6.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await Promise.race([renew(), new Promise((_, no) => setTimeout(no, 5000))]) // want "each call `renew`; each refresh replaces"
  return bare(e.config)
})
const h7 = axios.create()
h7.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await Promise.allSettled([renew()]) // want "each call `renew`; each refresh replaces"
  return bare(e.config)
})

// A field that the constructor alone writes is the same for all and keeps nobody out.
export class Settings {
  private allowed: boolean
  constructor(allowed: boolean) {
    this.allowed = allowed
  }
  async send(path: string) {
    const answer = await fetch(path)
    if (answer.status === 401 && this.allowed) await renew() // want "each call `renew`; each refresh replaces"
    return answer
  }
}

// Good: a field that the first sets for the others.
export class Turns {
  private allowed = true
  async send(path: string) {
    const answer = await fetch(path)
    if (answer.status === 401 && this.allowed) {
      this.allowed = false
      await renew()
      this.allowed = true
    }
    return answer
  }
}

import axios from 'axios'
import createAuthRefreshInterceptor from 'axios-auth-refresh'
import { Mutex } from 'async-mutex'
import pLimit from 'p-limit'
import pMemoize from 'p-memoize'
import { logout } from './tokens'

const bare = axios.create()
const renew = async () => {
  const { data } = await bare.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
  localStorage.setItem('refreshToken', data.refreshToken)
  return data.accessToken
}

// Good: a shared promise, in one expression.
let refreshPromise: Promise<string> | null = null
const shared = () => (refreshPromise ??= renew().finally(() => { refreshPromise = null }))
const r1 = axios.create()
r1.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await shared()
  return bare(e.config)
})

// Good: the same with an if.
let authTokenRequest: Promise<string> | undefined
const r2 = axios.create()
r2.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (!authTokenRequest) authTokenRequest = renew()
  const token = await authTokenRequest
  authTokenRequest = undefined
  e.config.headers.Authorization = `Bearer ${token}`
  return bare(e.config)
})

// Good: a mutex.
const mutex = new Mutex()
const r3 = axios.create()
r3.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await mutex.runExclusive(async () => {
    await renew()
  })
  return bare(e.config)
})

// Good: waitForUnlock.
const r4 = axios.create()
r4.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (!mutex.isLocked()) {
    const release = await mutex.acquire()
    try {
      await renew()
    } finally {
      release()
    }
  } else {
    await mutex.waitForUnlock()
  }
  return bare(e.config)
})

// Good: a lock of the browser.
const r5 = axios.create()
r5.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await navigator.locks.request('refresh', () => renew())
  return bare(e.config)
})

// Good: a limit of one.
const limit = pLimit(1)
const r6 = axios.create()
r6.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await limit(() => renew())
  return bare(e.config)
})

// Good: memoized.
const once = pMemoize(renew, { cacheKey: () => 'refresh' })
const r7 = axios.create()
r7.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await once()
  return bare(e.config)
})

// Good: a flag with a queue.
let isRefreshing = false
let queue: { resolve: (t: string) => void; reject: (e: unknown) => void }[] = []
const r8 = axios.create()
r8.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (isRefreshing) {
    return new Promise<string>((resolve, reject) => queue.push({ resolve, reject })).then((t) => {
      e.config.headers.Authorization = `Bearer ${t}`
      return bare(e.config)
    })
  }
  isRefreshing = true
  try {
    const token = await renew()
    queue.forEach((p) => p.resolve(token))
    return bare(e.config)
  } catch (x) {
    queue.forEach((p) => p.reject(x))
    logout()
    throw x
  } finally {
    queue = []
    isRefreshing = false
  }
})

// Good: the library shares it.
const r9 = axios.create()
createAuthRefreshInterceptor(r9, async (failed) => {
  failed.response.config.headers.Authorization = `Bearer ${await renew()}`
})

// Good: the stored token is no longer the one that was sent: another has renewed it.
const r10 = axios.create()
r10.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  const now = localStorage.getItem('token')
  if (e.config.headers.Authorization === `Bearer ${now}`) await shared()
  return bare(e.config)
})

// Good: a Map of what is under way.
const under = new Map<string, Promise<string>>()
const r11 = axios.create()
r11.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  let p = under.get('refresh')
  if (!p) {
    p = renew().finally(() => under.delete('refresh'))
    under.set('refresh', p)
  }
  await p
  return bare(e.config)
})

// Good: a field of a class.
export class Session {
  private pending?: Promise<string>
  constructor(private http = axios.create()) {
    http.interceptors.response.use(undefined, async (e) => {
      if (e.response?.status !== 401) throw e
      await this.refresh()
      return bare(e.config)
    })
  }
  private refresh() {
    if (this.pending) return this.pending
    this.pending = renew().finally(() => (this.pending = undefined))
    return this.pending
  }
}

// Good: a static field.
export class Shared {
  static pending: Promise<string> | null = null
  static refresh() {
    Shared.pending ||= renew().finally(() => (Shared.pending = null))
    return Shared.pending
  }
}
const r13 = axios.create()
r13.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await Shared.refresh()
  return bare(e.config)
})

// Good: a semaphore made by hand.
let gate: Promise<unknown> = Promise.resolve()
const r14 = axios.create()
r14.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  const mine = gate.then(() => renew())
  gate = mine.catch(() => undefined)
  await mine
  return bare(e.config)
})

// Good: the leader of the tabs.
const channel = new BroadcastChannel('auth')
const r15 = axios.create()
r15.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  channel.postMessage('refresh')
  await new Promise((resolve) => channel.addEventListener('message', resolve, { once: true }))
  return bare(e.config)
})

// Good: whoever comes while a refresh is young waits for it.
let recent: Promise<string> = Promise.resolve('')
let since = 0
const r16 = axios.create()
r16.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (Date.now() - since > 1000) {
    since = Date.now()
    recent = renew()
  }
  await recent
  return bare(e.config)
})

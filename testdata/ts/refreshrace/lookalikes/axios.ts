import axios from 'axios'
import createAuthRefreshInterceptor from 'axios-auth-refresh'
import { Mutex } from 'async-mutex'
import pMemoize from 'p-memoize'
import pLimit from 'p-limit'
import { load, save } from './tokens'
import { renew } from 'session-kit'

const bare = axios.create({ baseURL: '/api' })

async function refresh(): Promise<string> {
  const { data } = await bare.post('/auth/refresh', { refreshToken: load('refreshToken') })
  save('refreshToken', data.refreshToken)
  return data.accessToken
}

let refreshing: Promise<string> | null = null
let isRefreshing = false
let queue: ((token: string) => void)[] = []
const mutex = new Mutex()
const limit = pLimit(1)
const refreshMemoized = pMemoize(refresh)
const inFlight = new Map<string, Promise<string>>()

function serve(recover: (request: any) => Promise<unknown>) {
  return recover
}

// One promise in a variable.
function refreshOnce(): Promise<string> {
  return (refreshing ??= refresh().finally(() => {
    refreshing = null
  }))
}
const once = axios.create()
once.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  error.config.headers.Authorization = `Bearer ${await refreshOnce()}`
  return bare(error.config)
})

// The same in two statements, in the handler.
const stated = axios.create()
stated.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (!refreshing) {
    refreshing = refresh().finally(() => {
      refreshing = null
    })
  }
  await refreshing
  return bare(error.config)
})

// A promise that is stored by way of a constant.
const stored = axios.create()
stored.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  const pending = refreshing ?? refresh()
  refreshing = pending
  await pending
  return bare(error.config)
})

// A field of a class.
class Tokens {
  private request: Promise<string> | undefined
  renewToken() {
    if (!this.request) this.request = refresh().finally(() => (this.request = undefined))
    return this.request
  }
}
const tokens = new Tokens()
const fielded = axios.create()
fielded.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await tokens.renewToken()
  return bare(error.config)
})

// A flag and a queue.
const queued = axios.create()
queued.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (isRefreshing) {
    await new Promise<string>((resolve) => queue.push(resolve))
    return bare(error.config)
  }
  isRefreshing = true
  try {
    const token = await refresh()
    queue.forEach((q) => q(token))
  } finally {
    queue = []
    isRefreshing = false
  }
  return bare(error.config)
})

// A lock; behind it, the token that is stored is compared with the one that was sent.
const locked = axios.create()
locked.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await mutex.runExclusive(async () => {
    if (load('token') === error.config.token) await refresh()
  })
  return bare(error.config)
})

// A lock of all tabs.
const tabs = axios.create()
tabs.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await navigator.locks.request('refresh', () => refresh())
  return bare(error.config)
})

// The token was replaced meanwhile: the request is only sent again.
const compared = axios.create()
compared.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  const sentToken = error.config.headers.Authorization
  if (load('token') !== sentToken) return bare(error.config)
  await refresh()
  return bare(error.config)
})

// A memo, and one at a time.
const memoized = axios.create()
memoized.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await refreshMemoized()
  return bare(error.config)
})
const limited = axios.create()
limited.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await limit(() => refresh())
  return bare(error.config)
})

// A map of promises.
const mapped = axios.create()
mapped.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (!inFlight.has('me')) inFlight.set('me', refresh())
  await inFlight.get('me')
  return bare(error.config)
})

// A library shares the refresh.
const library = axios.create()
createAuthRefreshInterceptor(library, () => refresh())

// What another package does is not known.
const foreign = axios.create()
foreign.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await renew()
  return bare(error.config)
})

// A cookie that perhaps never changes, and nothing is lost when it fails.
const cookie = axios.create()
cookie.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await bare.post('/auth/refresh')
  return bare(error.config)
})

// The type of an action is no refresh token: nothing shows that one is replaced.
declare const store: { dispatch(action: object): void }
const typed = axios.create()
typed.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  const { data } = await bare.get('/token/refresh')
  store.dispatch({ type: 'REFRESH_ACCESS_TOKEN', payload: data })
  return bare(error.config)
})

// No refresh: the user is asked to log in.
const plain = axios.create()
plain.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401) location.href = '/login'
  throw error
})

// The promise is kept in a helper that is handed the function.
let current: Promise<unknown> | null = null
function single<T>(make: () => Promise<T>): Promise<T> {
  current ??= make().finally(() => (current = null))
  return current as Promise<T>
}
const handed = axios.create()
handed.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await single(() => refresh())
  return bare(error.config)
})
serve(handed)

// Object.assign leads to no page of a login, whatever it assigns.
const assigned = axios.create()
assigned.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await bare.post('/auth/refresh')
  return bare(Object.assign(error.config, { retried: true, authorized: true }))
})

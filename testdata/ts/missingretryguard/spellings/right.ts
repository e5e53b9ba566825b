import axios from 'axios'
import cloneDeep from 'lodash/cloneDeep'
import { refresh } from './session'

// Good: the config of the response is that of the error.
const r1 = axios.create()
r1.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    error.response.config._retry = true
    await refresh()
    return r1(error.config)
  }
  throw error
})

// Good: the copy that has the flag is sent.
const r2 = axios.create()
r2.interceptors.response.use(undefined, async (error) => {
  const copy = cloneDeep(error.config)
  if (error.response?.status === 401 && !copy._retry) {
    copy._retry = true
    await refresh()
    return r2(copy)
  }
  throw error
})

// Good: a deep copy, which is sent.
const r3 = axios.create()
r3.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    const copy = structuredClone(error.config)
    copy._retry = true
    await refresh()
    return r3(copy)
  }
  throw error
})

// Good: set by Object.assign.
const r4 = axios.create()
r4.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    await refresh()
    return r4(Object.assign({}, error.config, { _retry: true }))
  }
  throw error
})

// Good: a flag that skips the handler.
const r5 = axios.create()
r5.interceptors.response.use(undefined, async (error) => {
  if (error.config.skipAuth) throw error
  if (error.response?.status === 401) {
    await refresh()
    return r5({ ...error.config, skipAuth: true })
  }
  throw error
})

// Good: a counter of the function around.
function setup() {
  const r6 = axios.create()
  let retries = 0
  r6.interceptors.response.use((r) => { retries = 0; return r }, async (error) => {
    if (error.response?.status === 401 && retries < 3) {
      retries += 1
      await refresh()
      return r6(error.config)
    }
    throw error
  })
  return r6
}
setup()

// Good: a set of methods and URLs.
const sentAgain = new Set<string>()
const r7 = axios.create()
r7.interceptors.response.use(undefined, async (error) => {
  const key = error.config.method + error.config.url
  if (error.response?.status === 401 && !sentAgain.has(key)) {
    sentAgain.add(key)
    await refresh()
    return r7(error.config).finally(() => sentAgain.delete(key))
  }
  throw error
})

// Good: a Map keyed by an ID of the request.
const seenIds = new Map<string, boolean>()
const r8 = axios.create()
r8.interceptors.response.use(undefined, async (error) => {
  const id = error.config.headers['X-Request-Id']
  if (error.response?.status === 401 && !seenIds.get(id)) {
    seenIds.set(id, true)
    await refresh()
    return r8(error.config)
  }
  throw error
})

// Good: a mark in the parameters.
const r9 = axios.create()
r9.interceptors.response.use(undefined, async (error) => {
  const config = error.config
  if (error.response?.status === 401 && !config.params?.retry) {
    config.params = { ...config.params, retry: 1 }
    await refresh()
    return r9(config)
  }
  throw error
})

// Good: asked for by hasOwnProperty.
const r10 = axios.create()
r10.interceptors.response.use(undefined, async (error) => {
  const config = error.config
  if (error.response?.status === 401 && !Object.prototype.hasOwnProperty.call(config, '_retry')) {
    config._retry = true
    await refresh()
    return r10(config)
  }
  throw error
})

// Good: asked for by in.
const r11 = axios.create()
r11.interceptors.response.use(undefined, async (error) => {
  const config = error.config
  if (error.response?.status === 401 && !('retried' in config)) {
    config.retried = true
    await refresh()
    return r11(config)
  }
  throw error
})

// Good: under a symbol.
const RETRIED = Symbol('retried')
const r12 = axios.create()
r12.interceptors.response.use(undefined, async (error) => {
  const config = error.config
  if (error.response?.status === 401 && !config[RETRIED]) {
    config[RETRIED] = true
    await refresh()
    return r12(config)
  }
  throw error
})

// Good: under a constant name.
const FLAG = '_again'
const r13 = axios.create()
r13.interceptors.response.use(undefined, async (error) => {
  const config = error.config
  if (error.response?.status === 401 && !config[FLAG]) {
    config[FLAG] = true
    await refresh()
    return r13(config)
  }
  throw error
})

// Good: a static field.
class Once {
  static tried = false
}
const r14 = axios.create()
r14.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !Once.tried) {
    Once.tried = true
    await refresh()
    return r14(error.config)
  }
  throw error
})

// Good: by the methods of the headers.
const r15 = axios.create()
r15.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config.headers.get('X-Retried')) {
    error.config.headers.set('X-Retried', '1')
    await refresh()
    return r15(error.config)
  }
  throw error
})

// Good: taken apart with a default.
const r16 = axios.create()
r16.interceptors.response.use(undefined, async (error) => {
  const { config, response } = error
  const { _retryCount = 0 } = config
  if (response?.status === 401 && _retryCount < 1) {
    config._retryCount = _retryCount + 1
    await refresh()
    return r16(config)
  }
  throw error
})

// Good: a list of URLs.
let retriedUrls: string[] = []
const r17 = axios.create()
r17.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !retriedUrls.includes(error.config.url)) {
    retriedUrls.push(error.config.url)
    await refresh()
    return r17(error.config)
  }
  throw error
})

// Good: only if the token has changed since it was sent.
const r18 = axios.create()
r18.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && error.config.headers.Authorization !== `Bearer ${localStorage.getItem('token')}`) {
    return r18(error.config)
  }
  throw error
})

// Good: a loop that counts.
export async function retrying(send: () => Promise<Response>) {
  let attempts = 0
  while (attempts < 2) {
    const res = await send()
    if (res.status !== 401) return res
    await refresh()
    attempts++
  }
  throw new Error('refused')
}

// Good: a loop that counts at its end.
export async function doing(path: string) {
  let res: Response
  let tries = 0
  do {
    res = await fetch(path)
    if (res.status !== 401) return res
    await refresh()
  } while (tries++ < 1)
  return res
}

// Good: a loop over a list.
export async function delays(path: string) {
  for (const wait of [0, 100]) {
    const res = await fetch(path)
    if (res.status === 401) { await refresh(); continue }
    return res
  }
}

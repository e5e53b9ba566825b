import axios from 'axios'
import { refresh, logout } from './session'

// Good: finally.
const r1 = axios.create()
let busy1 = false
r1.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !busy1) {
    busy1 = true
    try {
      await refresh()
      return axios(e.config)
    } finally {
      busy1 = false
    }
  }
  throw e
})

// Good: finally of a promise.
const r2 = axios.create()
let busy2 = false
r2.interceptors.response.use(undefined, (e) => {
  if (e.response?.status === 401 && !busy2) {
    busy2 = true
    return refresh().then(() => axios(e.config)).finally(() => { busy2 = false })
  }
  return Promise.reject(e)
})

// Good: the failure loads another page.
const r3 = axios.create()
let busy3 = false
r3.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status === 401 && !busy3) {
    busy3 = true
    try {
      await refresh()
      busy3 = false
      return axios(e.config)
    } catch (x) {
      localStorage.clear()
      window.location.href = '/login'
      throw x
    }
  }
  throw e
})

// Good: shift loops.
const r4 = axios.create()
let busy4 = false
const queue4: { resolve: (t: string) => void; reject: (e: unknown) => void }[] = []
r4.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (busy4) return new Promise((resolve, reject) => queue4.push({ resolve, reject }))
  busy4 = true
  try {
    const token = await refresh()
    while (queue4.length) queue4.shift()!.resolve(token)
    return axios(e.config)
  } catch (x) {
    while (queue4.length > 0) queue4.shift()!.reject(x)
    throw x
  } finally {
    busy4 = false
  }
})

// Good: one helper for both.
const r5 = axios.create()
let busy5 = false
let queue5: { resolve: (t: string) => void; reject: (e: unknown) => void }[] = []
const processQueue = (error: unknown, token: string | null = null) => {
  queue5.forEach((p) => {
    if (error) p.reject(error)
    else p.resolve(token!)
  })
  queue5 = []
}
r5.interceptors.response.use(undefined, (e) => {
  if (e.response?.status !== 401) return Promise.reject(e)
  if (busy5) return new Promise((resolve, reject) => queue5.push({ resolve, reject })).then(() => axios(e.config))
  busy5 = true
  return new Promise((resolve, reject) => {
    refresh()
      .then((token) => {
        processQueue(null, token)
        resolve(axios(e.config))
      })
      .catch((x) => {
        processQueue(x)
        reject(x)
      })
      .finally(() => { busy5 = false })
  })
})

// Good: a shared promise whose rejection reaches all who wait.
const r6 = axios.create()
let pending6: Promise<string> | null = null
r6.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  if (!pending6) pending6 = refresh().finally(() => (pending6 = null))
  await pending6
  return axios(e.config)
})

// Good: a throw inside the try whose catch resets.
const r7 = axios.create()
let busy7 = false
r7.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401 || busy7) throw e
  busy7 = true
  try {
    const token = localStorage.getItem('refreshToken')
    if (!token) throw new Error('logged out')
    await refresh()
    busy7 = false
    return axios(e.config)
  } catch (x) {
    busy7 = false
    logout()
    throw x
  }
})

// Good: reset by a helper.
const r8 = axios.create()
let busy8 = false
const done = () => { busy8 = false }
r8.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401 || busy8) throw e
  busy8 = true
  try {
    await refresh()
    done()
    return axios(e.config)
  } catch (x) {
    done()
    throw x
  }
})

// Good: both arms of then.
const r9 = axios.create()
let busy9 = false
r9.interceptors.response.use(undefined, (e) => {
  if (e.response?.status !== 401 || busy9) return Promise.reject(e)
  busy9 = true
  return refresh().then(
    () => { busy9 = false; return axios(e.config) },
    (x) => { busy9 = false; throw x },
  )
})

// Good: location.replace and assign.
const r10 = axios.create()
let busy10 = false
r10.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401 || busy10) throw e
  busy10 = true
  try {
    await refresh()
    busy10 = false
  } catch {
    window.location.replace('/login')
    return Promise.reject(e)
  }
  return axios(e.config)
})

// Good: a promise that clears itself, in one expression.
const r11 = axios.create()
let pending11: Promise<string> | null = null
r11.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await (pending11 ??= refresh().finally(() => { pending11 = null }))
  return axios(e.config)
})

// Good: cleared in a finally around.
const r12 = axios.create()
let pending12: Promise<string> | null = null
r12.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  try {
    pending12 ||= refresh()
    await pending12
  } finally {
    pending12 = null
  }
  return axios(e.config)
})

// Good: cleared behind, in both arms.
const r13 = axios.create()
let pending13: Promise<string> | null = null
const renewed = () => {
  pending13 ??= refresh().then((t) => { pending13 = null; return t }, (x) => { pending13 = null; throw x })
  return pending13
}
r13.interceptors.response.use(undefined, async (e) => {
  if (e.response?.status !== 401) throw e
  await renewed()
  return axios(e.config)
})

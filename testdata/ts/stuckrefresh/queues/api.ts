import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

// b: the queue holds resolves alone, and is thrown away on failure.
let isRefreshing = false
let subscribers: ((token: string) => void)[] = []
const onRefreshed = (token: string) => {
  subscribers.forEach((s) => s(token))
  subscribers = []
}
api.interceptors.response.use(undefined, async (error) => {
  const { config } = error
  if (error.response?.status !== 401) throw error
  if (isRefreshing) {
    return new Promise((resolve) => {
      subscribers.push((token) => { // want "nothing is told to `subscribers` when the refresh fails, so the requests that wait here wait for ever"
        config.headers.Authorization = `Bearer ${token}`
        resolve(api(config))
      })
    })
  }
  isRefreshing = true
  try {
    const { data } = await axios.post('/auth/refresh')
    onRefreshed(data.token)
    return api(config)
  } catch (e) {
    subscribers = []
    throw e
  } finally {
    isRefreshing = false
  }
})

// c: the success path forgets the queue.
let renewing = false
let queue: { resolve: () => void; reject: (e: unknown) => void }[] = []
const processQueue = (e?: unknown) => {
  for (const p of queue) e ? p.reject(e) : p.resolve()
  queue = []
}
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (renewing) {
    return new Promise<void>((resolve, reject) => {
      queue.push({ resolve, reject }) // want "nothing is told to `queue` on the way that ends below"
    }).then(() => api(error.config))
  }
  renewing = true
  try {
    await axios.post('/auth/refresh')
    return api(error.config)
  } catch (e) {
    processQueue(e)
    throw e
  } finally {
    renewing = false
  }
})

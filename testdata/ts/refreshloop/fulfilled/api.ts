import axios from 'axios'

// The API answers 200 and says 401 in the body: the refresh sits among the successes.
export const api = axios.create()
api.interceptors.response.use(async (response) => {
  const { data, config } = response
  if (data.code === 401 && !(config as any)._retry) {
    ;(config as any)._retry = true
    await refreshToken()
    return axios(config)
  }
  return data
})

export function refreshToken() {
  return api.post('/auth/refresh') // want "error: `api.post` goes through the response interceptor of `api`, so its own 401 comes back here and refreshes again, without end"
}

// A queue: the refused refresh waits for itself.
let isRefreshing = false
let waiting: (() => void)[] = []
const queued = axios.create()
queued.interceptors.response.use((response) => {
  if (response.data.code !== 401) return response
  if (isRefreshing) {
    return new Promise((resolve) => waiting.push(() => resolve(queued(response.config))))
  }
  isRefreshing = true
  return queued.post('/auth/refresh') // want "error: `queued.post` goes through the response interceptor of `queued`, where its own 401 waits"
    .then(() => {
      waiting.forEach((go) => go())
      return axios(response.config)
    })
    .finally(() => {
      isRefreshing = false
      waiting = []
    })
})

// A switch over the code.
const switched = axios.create()
switched.interceptors.response.use(async (response) => {
  switch (response.data.code) {
    case 401:
      await switched.get('/auth/refresh') // want "error: `switched.get` goes through"
      return axios(response.config)
    default:
      return response
  }
})

// Nothing is a failure.
const all = axios.create({ validateStatus: () => true })
all.interceptors.response.use(async (response) => {
  if (response.status === 401) {
    await all.post('/auth/refresh') // want "error: `all.post` goes through"
    return axios(response.config)
  }
  return response
})

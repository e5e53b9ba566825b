import axios from 'axios'

const bare = axios.create({ baseURL: '/api' })
const api = axios.create({ baseURL: '/api' })
let isRefreshing = false
let renewing: Promise<void> | null = null

async function refresh() {
  const { data } = await bare.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
  localStorage.setItem('refreshToken', data.refreshToken)
}

api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  if (isRefreshing) throw error // gap: one refresh, but the other requests fail; the flag may be meant for the refresh's own 401
  isRefreshing = true
  await refresh().finally(() => (isRefreshing = false))
  return bare(error.config)
})

const second = axios.create({ baseURL: '/api' })
second.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  renewing ??= refresh().finally(() => (renewing = null)) // gap: a timer refreshes beside it, under no lock
  await renewing
  return bare(error.config)
})
setInterval(() => void refresh(), 60_000)

import axios from 'axios'
import createAuthRefreshInterceptor from 'axios-auth-refresh'

const api = axios.create({ baseURL: '/api' })
const bare = axios.create({ baseURL: '/api' })
const stored = async () => localStorage.getItem('refreshToken')

// The plugin holds back what api sends while the callback runs.
createAuthRefreshInterceptor(api, async (failed) => {
  const refreshToken = await stored()
  const { data } = await api.post('/auth/refresh', { refreshToken }) // want "error: `api.post` goes through `api`, whose requests are held back until this refresh ends, so it waits for itself"
  failed.response.config.headers.Authorization = `Bearer ${data.token}`
})

// The mark that the plugin knows does not help.
createAuthRefreshInterceptor(api, async () => {
  await stored()
  await api.post('/auth/refresh', {}, { skipAuthRefresh: true } as never) // want "waits for itself"
})

// In a helper.
const renew = async () => {
  const refreshToken = await stored()
  return api.post('/auth/refresh', { refreshToken }) // want "waits for itself"
}
createAuthRefreshInterceptor(api, () => renew())

// Good: a client of its own.
createAuthRefreshInterceptor(api, async () => {
  const refreshToken = await stored()
  await bare.post('/auth/refresh', { refreshToken })
})
createAuthRefreshInterceptor(api, async () => {
  await stored()
  await axios.post('/api/auth/refresh')
})

// Good: nobody waits for it.
createAuthRefreshInterceptor(api, async () => {
  await stored()
  api.post('/log', {})
})

// Good in the current version: sent at once. gap: it hangs before version 5.
createAuthRefreshInterceptor(api, () => api.post('/auth/refresh').then(() => Promise.resolve()))
createAuthRefreshInterceptor(api, async () => {
  await api.post('/auth/refresh')
})

import axios from 'axios'

const bare = axios.create({ baseURL: '/api' })
let renewing: Promise<void> | null = null

export async function refreshTokens() {
  const { data } = await bare.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
  localStorage.setItem('refreshToken', data.refreshToken)
}

export const shared = () => (renewing ??= refreshTokens().finally(() => (renewing = null)))

const api = axios.create({ baseURL: '/api' })
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401) throw error
  await shared()
  return bare(error.config)
})

export async function refreshSession() {
  await bare.post('/session/refresh', { refreshToken: localStorage.getItem('refreshToken') })
}

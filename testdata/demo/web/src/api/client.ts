import axios, { isAxiosError, type InternalAxiosRequestConfig } from 'axios'
import { renewSession } from '@/api/auth'
import { accessToken } from '@/session'

declare module 'axios' {
  interface InternalAxiosRequestConfig {
    retried?: boolean
  }
}

/** Puts the access token on a request; each try reads it anew. */
export function authorize(config: InternalAxiosRequestConfig) {
  const token = accessToken()
  if (token) {
    config.headers.set('Authorization', `Bearer ${token}`)
  }
  return config
}

export const api = axios.create({ baseURL: import.meta.env.VITE_API_URL, timeout: 10_000 })

api.interceptors.request.use(authorize)

api.interceptors.response.use(undefined, async (error: unknown) => {
  if (!isAxiosError(error) || !error.config || error.response?.status !== 401 || error.config.retried) {
    throw error
  }
  error.config.retried = true
  await renewSession()
  return api(error.config)
})

import type { AxiosInstance } from 'axios'

// An instance that another file makes and hands on.
export function registerInterceptors(instance: AxiosInstance) {
  instance.interceptors.response.use((r) => r, async (error) => {
    if (error.response?.status === 401 && !error.config._retry) {
      error.config._retry = true
      await instance.post('/auth/refresh') // want "error: `instance\\.post` goes through the response interceptor of `instance`, so its own 401"
      return instance(error.config)
    }
    throw error
  })
}

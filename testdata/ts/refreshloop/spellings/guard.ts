import type { Api } from './api'

// An object that holds the instance.
export function guard(api: Api) {
  api.http.interceptors.response.use((r) => r, async (error) => {
    if (error.response?.status === 401 && !error.config._retry) {
      error.config._retry = true
      await api.refresh() // want "error: `this\\.http\\.post` goes through the response interceptor of `api\\.http`, so its own 40"
      return api.http(error.config)
    }
    throw error
  })
}

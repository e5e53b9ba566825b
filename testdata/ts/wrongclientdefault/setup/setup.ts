import type { AxiosInstance } from 'axios'

export function setupInterceptors(client: AxiosInstance) {
  client.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
    return config
  })
}

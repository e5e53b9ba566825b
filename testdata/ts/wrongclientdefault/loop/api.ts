import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

export function setToken(token: string) {
  // Global and instance get it.
  ;[axios, api].forEach((client) => {
    client.defaults.headers.common.Authorization = `Bearer ${token}`
  })
}

axios.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const orders = () => api.get('/orders')

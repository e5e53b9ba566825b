import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })
export const other = axios.create({ baseURL: '/api' })

api.interceptors.request.use((config) => {
  // gap: the requests go through an instance with the same base URL. What goes through an instance is not all known:
  // files that speak of no login are not read. unauthenticated-request judges the requests that are.
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const orders = () => other.get('/orders')

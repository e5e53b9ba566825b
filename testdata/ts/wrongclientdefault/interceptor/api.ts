import axios from 'axios'

// Interceptors are never copied, so the order does not matter.
axios.interceptors.request.use((config) => {
  const token = localStorage.getItem('token')
  if (token) config.headers.Authorization = `Bearer ${token}` // want "error: this interceptor is set on `axios`, through which nothing is sent; requests go out through `http`, which has interceptors of its own, and carry no credentials"
  return config
})

const http = axios.create({ baseURL: '/api' })

export const orders = () => http.get('/orders')

import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })
export const other = axios.create({ baseURL: '/api' })

api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}` // want:strict "error: this interceptor is set on `api`, through which nothing is sent; requests go out through `other`, which has interceptors of its own"
  return config
})

export const orders = () => other.get('/orders')

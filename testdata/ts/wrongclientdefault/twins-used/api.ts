import axios from 'axios'

// A public instance on purpose, beside one that is used.
export const open = axios.create({ baseURL: '/api' })
export const secure = axios.create({ baseURL: '/api' })

secure.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const products = () => open.get('/products')
export const orders = () => secure.get('/orders')

import axios from 'axios'

// Calls that bring their own.
const plain = axios.create({ baseURL: '/shop' })
export const ready = axios.create({ baseURL: '/shop' })

ready.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const carts = (token: string) => plain.get('/carts', { headers: { Authorization: `Bearer ${token}` } })
export const items = () => plain.get('/items')

import axios from 'axios'
import { register } from './register'

// The one that is set up is handed to other code, which may send through it.
export const open = axios.create({ baseURL: '/api' })
export const secure = axios.create({ baseURL: '/api' })

secure.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})
register(secure)

export const orders = () => open.get('/orders')

import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

export function login(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}` // want "error: this default is set on `axios`"
}

axios.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}` // want "error: this interceptor is set on `axios`"
  return config
})

export const orders = () => api.get('/orders')

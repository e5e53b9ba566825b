import axios from 'axios'

// Good: an interceptor reads the stored token for each request.
export const api = axios.create({ baseURL: 'https://api.shop.com' })
api.interceptors.request.use((config) => {
  const token = localStorage.getItem('token')
  if (token) config.headers.Authorization = `Bearer ${token}`
  return config
})
export async function login(name: string, password: string) {
  const { data } = await api.post('/login', { name, password })
  localStorage.setItem('token', data.token)
  api.defaults.headers.common.Authorization = 'Bearer ' + data.token
}
export const orders = () => api.get('/orders')

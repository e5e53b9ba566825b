import axios from 'axios'

// Good: the token lives in memory only, and a reload logs out.
export const api = axios.create({ baseURL: 'https://api.shop.com' })
export async function login(name: string, password: string) {
  const { data } = await api.post('/login', { name, password })
  api.defaults.headers.common.Authorization = 'Bearer ' + data.token
}
export const orders = () => api.get('/orders')

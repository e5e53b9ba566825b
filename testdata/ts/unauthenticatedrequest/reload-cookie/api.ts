import axios from 'axios'

// Good: a refresh with the cookie brings the token again at the start.
export const api = axios.create({ baseURL: 'https://api.shop.com' })
export async function login(name: string, password: string) {
  const { data } = await api.post('/login', { name, password })
  localStorage.setItem('token', data.token)
  api.defaults.headers.common.Authorization = 'Bearer ' + data.token
}
export async function restore() {
  const { data } = await axios.post('https://api.shop.com/auth/refresh', {}, { withCredentials: true })
  api.defaults.headers.common.Authorization = 'Bearer ' + data.token
}
export const orders = () => api.get('/orders')

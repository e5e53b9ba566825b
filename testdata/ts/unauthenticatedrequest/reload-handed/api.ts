import axios from 'axios'
import { restore } from 'some-session'

// Good: other code gets hold of the client, and may set the header again.
const api = axios.create({ baseURL: 'https://api.shop.com' })
restore(api)
export async function login(name: string, password: string) {
  const { data } = await api.post('/login', { name, password })
  localStorage.setItem('token', data.token)
  api.defaults.headers.common.Authorization = 'Bearer ' + data.token
}
export const orders = () => api.get('/orders')

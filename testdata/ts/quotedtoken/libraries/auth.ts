import axios from 'axios'
import store from 'store2'
import { useLocalStorage } from 'usehooks-ts'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  store.set('jwt', data.token) // stringifies
}

export const load = () => {
  const jwt = localStorage.getItem('jwt') // want "`jwt` is stored as JSON"
  return jwt && fetch('/api/me', { headers: { Authorization: `Bearer ${jwt}` } })
}

export function useToken() {
  return useLocalStorage('access_token', '') // stringifies
}

export const orders = () => {
  const token = localStorage.getItem('access_token') // want "`access_token` is stored as JSON"
  return token && fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } })
}

import { api, other } from './api'

declare const setUser: (user: unknown) => void
declare const navigate: (path: string) => void

export async function login(name: string, password: string) {
  const res = await api.post('/login', { name, password })
  setUser(res.data.user)
  navigate('/home')
}

export const loadOrders = () => other.get('/orders').then((res) => {
  setUser(res.data)
})

import axios from 'axios'
import { api, other, third } from './api'

declare const setUser: (user: unknown) => void
declare const show: (res: unknown) => void

export async function login(name: string, password: string) {
  const res = await api.post('/login', { name, password })
  if (res.status === 200) setUser(res.data.user)
}

export async function load() {
  const res = await other.get('/orders')
  if (axios.isAxiosError(res)) return
  setUser(res.data)
}

export async function loadThird() {
  const res = await third.get('/orders')
  show(res)
}

import { api } from './client'

export async function renew() {
  const { data } = await api.post('/auth/refresh')
  localStorage.setItem('token', data.token)
}

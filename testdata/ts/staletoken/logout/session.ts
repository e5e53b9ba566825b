import { api } from './api'

export const login = async (user: object) => {
  const { data } = await api.post('/login', user)
  localStorage.setItem('token', data.token)
}
export const logout = () => {
  localStorage.removeItem('token')
  window.location.href = '/login'
}
export const handleSignOut = () => {
  localStorage.removeItem('token')
  window.location.reload()
}

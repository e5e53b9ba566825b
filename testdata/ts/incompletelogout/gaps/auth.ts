import axios from 'axios'
import Cookies from 'js-cookie'

let current: string | undefined

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  current = data.accessToken
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('refreshToken', data.refreshToken)
  localStorage.setItem('user', JSON.stringify(data.user))
}

export function logout() {
  localStorage.removeItem('accessToken') // gap: `current` stays in memory, and `user` in storage
  localStorage.removeItem('refreshToken')
}

export function onUnauthorized() {
  localStorage.removeItem('accessToken') // gap: this way out leaves the refresh token
}

export function token() {
  return current
}

export function forget() {
  Cookies.remove('refresh', { path: '/' }) // gap: of a cookie with another path; cookie-flags judges attributes
}

import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('refreshToken', data.refreshToken)
}

export function headers() {
  return localStorage.getItem('access_token') // want "warning: `access_token` is read from localStorage, but the token is written under `accessToken`"
}

export function refresh() {
  return localStorage.refresh_token // want "`refresh_token` is read from localStorage"
}

export function current() {
  return localStorage.getItem('accessToken') // the key that is written
}

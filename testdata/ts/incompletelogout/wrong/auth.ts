import axios from 'axios'
import { tokens } from './tokens'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('refreshToken', data.refreshToken)
  sessionStorage.setItem('idToken', data.idToken)
}

export async function admin(user: object) {
  const { data } = await axios.post('/api/admin/login', user)
  tokens.save(data.accessToken, data.refreshToken)
}

export function onUnauthorized() {
  localStorage.removeItem('accessToken')
}

export function logout() {
  localStorage.removeItem('accessToken') // want "warning: `accessToken` is removed and `refreshToken` stays in localStorage" "`accessToken` is removed and `idToken` stays in sessionStorage"
}

export function renew(data: { refreshToken: string }) {
  localStorage.setItem('refreshToken', data.refreshToken) // stays as well, and is said once
}

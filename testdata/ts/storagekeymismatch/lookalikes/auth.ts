import axios from 'axios'
import Cookies from 'js-cookie'
import { KEYS, Store } from './keys'

const store = new Store('')
const memory = remember ? localStorage : sessionStorage

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
  store.set(KEYS.admin, data.adminToken)
  memory.setItem('jwt-session', data.token)
  localStorage.setItem('csrfToken', data.csrf)
}

export function read() {
  const token = localStorage.getItem('accessToken') || localStorage.getItem('token') // the second is tried where the first is missing
  const admin = localStorage.getItem('adminToken') // written through a wrapper
  const either = sessionStorage.getItem('jwt-session') ?? localStorage.getItem('jwt-session') // written to one or the other
  const cookie = Cookies.get('access_token') // the server sets it
  const sb = localStorage.getItem('sb-project-auth-token') // a library owns it
  return [token, admin, either, cookie, sb]
}

export function migrate() {
  const old = localStorage.getItem('access-token') // an older key, removed once it has moved
  if (old) localStorage.removeItem('access-token')
}

export function logout() {
  localStorage.removeItem('accessToken')
  localStorage.removeItem('auth_token') // an older key, cleaned up beside the new one
}

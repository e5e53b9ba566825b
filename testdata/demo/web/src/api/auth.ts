import axios from 'axios'
import { clearSession, setSession, type Session } from '@/session'

const API_URL = import.meta.env.VITE_API_URL

// Without the interceptors of the API's client: a refused login is not retried.
const accounts = axios.create({ baseURL: `${API_URL}/auth`, withCredentials: true })

export async function login(email: string, password: string) {
  const { data } = await accounts.post<Session>('/login', { email, password })
  setSession(data)
}

export async function requestCode(email: string) {
  await accounts.post('/login/code', { email })
}

export async function loginWithCode(email: string, code: string) {
  await accounts.post<Session>('/login/email', { email, code })
}

let renewing: Promise<void> | undefined

/** Gets a new access token. Calls that meet share one request. */
export function renewSession(): Promise<void> {
  renewing ??= refresh().finally(() => {
    renewing = undefined
  })
  return renewing
}

async function refresh() {
  try {
    const { data } = await accounts.post<Session>('/refresh')
    setSession(data)
  } catch (error) {
    clearSession()
    throw error
  }
}

export async function logout() {
  clearSession()
  // keepalive: the user may close the page at once.
  await fetch(`${API_URL}/auth/logout`, { method: 'POST', keepalive: true })
}

/** Logs out all the user's other browsers. */
export async function logoutElsewhere() {
  await fetch(`${API_URL}/auth/logout/others`, { method: 'POST', credentials: 'include' })
}

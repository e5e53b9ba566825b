import axios from 'axios'
import { options, wrap, addToken } from 'http-kit'

const API = 'https://api.shop.com'
const auth = () => ({ headers: { Authorization: `Bearer ${localStorage.getItem('token') ?? ''}` } })

export const orders = () => fetch(`${API}/orders`, auth())
export const order = (id: string) => fetch(`${API}/orders/${id}`, auth())
export const basket = () => fetch(`${API}/basket`, auth())
export const pay = (id: string) => fetch(`${API}/orders/${id}/payments`, { method: 'POST', ...auth() })

// What is sent was not seen as a whole, so nothing is known of it.
export const a = () => fetch(`${API}/orders`, options)
export const b = () => fetch(`${API}/orders`, { ...options })
export const c = () => fetch(`${API}/orders`, { headers: options.headers })
export const d = (init: RequestInit) => fetch(`${API}/orders`, init)
export const e = (name: string) => fetch(`${API}/orders`, { headers: { [name]: 'x' } })
export function f() {
  const init = { headers: {} }
  addToken(init)
  return fetch(`${API}/orders`, init)
}
export function g() {
  const init = { headers: { Accept: 'text/plain' } as Record<string, string> }
  const key = 'Author' + 'ization'
  init.headers[key] = localStorage.getItem('token') ?? ''
  return fetch(`${API}/orders`, init)
}
export function h() {
  const headers = new Headers()
  addToken(headers)
  return fetch(`${API}/orders`, { headers })
}

// An instance whose interceptor was not followed, and one of other code.
const hooked = axios.create({ baseURL: API })
hooked.interceptors.request.use(addToken)
export const i = () => hooked.get('/orders')
const made = axios.create(options)
export const j = () => made.get(`${API}/orders`)
const headed = axios.create({ baseURL: API, headers: options.headers })
export const k = () => headed.get('/orders')

import axios from 'axios'

const API = 'https://api.shop.com'
const token = () => localStorage.getItem('token') ?? ''
const auth = () => ({ headers: { Authorization: `Bearer ${token()}` } })

export const orders = () => fetch(`${API}/orders`, auth())
export const order = (id: string) => fetch(`${API}/orders/${id}`, auth())
export const basket = () => fetch(`${API}/basket`, auth())
export const pay = (id: string) => fetch(`${API}/orders/${id}/payments`, { method: 'POST', ...auth() })
export const me = () => fetch(`${API}/users/me`, auth())
export const save = () => fetch(`${API}/users/me`, { method: 'PUT', ...auth() })
export const drop = () => fetch(`${API}/users/me`, { method: 'DELETE', ...auth() })
export const lists = () => fetch(`${API}/lists`, auth())
export const health = () => fetch(`${API}/health`, auth())

// What needs no login.
export const login = (name: string, password: string) => fetch(`${API}/login`, { method: 'POST', body: JSON.stringify({ name, password }) })
export const register = (name: string) => fetch(`${API}/register`, { method: 'POST', body: JSON.stringify({ name }) })
export const refresh = () => fetch(`${API}/auth/refresh`, { method: 'POST' })
export const forgot = (mail: string) => fetch(`${API}/users/password-reset`, { method: 'POST', body: mail })
export const alive = () => fetch(`${API}/health`)
export const config = () => fetch(`${API}/config`)
export const texts = (lang: string) => fetch(`${API}/i18n/${lang}`)
export const logo = () => fetch(`${API}/shops/logo.svg`)
export const open = () => fetch(`${API}/public/orders`)

// A third party, and a presigned URL: a header would break them.
export const rates = () => fetch('https://rates.example.org/latest')
export const upload = (url: string, file: Blob) => fetch(url, { method: 'PUT', body: file })

// A cookie may do it.
export const byCookie = () => fetch(`${API}/orders`, { credentials: 'include' })

// The token stands elsewhere: in the body, in a header of another name.
export const byBody = () => fetch(`${API}/lists`, { method: 'POST', body: JSON.stringify({ token: token() }) })
export const byKey = () => fetch(`${API}/orders`, { headers: { 'X-Api-Key': token() } })
export const byAuth = () => axios.get(`${API}/orders`, { auth: { username: 'shop', password: token() } })

// The same path, but another request: anybody may ask which shops there are.
export const addOrder = () => fetch(`${API}/shops`, { method: 'POST', ...auth() })

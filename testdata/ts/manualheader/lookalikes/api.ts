import axios from 'axios'

const http = axios.create({ baseURL: '/api' })

// A function makes the header: one place.
const authHeader = () => ({ Authorization: `Bearer ${localStorage.getItem('token') || ''}` })
export const orders = () => http.get('/orders', { headers: authHeader() })
export const basket = () => http.get('/basket', { headers: { ...authHeader() } })
export const buy = () => http.post('/orders', null, { headers: { Accept: 'text/plain', ...authHeader() } })
export const more = () => http.get('/more', { headers: authHeader() })

// A wrapper does.
const send = (path: string) => fetch(path, { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } })
export const a = () => send('/a')
export const b = () => send('/b')
export const c = () => send('/c')

// Another token for each, which the caller has.
export const d = (token: string) => http.get('/d', { headers: { Authorization: `Bearer ${token}` } })
export const e = (token: string) => http.get('/e', { headers: { Authorization: `Bearer ${token}` } })
export const f = (token: string) => http.get('/f', { headers: { Authorization: `Bearer ${token}` } })

// Different tokens of different audiences.
export const g = () => http.get('/g', { headers: { Authorization: `Bearer ${localStorage.getItem('graph_token') || ''}` } })
export const h = () => http.get('/h', { headers: { Authorization: `Bearer ${localStorage.getItem('mail_token') || ''}` } })
export const i = () => http.get('/i', { headers: { Authorization: `Bearer ${localStorage.getItem('files_token') || ''}` } })

// Two calls.
export const j = () => http.get('/j', { headers: { Authorization: `Bearer ${sessionStorage.getItem('token') || ''}` } })
export const k = () => http.get('/k', { headers: { Authorization: `Bearer ${sessionStorage.getItem('token') || ''}` } })

// Three classes, each with a function that makes it.
class Reader { header() { return { Authorization: `Bearer ${localStorage.getItem('reader') || ''}` } } get() { return fetch('/r', { headers: this.header() }) } }
class Writer { header() { return { Authorization: `Bearer ${localStorage.getItem('reader') || ''}` } } get() { return fetch('/w', { headers: this.header() }) } }
class Lister { header() { return { Authorization: `Bearer ${localStorage.getItem('reader') || ''}` } } get() { return fetch('/l', { headers: this.header() }) } }
export default [new Reader(), new Writer(), new Lister()]

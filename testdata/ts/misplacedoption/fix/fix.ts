import axios from 'axios'

const token = localStorage.getItem('token')

export const api = axios.create({
  baseURL: '/api',
  headers: { 'Content-Type': 'application/json', withCredentials: true }, // want "inside"
})
export const a = (url: string) => axios.get(url, { headers: { withCredentials: true, Accept: 'text/html' } }) // want "inside"
export const b = (url: string) => fetch(url, { headers: { credentials: 'include' } }) // want "inside"
export const c = (url: string) => fetch(url, { Authorization: `Bearer ${token}` } as any) // want "among"
export const d = (url: string) => fetch(url, { method: 'POST', withCredentials: true } as any) // want "fetch ignores"
export const e = (url: string) => axios.get(url, { credentials: 'include' } as any) // want "axios ignores"
export const f = (url: string) => fetch(url, { credentials: true } as any) // want "throws"

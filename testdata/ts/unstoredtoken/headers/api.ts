import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

api.interceptors.request.use((config) => {
  const token = localStorage.getItem('token')
  if (token) config.headers.Authorization = `Bearer ${token}`
  return config
})

// The token is in a header of the answer, and kept here.
export async function login(name: string, password: string) {
  const response = await api.post('/login', { name, password })
  const token = response.headers.authorization?.replace('Bearer ', '')
  if (token) localStorage.setItem('token', token)
  return response.data
}

export async function loginWith(name: string, password: string) {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ name, password }) })
  const held = response.headers.get('Authorization')
  if (held) localStorage.setItem('token', held)
  return response.json()
}

export async function loginOnly(name: string, password: string) {
  const response = await api.post('/login', { name, password })
  return response.data
}

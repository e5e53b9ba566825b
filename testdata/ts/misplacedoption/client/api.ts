import axios from 'axios'

const api = axios.create({ baseURL: 'https://api.shop.example', withCredentials: true })

// The client sends credentials already; the options below say it once more.
export const me = () => api.get('/me', { credentials: 'include' } as any)
export const you = () => api.get('/you', { headers: { withCredentials: true } })

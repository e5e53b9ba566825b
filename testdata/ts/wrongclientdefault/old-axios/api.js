import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

export function login(token) {
  // Up to 0.18 instances share the defaults of axios.
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}

export const orders = () => api.get('/orders')

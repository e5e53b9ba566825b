import axios from 'axios'

const api = axios.create({ baseURL: 'http://api.shop-online.com' }) // want "warning: `api.get` sends a token to api.shop-online.com over http"
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`
  return config
})

export const me = () => api.get('/me')
export const you = () => api.get('/you') // the same base URL: one mistake

const base = process.env.API_URL || 'http://api.shop-online.com' // want "sends a token to api.shop-online.com"
export const orders = (token: string) => fetch(`${base}/orders`, { headers: { Authorization: `Bearer ${token}` } })
export const direct = (token: string) =>
  fetch('http://52.10.11.12:8080/orders', { headers: { Authorization: `Bearer ${token}` } }) // want "sends a token to 52.10.11.12"
export const login = (email: string, password: string) =>
  axios.post('http://auth.shop-online.com/login', { email, password }) // want "sends the login to auth.shop-online.com"
export const live = (token: string) => new WebSocket(`ws://api.shop-online.com/?token=${token}`) // want "sends a token to api.shop-online.com over ws"

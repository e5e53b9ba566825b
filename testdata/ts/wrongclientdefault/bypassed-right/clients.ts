import axios from 'axios'
import { use } from './use'

const token = () => localStorage.getItem('token') ?? ''

// Used, by a file that speaks of no login.
export const used = axios.create({ baseURL: 'https://used.shop.com' })
used.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${token()}`
  return config
})
export const rates = () => axios.get('https://used.shop.com/rates')

// Handed to code that may send through it.
const handed = axios.create({ baseURL: 'https://handed.shop.com' })
handed.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${token()}`
  return config
})
use(handed)
export const shops = () => axios.get('https://handed.shop.com/shops')

// The requests go to another server, or to what needs no login.
const idle = axios.create({ baseURL: 'https://idle.shop.com' })
idle.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${token()}`
  return config
})
export const weather = () => axios.get('https://weather.example.org/today')
export const health = () => axios.get('https://idle.shop.com/health')
export const login = () => axios.post('https://idle.shop.com/login')

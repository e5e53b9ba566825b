import axios from 'axios'
import './boot'

export const api = axios.create({ baseURL: '/api' })
export const orders = () => api.get('/orders')

import axios from 'axios'
import { setupInterceptors } from './setup'

export const api = axios.create({ baseURL: '/api' })
setupInterceptors(api) // a setup function that receives the instance
setupInterceptors(axios)

export const orders = () => api.get('/orders')

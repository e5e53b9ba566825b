import axios from 'axios'
const api = axios.create({ baseURL: '/api' })
export const list = () => api.get('/orders')

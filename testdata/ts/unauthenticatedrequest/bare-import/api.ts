import axios from 'axios'

export const api = axios.create({ baseURL: process.env.API_URL })

api.interceptors.request.use((config) => {
  const token = localStorage.getItem('token')
  if (token) config.headers.Authorization = `Bearer ${token}`
  return config
})

export const orders = () => api.get('/my/orders')
export const order = (id: string) => api.get(`/my/orders/${id}`)
export const pay = (id: string) => api.post(`/my/orders/${id}/payments`)
export const basket = () => api.get('/my/basket')

import axios from 'axios'

const api = axios.create({ baseURL: 'https://api.shop.com' })
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const orders = () => api.get('/orders')
export const order = (id: string) => api.get(`/orders/${id}`)
export const basket = () => api.get('/basket')
export const pay = () => api.post('/basket/orders')
export const drop = () => api.delete('/basket')
export const more = () => api.get('/more')

// A second instance that nobody gave the interceptor: one mistake.
const maps = axios.create({ baseURL: 'https://api.shop.com', headers: { Accept: 'application/json' } })

export const shops = () => maps.get('/shops') // want:strict "warning: `maps.get` sends this request without credentials, as 6 of 9"
export const shop = (id: string) => maps.get(`/shops/${id}`) // the same mistake
export const near = () => maps.get('/shops/near') // the same mistake

import axios from 'axios'

const api = axios.create({ baseURL: 'https://shop.example.com' })

export const products = () => api.get('/products')

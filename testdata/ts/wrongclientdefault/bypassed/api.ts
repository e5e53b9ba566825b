import axios from 'axios'

export const api = axios.create({ baseURL: 'https://api.shop.com' })

api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}` // want "error: this is set on `api`, through which nothing is sent; requests to its server go out through `axios` itself"
  return config
})

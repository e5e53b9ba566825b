import axios from 'axios'

// Another prefix is another API.
export const open = axios.create({ baseURL: '/v1' })
export const secure = axios.create({ baseURL: '/api' })

secure.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const orders = () => open.get('/orders')

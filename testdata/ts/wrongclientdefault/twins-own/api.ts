import axios from 'axios'

// The one that is used has credentials of its own: cookies.
export const cookies = axios.create({ baseURL: '/api', withCredentials: true })
export const secure = axios.create({ baseURL: '/api' })

secure.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const orders = () => cookies.get('/orders')

import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

api.interceptors.request.use((config) => {
  api.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token')}` // want "`api.defaults.headers.common.Authorization` changes only later requests"
  return config
})

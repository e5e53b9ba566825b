import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

api.interceptors.request.use((config) => {
  api.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token')}` // want "`api.defaults.headers.common.Authorization` changes only later requests"
  return config
})

export const tuned = axios.create({ baseURL: '/tuned' })

tuned.interceptors.request.use((config) => {
  tuned.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token')}` // want "changes only later requests"
  config.withCredentials = true
  return config
})

// Another request of the file, which brings its own.
export const me = (token: string) => fetch('/me', { headers: { Authorization: `Bearer ${token}` } })

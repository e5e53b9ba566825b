import axios from 'axios'

// An instance for logging in; the other waits for its first request.
export const login = axios.create({ baseURL: '/api' })
export const secure = axios.create({ baseURL: '/api' })

secure.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
})

export const signIn = (body: object) => login.post('/auth/login', body)
export const signUp = (body: object) => login.post('/auth/register', body)

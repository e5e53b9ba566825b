import axios from 'axios'

export const api = axios.create()

// b: the interceptor leaves a header that is there, and after the first try it is.
api.interceptors.request.use((config) => {
  if (!config.headers.Authorization) {
    config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`
  }
  return config
})
api.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status === 401 && !request._retry) {
    request._retry = true
    const { data } = await axios.post('/auth/refresh')
    localStorage.setItem('token', data.token)
    return api(request) // want "the request interceptor leaves a header that is there"
  }
  throw error
})

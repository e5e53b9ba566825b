import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

api.interceptors.response.use(
  (response) => response,
  async (error) => {
    if (error.response?.status === 401) {
      const { data } = await axios.post('/api/auth/refresh')
      error.config.headers.Authorization = `Bearer ${data.token}` // want "error: `error.config.headers.Authorization` is set on a request that failed and is not sent again"
    }
    return Promise.reject(error)
  },
)

export const other = axios.create({ baseURL: '/other' })

other.interceptors.response.use(undefined, async (error) => {
  const original = error.config
  if (error.response?.status === 401 && !original._retry) {
    original._retry = true
    const { data } = await axios.post('/api/auth/refresh')
    original.headers['Authorization'] = `Bearer ${data.token}` // want "is set on a request that failed and is not sent again"
  }
  throw error
})

export const told = axios.create({ baseURL: '/told' })

told.interceptors.response.use(undefined, async (error) => {
  if (!axios.isAxiosError(error)) throw error
  console.error(error, error.config)
  error.config!.headers!['Authorization'] = localStorage.getItem('token') // want "is set on a request that failed and is not sent again"
  const status = error.response && error.response.status
  show({ status, url: error.config!.url })
  return Promise.reject(error)
})
declare const show: any

export const answered = axios.create({ baseURL: '/answered' })

answered.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = localStorage.getItem('token') // want "is set on a request that failed and is not sent again"
  return error.response.data
})

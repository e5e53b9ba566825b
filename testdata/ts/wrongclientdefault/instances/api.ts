import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })
export const files = axios.create({ baseURL: '/files' })

// Both get it: the handler is registered on the instances too.
function addToken(config: any) {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`
  return config
}
axios.interceptors.request.use(addToken)
api.interceptors.request.use(addToken)
files.interceptors.request.use(addToken)

export const orders = () => api.get('/orders')
export const file = (id: string) => files.get('/' + id)

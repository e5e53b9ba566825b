import axios from 'axios'

// A session of cookies: the requests carry credentials.
const api = axios.create({ baseURL: '/api', withCredentials: true })

export function login(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}

export const orders = () => api.get('/orders')

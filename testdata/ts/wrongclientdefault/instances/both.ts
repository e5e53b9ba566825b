import axios from 'axios'

const http = axios.create({ baseURL: '/api' })

export function setToken(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}` // the instance gets it below
  http.defaults.headers.common.Authorization = `Bearer ${token}`
}

export const items = () => http.get('/items')

import axios from 'axios'
import { applyAuthTokenInterceptor } from 'axios-jwt'

export const api = axios.create({ baseURL: '/api' })
applyAuthTokenInterceptor(api, { requestRefresh: async () => '' }) // a package sets it up

export function setToken(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}

export const orders = () => api.get('/orders')

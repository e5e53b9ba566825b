import axios from 'axios'
import { http } from './http'

// gap: nobody is seen to call it, so it may run before the module of the instance.
export function applyToken(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}

export const orders = () => http.get('/orders')

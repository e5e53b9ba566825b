import axios from 'axios'
import { orders } from './api'

export const first = () => orders()
// The instance was meant, and its login with it.
export const load = (token: string) => axios.get(`${process.env.API_URL}/my/basket`) // want "warning: `axios.get` sends this request without credentials, which"
export const detail = (id: string) => fetch(`${process.env.API_URL}/my/orders/${id}`) // want "warning: `fetch` sends this request without credentials, which"

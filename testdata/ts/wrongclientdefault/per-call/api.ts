import axios from 'axios'

export function login(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}

// Made anew for each request, so with the defaults of that moment.
const client = () => axios.create({ baseURL: '/api' })

export const orders = () => client().get('/orders')

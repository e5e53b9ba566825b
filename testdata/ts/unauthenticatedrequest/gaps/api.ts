import axios from 'axios'

export const api = axios.create({ baseURL: 'https://api.shop.com' })

// gap: the default is set by the login alone, so that after a reload nothing
// sets it although the token is kept (shape c): when a default is set again
// would have to be told of all that runs at a start.
export async function login(name: string, password: string) {
  const { data } = await api.post('/login', { name, password })
  localStorage.setItem('token', data.token)
  api.defaults.headers.common.Authorization = 'Bearer ' + data.token
}

export const orders = () => api.get('/orders')
export const order = (id: string) => api.get(`/orders/${id}`)

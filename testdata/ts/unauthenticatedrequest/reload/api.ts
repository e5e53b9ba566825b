import axios from 'axios'

export const api = axios.create({ baseURL: 'https://api.shop.com' })

// The token is kept, and the header is set here alone.
export async function login(name: string, password: string) {
  const { data } = await api.post('/login', { name, password })
  localStorage.setItem('token', data.token)
  api.defaults.headers.common.Authorization = 'Bearer ' + data.token // want:strict "warning: only the login sets this default of `api`; after the page is loaded anew `token` is still in localStorage, and requests are sent without it"
}

export const orders = () => api.get('/orders')
export const order = (id: string) => api.get(`/orders/${id}`)
export const logout = () => {
  localStorage.removeItem('token')
  delete api.defaults.headers.common.Authorization
}

import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', JSON.stringify(data.token))
  sessionStorage.setItem('accessToken', JSON.stringify(data.accessToken))
}

export const orders = () => {
  if (!localStorage.getItem('token')) return null
  return axios.get('/api/orders', {
    headers: { Authorization: `Bearer ${localStorage.getItem('token')}` }, // want "error: `token` is stored as JSON and taken here as it is"
  })
}

export const invoices = () => {
  const token = sessionStorage.getItem('accessToken') // want "`accessToken` is stored as JSON"
  if (!token) return null
  return fetch('/api/invoices', { headers: { Authorization: 'Bearer ' + token } })
}

export const parsed = () => {
  const token = JSON.parse(localStorage.getItem('token') ?? 'null') // read as it is stored
  return token && fetch('/api/me', { headers: { Authorization: `Bearer ${token}` } })
}

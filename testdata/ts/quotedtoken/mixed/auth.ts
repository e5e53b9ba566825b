import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', JSON.stringify(data.token))
}

export async function renew() {
  const { data } = await axios.post('/api/refresh')
  localStorage.setItem('token', data.token)
}

export const orders = () => {
  const token = localStorage.getItem('token') // one of two writers stores it as it is
  return token && fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } })
}

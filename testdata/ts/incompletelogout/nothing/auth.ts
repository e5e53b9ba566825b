import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

export async function login(user: object) {
  const { data } = await api.post('/login', user)
  localStorage.setItem('token', data.token)
  api.defaults.headers.common.Authorization = `Bearer ${data.token}`
}

export function logout() {
  localStorage.removeItem('token')
  api.defaults.headers.common.Authorization = null // axios leaves it out
}

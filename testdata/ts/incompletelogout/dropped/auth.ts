import axios from 'axios'

export function setAuth(token?: string) {
  if (token) axios.defaults.headers.common.Authorization = `Bearer ${token}`
  else delete axios.defaults.headers.common.Authorization // taken away here
}

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', data.token)
  setAuth(data.token)
}

export function logout() {
  localStorage.removeItem('token')
  setAuth()
}

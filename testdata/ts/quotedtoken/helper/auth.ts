import axios from 'axios'
import { getToken, saveToken } from './store'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  saveToken(data.token)
}

axios.interceptors.request.use((config) => {
  const token = getToken() // want "`token` is stored as JSON"
  if (token) config.headers.Authorization = `Bearer ${token}`
  return config
})

import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  sessionStorage.setItem('token', data.token)
}
export function token() {
  return localStorage.getItem('token') ?? sessionStorage.getItem('token') // one after the other
}

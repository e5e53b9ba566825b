import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', data.token)
}

export function current() {
  return JSON.parse(localStorage.getItem('token') || 'null') // want "error: `token` is stored as it is, and JSON.parse throws on a token"
}

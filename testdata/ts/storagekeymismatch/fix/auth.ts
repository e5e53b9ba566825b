import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
}

export function token() {
  return localStorage.getItem('access_token') // want "is read from localStorage"
}
